/** Addresses as numbers that sort as they do. */
import type { PublicAddress } from './public-address.ts'

/**
 * An address in words of 32 bits, highest first: one word for IPv4, four for IPv6.
 *
 * In: an address that `node:net` takes for one. Fails: never.
 */
export function addressWords({ text, family }: PublicAddress): number[] {
  return family === 4 ? [dotted(text)] : colons(text)
}

function dotted(text: string): number {
  let word = 0
  for (const part of text.split('.')) word = word * 256 + Number(part)
  return word
}

/** Groups of 16 bits; `::` stands for as many zeros as are missing, the last two may be dotted. */
function colons(text: string): number[] {
  const [head = '', tail] = text.split('::')
  const first = groups(head)
  const last = tail === undefined ? [] : groups(tail)
  const all = [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last]
  return [0, 2, 4, 6].map((i) => (all[i] ?? 0) * 65_536 + (all[i + 1] ?? 0))
}

function groups(text: string): number[] {
  if (text === '') return []
  return text.split(':').flatMap((group) => {
    if (!group.includes('.')) return [Number.parseInt(group, 16)]
    const word = dotted(group)
    return [Math.floor(word / 65_536), word % 65_536]
  })
}
