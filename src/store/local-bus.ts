/** News within one process: all there is to it when no other shares the database. */
import type { Bus, NewsListener } from '../usecases/ports.ts'

/** Makes a bus of this process alone. */
export function createLocalBus(): Bus {
  const listeners = new Set<NewsListener>()
  return {
    publish(topic, id) {
      for (const listener of [...listeners]) listener(topic, id)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
