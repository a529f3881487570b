/** Leaving the tapping exercise out, by Skip or for another way. It weighs nothing, and the call is open as before. */
import type { Absence } from '../core/signals.ts'
import { absentPart, controlProgress, isControlAsked, SIGNAL_OF } from './control-round.ts'
import type { Ports } from './ports.ts'
import { keepSignals } from './record-signals.ts'
import type { Tx } from './records.ts'
import { findSession, type SessionContext } from './sessions.ts'

/** Skip was pressed. Fails: `session-missing`. */
export async function skipControlCheck(ports: Ports, cookie: string): Promise<void> {
  await ports.store.transaction(async (tx) => {
    await leaveOut(ports, tx, await findSession(ports, tx, cookie), 'skipped')
  })
  ports.wake()
}

/** Notes that there will be no exercise, or no part more, and why; unless all was taken, or that is noted already. */
export async function leaveOut(
  ports: Ports,
  tx: Tx,
  context: SessionContext,
  why: Extract<Absence, 'skipped' | 'refused'>,
): Promise<void> {
  const { round } = context
  if (!isControlAsked(ports, round)) return
  const signals = await tx.signals.ofRound(round.id)
  const progress = controlProgress(signals, round.declared)
  if (progress === 'done') return
  const part = progress === 'more' ? 'extra' : 'whole'
  const last = signals.filter(({ name }) => name === SIGNAL_OF[part]).at(-1)
  if (last !== undefined && 'why' in last && last.why === why) return
  const at = ports.clock.now()
  await tx.controlChecks.supersedeAll(round.id, at)
  await keepSignals(ports, tx, context, [absentPart(part, at, why)])
}
