/** Sorted addresses as columns, one per word: neighbours in a column are alike, which compresses well. */
import type { Boundaries } from './boundaries.ts'

/** The columns of addresses, highest word first. */
export function split({ width, words }: Boundaries): Uint32Array[] {
  return Array.from({ length: width }, (_, word) =>
    Uint32Array.from({ length: words.length / width }, (_, i) => words[i * width + word] ?? 0),
  )
}

/** The addresses of one column (IPv4) or four (IPv6). Fails: throws when the columns differ in length. */
export function interleave(columns: readonly Uint32Array[]): Boundaries {
  const [first] = columns
  const width = columns.length === 1 ? 1 : 4
  if (first === undefined || columns.length !== width) {
    throw new Error(`expected 1 or 4 columns of an address, got ${String(columns.length)}`)
  }
  if (columns.some(({ length }) => length !== first.length)) {
    throw new Error('expected columns of one length')
  }
  if (width === 1) return { width, words: first }
  const words = new Uint32Array(first.length * width)
  columns.forEach((column, word) => {
    for (let i = 0; i < column.length; i++) words[i * width + word] = column[i] ?? 0
  })
  return { width, words }
}
