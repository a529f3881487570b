/** Chance that a seed decides, so that a log can be held against the plan it was made of. */

/** Numbers from 0 to below 1, the same for the same seed. Source: mulberry32 by Tommy Ettinger, public domain. */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The same list in another order, by chance. */
export function shuffled<T>(list: readonly T[], chance: () => number): T[] {
  const rest = [...list]
  const out: T[] = []
  while (rest.length > 0) out.push(...rest.splice(Math.floor(chance() * rest.length), 1))
  return out
}
