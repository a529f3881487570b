/** The console: a hiring channel in the browser, whose messages live in our own database. */
import type { ConsoleMessage } from '../usecases/records.ts'
import type { Messenger, Ports } from '../usecases/ports.ts'

/** Told of every message that is new, edited or removed, by whichever process; null when some may have been missed. */
export type ConsoleListener = (message: ConsoleMessage | null) => void

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
export function createConsole(ports: Pick<Ports, 'store' | 'bus' | 'clock' | 'random'>): Console {
  const listeners = new Set<ConsoleListener>()
  const read = (id: string) =>
    ports.store.transaction(async (tx) => (await tx.console.get(id)) ?? null)
  // Read one after another: an older state must not arrive after a newer one.
  let tail: Promise<unknown> = Promise.resolve()
  ports.bus.subscribe((topic, id) => {
    if (listeners.size === 0 || (topic !== 'message' && topic !== 'gap')) return
    tail = tail.then(async () => {
      const message = topic === 'gap' ? null : await read(id).catch(() => null)
      for (const listener of listeners) listener(message)
    })
  })
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
      ports.bus.publish('message', message.id)
      return message.id
    },
    async remove(_channel, ref) {
      await ports.store.transaction(async (tx) => {
        const before = await tx.console.get(ref)
        if (before === undefined) return
        await tx.console.upsert({ ...before, removed: true, editedAt: ports.clock.now() })
      })
      ports.bus.publish('message', ref)
    },
    latest: (channel) => ports.store.transaction((tx) => tx.console.latest(channel, SHOWN)),
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
