/** Choices by a chance that can be repeated, and halves that stay the same whatever else a file holds. */
import { createHash } from 'node:crypto'

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
