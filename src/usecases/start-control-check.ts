/** Start the check: a plan from a new seed, for one session, answered once. An earlier one is void then. */
import { AppError } from '../core/app-error.ts'
import { isLive } from '../core/round.ts'
import type { ControlPlan, Variant } from '../core/rhythm/plan.ts'
import { CHECKS_SENT, controlProgress, isControlAsked, planOfCheck } from './control-round.ts'
import { judgeRound } from './judge-round.ts'
import type { Ports } from './ports.ts'
import type { ControlCheckRecord } from './records.ts'
import { findSession, isCurrent } from './sessions.ts'

/** A plan that was sent. */
export interface StartedCheck {
  id: string
  plan: ControlPlan
}

/** What a candidate says before it. */
export interface ControlWish {
  variant: Variant
  /** In use right now. */
  remoteDesktop: boolean
  assistive: boolean
}

/**
 * Sends a plan: of the whole exercise, or where that was taken and taps and reactions disagree, of the part besides.
 *
 * Fails: `session-missing`; `illegal-transition` where none is asked for, the interview is over, or one was taken;
 * `too-many-requests` after a dozen.
 */
export async function startControlCheck(
  ports: Ports,
  cookie: string,
  wish: ControlWish,
): Promise<StartedCheck> {
  const started = await ports.store.transaction(async (tx) => {
    const context = await findSession(ports, tx, cookie)
    const { session, round, kase } = context
    if (!isControlAsked(ports, round)) {
      throw new AppError('illegal-transition', 'No tapping exercise is asked for here.', {
        reason: 'exercise-not-asked',
      })
    }
    if (!isCurrent(context) || !isLive(round.state)) {
      throw new AppError('illegal-transition', 'Your interview time is over here.', {
        reason: 'exercise-over',
      })
    }
    const progress = controlProgress(await tx.signals.ofRound(round.id), round.declared)
    if (progress === 'done') {
      throw new AppError('illegal-transition', 'The exercise is done already. Thank you.', {
        reason: 'exercise-done',
      })
    }
    const earlier = await tx.controlChecks.ofRound(round.id)
    if (earlier.length >= CHECKS_SENT) {
      throw new AppError(
        'too-many-requests',
        'That was tried often enough. Skipping it, or asking for another way, does not count against you.',
        { reason: 'exercise-often' },
      )
    }
    const now = ports.clock.now()
    await tx.controlChecks.supersedeAll(round.id, now)
    const check: ControlCheckRecord = {
      id: ports.random.id('check'),
      roundId: round.id,
      sessionId: session.id,
      seed: newSeed(ports),
      ...(progress === 'more' ? moreOf(earlier) : wholeOf(earlier, wish)),
      state: 'issued',
      trouble: null,
      issuedAt: now,
      endedAt: null,
    }
    await tx.controlChecks.insert(check)
    const declared = {
      ...round.declared,
      remoteDesktop: round.declared.remoteDesktop || wish.remoteDesktop,
      assistive: round.declared.assistive || wish.assistive,
    }
    if (JSON.stringify(declared) !== JSON.stringify(round.declared)) {
      await tx.rounds.update(round.id, { declared })
      await judgeRound(ports, tx, kase, { ...round, declared })
    }
    return { id: check.id, plan: planOfCheck(check) }
  })
  ports.wake()
  return started
}

/** 32 bits that nobody can foresee. */
function newSeed({ random }: Ports): number {
  return Number.parseInt(random.hash(random.token()).slice(0, 8), 16)
}

type Wanted = Pick<ControlCheckRecord, 'part' | 'variant' | 'tempi'>

/** After two tempi that disagreed a third one decides. */
function wholeOf(earlier: readonly ControlCheckRecord[], { variant }: ControlWish): Wanted {
  const ended = earlier.filter(({ state }) => state === 'void' || state === 'done')
  const tempi = ended.at(-1)?.trouble === 'tempi-disagree' ? 3 : 2
  return { part: 'whole', variant, tempi }
}

/** What is asked for besides comes as the exercise before it was liked. */
function moreOf(earlier: readonly ControlCheckRecord[]): Wanted {
  const done = earlier.filter(({ part, state }) => part === 'whole' && state === 'done').at(-1)
  return { part: 'extra', variant: done?.variant ?? 'usual', tempi: 2 }
}
