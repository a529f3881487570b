/** Asking for messages: every one is a row of the outbox, written with its cause. */
import type { Card } from '../core/card.ts'
import type { Ports } from './ports.ts'
import type { CaseRecord, Tx } from './records.ts'

/** Asks for the living card of a round to be drawn again from what is then true. */
export async function redrawCard(
  ports: Ports,
  tx: Tx,
  kase: CaseRecord,
  roundId: string,
): Promise<void> {
  await tx.outbox.put({
    key: `card:${roundId}`,
    caseId: kase.id,
    platform: kase.platform,
    channel: kase.channel,
    card: null,
    roundId,
    dueAt: ports.clock.now(),
  })
}

/** Asks for a message of its own, posted once per `key`. */
export async function postNote(
  ports: Ports,
  tx: Tx,
  kase: CaseRecord,
  roundId: string,
  key: string,
  card: Card,
): Promise<void> {
  await tx.outbox.put({
    key: `note:${key}`,
    caseId: kase.id,
    platform: kase.platform,
    channel: kase.channel,
    card,
    roundId,
    dueAt: ports.clock.now(),
  })
}
