/** Which live pages to tell when something about their session changed. */

/** Listeners by key. */
export interface Hub {
  /** Listens. Out: stops listening. */
  on(key: string, listener: () => void): () => void
  tell(key: string): void
}

/** Makes a hub. */
export function createHub(): Hub {
  const listeners = new Map<string, Set<() => void>>()
  return {
    on(key, listener) {
      const set = listeners.get(key) ?? new Set()
      listeners.set(key, set.add(listener))
      return () => {
        set.delete(listener)
        if (set.size === 0) listeners.delete(key)
      }
    },
    tell(key) {
      for (const listener of listeners.get(key) ?? []) listener()
    },
  }
}
