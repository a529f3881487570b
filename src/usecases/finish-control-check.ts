/**
 * What came of a tapping exercise: its times are held against the plan that was sent, summed up, and forgotten.
 *
 * What cannot be of the plan is noted and weighs nothing: somebody who edits their own times gains nothing by it, and a
 * network that loses or repeats messages must not accuse anyone.
 */
import { isLive } from '../core/round.ts'
import type { ControlOutcome } from '../core/rhythm/control-outcome.ts'
import { estimateControl, type ControlEstimate } from '../core/rhythm/estimate.ts'
import { estimateExtra, type ExtraEstimate } from '../core/rhythm/estimate-extra.ts'
import { controlLogSchema, type ControlLog } from '../core/rhythm/log.ts'
import { planFault } from '../core/rhythm/plan-fault.ts'
import type { ControlPlan } from '../core/rhythm/plan.ts'
import { logQuality } from '../core/rhythm/quality.ts'
import type { ControlTrouble } from '../core/rhythm/trouble-words.ts'
import { parseSignal } from '../core/signals.ts'
import {
  absentPart,
  CHECKS_SENT,
  controlProgress,
  isControlAsked,
  isUnscored,
  planOfCheck,
  SIGNAL_OF,
  takenOf,
} from './control-round.ts'
import type { Ports } from './ports.ts'
import { keepSignals } from './record-signals.ts'
import type { ControlCheckRecord, Tx } from './records.ts'
import { findSession, isCurrent, type SessionContext } from './sessions.ts'

const REFUSED = { kind: 'trouble', trouble: 'refused' } as const

/**
 * Takes what a page sends of an exercise, once for each plan.
 *
 * In: anything; what is no log is refused like one of another plan. Out: a second answer to the same plan is not read,
 * and gets what the first one got. Fails: `session-missing`.
 */
export async function finishControlCheck(
  ports: Ports,
  cookie: string,
  id: string,
  sent: unknown,
): Promise<ControlOutcome> {
  const outcome = await ports.store.transaction(async (tx) => {
    const context = await findSession(ports, tx, cookie)
    const { session, round } = context
    const check = await tx.controlChecks.get(id)
    if (check?.sessionId !== session.id || check.roundId !== round.id) {
      return refuse(ports, tx, context)
    }
    if (check.state !== 'issued') {
      const answered = await answeredBefore(tx, check, context)
      return answered ?? refuse(ports, tx, context)
    }
    if (!isControlAsked(ports, round) || !isCurrent(context) || !isLive(round.state)) {
      return REFUSED
    }
    return take(ports, tx, context, check, sent)
  })
  ports.wake()
  return outcome
}

/** What the first answer to a plan got; undefined where there was none that counts. */
async function answeredBefore(
  tx: Tx,
  { state, trouble }: ControlCheckRecord,
  context: SessionContext,
): Promise<ControlOutcome | undefined> {
  if (trouble !== null) return { kind: 'trouble', trouble }
  return state === 'done' ? doneOutcome(tx, context) : undefined
}

/** What somebody hears whose log was taken: that it was all, or that one part more is asked for. */
async function doneOutcome(tx: Tx, { round }: SessionContext): Promise<ControlOutcome> {
  if (isUnscored(round.declared)) return { kind: 'not-scored' }
  const progress = controlProgress(await tx.signals.ofRound(round.id), round.declared)
  return { kind: progress === 'more' ? 'more' : 'done' }
}

async function take(
  ports: Ports,
  tx: Tx,
  context: SessionContext,
  check: ControlCheckRecord,
  sent: unknown,
): Promise<ControlOutcome> {
  const now = ports.clock.now()
  const parsed = controlLogSchema.safeParse(sent)
  const fail = async (trouble: ControlTrouble): Promise<ControlOutcome> => {
    const state = trouble === 'refused' ? 'refused' : 'void'
    await tx.controlChecks.end(check.id, { state, trouble, endedAt: now })
    if (trouble === 'refused') return refuse(ports, tx, context, check.part)
    await keepSignals(ports, tx, context, [absentPart(check.part, now, 'out-of-range')])
    return { kind: 'trouble', trouble }
  }
  if (!parsed.success) return fail('refused')
  const log = parsed.data
  // A page stops at once where nothing can come of it, so such a log is short, and need not be of any plan.
  const unfit = logQuality(log)
  if (unfit !== null) return fail(unfit)
  const plan = planOfCheck(check)
  if (planFault(log, plan, now - check.issuedAt) !== null) return fail('refused')
  if (isUnscored(context.round.declared)) {
    await tx.controlChecks.end(check.id, { state: 'done', trouble: null, endedAt: now })
    await keepSignals(ports, tx, context, [absentPart(check.part, now, 'skipped')])
    return { kind: 'not-scored' }
  }
  const estimate = await estimateOf(tx, context, log, plan, check)
  if ('void' in estimate) return fail(estimate.void)
  const value = { ...estimate, input: log.input, frameMs: log.frameMs }
  const signal = parseSignal({ name: SIGNAL_OF[check.part], at: now, source: 'server', value })
  if (signal === undefined || 'why' in signal) return fail('refused')
  await tx.controlChecks.end(check.id, { state: 'done', trouble: null, endedAt: now })
  await keepSignals(ports, tx, context, [signal])
  return doneOutcome(tx, context)
}

/** The sums of a log; or why there are none. */
async function estimateOf(
  tx: Tx,
  { round }: SessionContext,
  log: ControlLog,
  plan: ControlPlan,
  { part }: ControlCheckRecord,
): Promise<ControlEstimate | ExtraEstimate | { void: ControlTrouble }> {
  if (part === 'whole') return estimateControl(log)
  const taken = takenOf(await tx.signals.ofRound(round.id))
  return taken === undefined ? { void: 'refused' } : estimateExtra(log, plan, taken.asynchronyMs)
}

/** Notes that something came that is not of a plan, as often as a round may have plans. */
async function refuse(
  ports: Ports,
  tx: Tx,
  context: SessionContext,
  part: ControlCheckRecord['part'] = 'whole',
): Promise<ControlOutcome> {
  const { session, round, kase } = context
  const noted = (await tx.signals.ofRound(round.id)).filter(
    (signal) =>
      (signal.name === 'controlCheck' || signal.name === 'controlExtra') && 'why' in signal,
  )
  if (noted.length >= CHECKS_SENT) return REFUSED
  const at = ports.clock.now()
  await tx.audit.append({
    at,
    actor: { platform: 'candidate', id: session.id },
    event: 'control-check-refused',
    caseId: kase.id,
    detail: { round: round.id },
  })
  await keepSignals(ports, tx, context, [absentPart(part, at, 'out-of-range')])
  return REFUSED
}
