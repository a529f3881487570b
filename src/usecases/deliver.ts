/** Bringing the outbox to the chats: at least once each, and never twice to a reader's eye. */
import { roundCard } from '../core/round-card.ts'
import type { Messenger, Ports } from './ports.ts'
import type { Actor, OutboxRecord, Tx } from './records.ts'
import { viewRoundWithPicture } from './view-round.ts'

/** Thrown by a messenger to say when to try again; `afterMs` null means never. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError'
  readonly afterMs: number | null

  constructor(message: string, afterMs: number | null, options?: ErrorOptions) {
    super(message, options)
    this.afterMs = afterMs
  }
}

/** Messengers by platform. A platform without one keeps its rows until it has. */
export type Messengers = Partial<Record<Actor['platform'], Messenger>>

/** How long a claimed row is hidden from others: longer than any delivery, short enough to retry after a crash. */
const HIDDEN_MS = 30_000

/** After this long what is left of a run stays for later: another process must not take a row that is still in hand. */
const TAKEN_MS = 20_000

/** First and longest wait before another try. */
const BACKOFF_MS = { first: 1_000, most: 300_000 } as const

/** How often a note waits for the message it belongs under before it goes alone. */
const TRIES_FOR_THREAD = 5

/** Rows taken in one run. */
const AT_ONCE = 20

/**
 * Delivers what is due.
 *
 * In: `editedAt` remembers when each message was last touched, so that edits keep the platform's pace.
 * Out: how many rows were tried. A row that fails waits longer each time; it is never dropped for failing.
 */
export async function deliverOutbox(
  ports: Ports,
  messengers: Messengers,
  editedAt: Map<string, number>,
): Promise<number> {
  const now = ports.clock.now()
  const rows = await ports.store.transaction((tx) => tx.outbox.claim(now, now + HIDDEN_MS, AT_ONCE))
  for (const row of rows) {
    if (ports.clock.now() >= now + TAKEN_MS) break
    await deliverRow(ports, messengers, editedAt, row)
  }
  for (const [key, at] of editedAt) if (at < now - HIDDEN_MS) editedAt.delete(key)
  return rows.length
}

async function deliverRow(
  ports: Ports,
  messengers: Messengers,
  editedAt: Map<string, number>,
  row: OutboxRecord,
): Promise<void> {
  try {
    const messenger = messengers[row.platform]
    if (messenger === undefined) throw new DeliveryError(`${row.platform} is not set up`, 60_000)
    const restMs = (editedAt.get(row.key) ?? 0) + messenger.editPauseMs - ports.clock.now()
    if (restMs > 0) {
      ports.wake(restMs)
      throw new DeliveryError('edited a moment ago', restMs)
    }
    // What is drawn is what is true now, not what was true when the wish was written.
    const message = await ports.store.transaction((tx) => draw(ports, tx, row))
    if (message !== undefined && 'remove' in message) {
      await messenger.remove(row.channel, message.remove)
    } else if (message !== undefined) {
      const { key, channel, caseId } = row
      const ref = await messenger.deliver({ key, channel, caseId, ...message })
      editedAt.set(key, ports.clock.now())
      await ports.store.transaction(async (tx) => {
        await tx.refs.set(key, caseId, ref)
        await tx.outbox.done(row.id)
      })
      return
    }
    await ports.store.transaction((tx) => tx.outbox.done(row.id))
  } catch (error) {
    await retryLater(ports, row, error)
  }
}

/**
 * A living card as it is now, or a note as it was written; undefined for a row that names neither.
 *
 * A note of an erased case is never brought: what was posted of it is to be removed.
 */
async function draw(ports: Ports, tx: Tx, row: OutboxRecord) {
  const ref = (await tx.refs.get(row.key)) ?? null
  const kase = row.caseId === null ? undefined : await tx.cases.get(row.caseId)
  if (row.key.startsWith('note:') && kase?.claims === null) {
    return ref === null ? undefined : { remove: ref }
  }
  const requester = kase?.requester ?? null
  if (row.card === null) {
    if (row.roundId === null) return undefined
    const card = roundCard(await viewRoundWithPicture(ports, tx, row.roundId))
    return { card, ref, under: null, requester }
  }
  const under = row.roundId === null ? null : ((await tx.refs.get(`card:${row.roundId}`)) ?? null)
  if (under === null && row.roundId !== null && row.attempts < TRIES_FOR_THREAD) {
    throw new DeliveryError('the message it belongs under is not posted yet', 1_000)
  }
  return { card: row.card, ref, under, requester }
}

async function retryLater(ports: Ports, row: OutboxRecord, error: unknown): Promise<void> {
  const given = error instanceof DeliveryError ? error.afterMs : undefined
  const text = error instanceof Error ? error.message : String(error)
  const wait = given ?? Math.min(BACKOFF_MS.most, BACKOFF_MS.first * 2 ** Math.min(row.attempts, 9))
  await ports.store.transaction((tx) =>
    given === null
      ? tx.outbox.done(row.id)
      : tx.outbox.retry(row.id, ports.clock.now() + wait, text.slice(0, 500)),
  )
}
