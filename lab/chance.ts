/** Chance that can be repeated, and halves that stay the same whatever else a file holds. */
import { createHash } from 'node:crypto'

/** Draws numbers from 0 to below 1; the same for the same seed. Source: mulberry32 by Tommy Ettinger, public domain. */
export function createChance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One of a list. In: not empty. */
export function pick<T>(list: readonly T[], chance: () => number): T {
  const chosen = list[Math.floor(chance() * list.length)]
  if (chosen === undefined) throw new Error('expected something to choose from, got nothing')
  return chosen
}

/** Some of a list, each once, in any order; all where there are not enough. */
export function pickSome<T>(list: readonly T[], count: number, chance: () => number): T[] {
  const rest = [...list]
  const some: T[] = []
  while (some.length < count && rest.length > 0) {
    some.push(...rest.splice(Math.floor(chance() * rest.length), 1))
  }
  return some
}

/** Which half a name belongs to: fitted on, or reported on. By its hash, so that no later row moves it. */
export function halfOf(name: string): 'fit' | 'report' {
  const [first = 0] = createHash('sha256').update(`place ${name}`).digest()
  return first % 2 === 0 ? 'fit' : 'report'
}
