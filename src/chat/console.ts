/** The console: a hiring channel in the browser, whose messages live in our own database. */
import type { ConsoleMessage } from '../usecases/records.ts'
import type { Clock, Messenger, Random, Store } from '../usecases/ports.ts'

/** Told of every message that is new, edited or removed. */
export type ConsoleListener = (message: ConsoleMessage) => void

/** The console's messenger, and the live view of its channel. */
export interface Console extends Messenger {
  /** The newest messages, oldest of them first. */
  latest(channel: string): Promise<ConsoleMessage[]>
  /** Listens to changes. Out: stops listening. */
  listen(listener: ConsoleListener): () => void
}

/** Messages shown when the console opens. */
const SHOWN = 100

/** Makes the console's messenger. */
export function createConsole(ports: { store: Store; clock: Clock; random: Random }): Console {
  const listeners = new Set<ConsoleListener>()
  const tell = (message: ConsoleMessage) => {
    for (const listener of listeners) listener(message)
  }
  return {
    editPauseMs: 250,
    async deliver({ key, channel, card, caseId }) {
      const at = ports.clock.now()
      const message = await ports.store.transaction(async (tx) => {
        // Found by key, so that a delivery whose acknowledgement was lost edits instead of posting twice.
        const before = await tx.console.byKey(channel, key)
        const next: ConsoleMessage = before
          ? { ...before, card, editedAt: at, removed: false }
          : {
              id: ports.random.id('message'),
              key,
              channel,
              caseId,
              card,
              at,
              editedAt: null,
              removed: false,
            }
        await tx.console.upsert(next)
        return next
      })
      tell(message)
      return message.id
    },
    async remove(_channel, ref) {
      const message = await ports.store.transaction(async (tx) => {
        const before = await tx.console.get(ref)
        if (before === undefined) return undefined
        const next = { ...before, removed: true, editedAt: ports.clock.now() }
        await tx.console.upsert(next)
        return next
      })
      if (message) tell(message)
    },
    latest: (channel) => ports.store.transaction((tx) => tx.console.latest(channel, SHOWN)),
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
