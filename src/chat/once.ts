/** Work that a platform may ask for twice: it repeats what we did not answer in time. */
import type { Ports } from '../usecases/ports.ts'

/** What came of it; `isFirst` for the one caller that is to show it. The result is gone after a restart. */
export interface Outcome<T> {
  isFirst: boolean
  result: T | undefined
}

/** Runs work once per key. */
export interface Once {
  /** In: whether the work counts as done; what does not may be asked for again. Fails: as the work does. */
  run<T>(key: string, work: () => Promise<T>, isDone?: (result: T) => boolean): Promise<Outcome<T>>
}

/** Remembers in the database what is done, and here what is under way. In: the platform, whose keys are its own. */
export function createOnce({ store, clock }: Ports, platform: 'slack' | 'discord'): Once {
  const underWay = new Map<string, Promise<Outcome<unknown>>>()

  async function doOnce<T>(
    name: string,
    work: () => Promise<T>,
    isDone: (result: T) => boolean,
  ): Promise<Outcome<T>> {
    const before = await store.transaction((tx) => tx.once.get(name))
    if (before !== undefined) return { isFirst: false, result: undefined }
    const result = await work()
    if (isDone(result)) {
      await store.transaction((tx) => tx.once.set(name, 'done', clock.now()))
    }
    return { isFirst: true, result }
  }

  return {
    async run(key, work, isDone = () => true) {
      const name = `${platform}:${key}`
      const earlier = underWay.get(name)
      // The same key stands for the same work, so what comes of it has the same type.
      if (earlier)
        return { ...((await earlier) as Awaited<ReturnType<typeof doOnce<never>>>), isFirst: false }
      const doing = doOnce(name, work, isDone)
      underWay.set(name, doing)
      try {
        return await doing
      } finally {
        underWay.delete(name)
      }
    },
  }
}
