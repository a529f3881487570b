/** What a manager does with a round besides deciding: a new link, a new round, cancelling, erasing. */
import { AppError } from '../core/app-error.ts'
import { decisionWords, nextCaseState } from '../core/case.ts'
import { NOTHING_DECLARED } from '../core/claim.ts'
import { isLive, nextRoundState, nextSessionState, windowSchema } from '../core/round.ts'
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import { redrawCard } from './cards.ts'
import { makeLink } from './invite.ts'
import { checkMailer, mailLink } from './mail-link.ts'
import { carryCall, type NamedCall } from './named-call.ts'
import type { Ports } from './ports.ts'
import type { Actor, RoundRecord, Tx } from './records.ts'
import { findLatestRound, findRound } from './rounds.ts'

const texts = managers.commands

/** A new link supersedes the old ones, and goes to the candidate by mail where wished. Fails: `bad-input` for that without a mail server; `not-found`; `illegal-transition` once a browser is bound or the window is over. */
export async function resendLink(
  ports: Ports,
  actor: Actor,
  roundId: string,
  byMail = false,
): Promise<string> {
  checkMailer(ports, byMail)
  const link = await ports.store.transaction(async (tx) => {
    const { round, kase } = await findRound(tx, roundId)
    if (round.state !== 'waiting' || round.endAt <= ports.clock.now()) {
      throw new AppError(
        'illegal-transition',
        fill(texts.resend.tooLate, { button: decisionWords.recheck.button }),
      )
    }
    const url = await makeLink(ports, tx, round.id)
    await tx.audit.append({
      at: ports.clock.now(),
      actor,
      event: 'link-renewed',
      caseId: kase.id,
      detail: { round: round.id },
    })
    if (byMail) {
      await mailLink(ports, tx, kase, round, url)
      await redrawCard(ports, tx, kase, round.id)
    }
    return url
  })
  ports.wake()
  return link
}

/** What a further round needs. */
export interface NewRound {
  caseId: string
  window: { startAt: number; endAt: number }
  zone: string
  /** Whether the tapping exercise is asked for; as in the round before when left out. */
  controlCheck?: boolean | undefined
  /** Whose times in the call are noted, checked by the chat that picked it; null for nobody’s, as in the round before when left out. */
  call?: NamedCall | null | undefined
  submissionId: string
}

/** Starts a further round of a case. Fails: `bad-input`, `not-found`, `illegal-transition`. */
export async function startRound(
  ports: Ports,
  actor: Actor,
  input: NewRound,
): Promise<{ roundId: string; link: string | null }> {
  const now = ports.clock.now()
  const window = windowSchema(now).safeParse(input.window)
  if (!window.success) {
    const fields = window.error.issues.map(({ path, message }) => ({
      field: String(path.at(-1) ?? 'start'),
      message,
    }))
    const fault = fields[0]?.message ?? texts.faults.wrong
    throw new AppError('bad-input', fill(texts.recheck.wrong, { fault }), { fields })
  }
  const started = await ports.store.transaction(async (tx) => {
    const key = `round:${input.caseId}:${input.submissionId}`
    const before = await tx.once.get(key)
    if (before !== undefined) return { roundId: before, link: null }
    const { round: last, kase } = await findLatestRound(tx, input.caseId)
    // A round that somebody is in runs to the end of its window; one that nobody opened is replaced.
    if (last.state === 'waiting') await endRound(ports, tx, last)
    const round: RoundRecord = {
      ...last,
      ...input.window,
      id: ports.random.id('round'),
      number: last.number + 1,
      state: 'waiting',
      zone: input.zone,
      controlCheck: ports.settings.controlCheck && (input.controlCheck ?? last.controlCheck),
      declared: NOTHING_DECLARED,
      createdAt: now,
      boundAt: null,
      joinedAt: null,
      closedAt: null,
    }
    await tx.rounds.insert(round)
    const accountChange = await carryCall(tx, last.id, round.id, input.call)
    await tx.cases.update(kase.id, {
      state: nextCaseState(kase.state, 'new-round'),
      updatedAt: now,
    })
    const link = await makeLink(ports, tx, round.id)
    await tx.once.set(key, round.id, now)
    await tx.audit.append({
      at: now,
      actor,
      event: 'round-started',
      caseId: kase.id,
      detail: { round: round.id, number: round.number },
    })
    if (accountChange !== null) {
      const event = `call-account-${accountChange}`
      await tx.audit.append({ at: now, actor, event, caseId: kase.id, detail: { round: round.id } })
    }
    await redrawCard(ports, tx, kase, last.id)
    await redrawCard(ports, tx, kase, round.id)
    return { roundId: round.id, link }
  })
  ports.wake()
  return started
}

/** Cancels a case's live round, and the case with it unless it was decided. Fails: `not-found`, `illegal-transition`. */
export async function cancelRound(ports: Ports, actor: Actor, roundId: string): Promise<void> {
  await ports.store.transaction(async (tx) => {
    const { round, kase } = await findRound(tx, roundId)
    await endRound(ports, tx, round)
    if (kase.state === 'open') {
      const at = ports.clock.now()
      await tx.cases.update(kase.id, { state: nextCaseState(kase.state, 'cancel'), updatedAt: at })
    }
    await tx.audit.append({
      at: ports.clock.now(),
      actor,
      event: 'round-cancelled',
      caseId: kase.id,
      detail: { round: round.id },
    })
    await redrawCard(ports, tx, kase, round.id)
  })
  ports.wake()
}

/** Erases everything personal of a case, at once. The audit log keeps that it happened. Fails: `not-found`, `illegal-transition` also while it is held. */
export async function forgetCase(ports: Ports, actor: Actor, caseId: string): Promise<void> {
  await ports.store.transaction(async (tx) => {
    const kase = await tx.cases.get(caseId)
    if (kase === undefined)
      throw new AppError('not-found', fill(texts.case.unknown, { case: caseId }))
    if (kase.heldAt !== null) {
      throw new AppError('illegal-transition', texts.forget.refused)
    }
    const now = ports.clock.now()
    const state = nextCaseState(kase.state, 'forget')
    const rounds = await tx.rounds.ofCase(caseId)
    for (const round of rounds) if (isLive(round.state)) await endRound(ports, tx, round)
    await tx.erase(caseId, now)
    await tx.cases.update(caseId, { state, claims: null, updatedAt: now })
    await tx.audit.append({ at: now, actor, event: 'forgotten', caseId, detail: {} })
    for (const round of rounds) await redrawCard(ports, tx, kase, round.id)
  })
  ports.wake()
}

/** Ends a live round before its time. */
async function endRound(ports: Ports, tx: Tx, round: RoundRecord): Promise<void> {
  const state = nextRoundState(round.state, 'cancel')
  await tx.rounds.update(round.id, { state, closedAt: ports.clock.now() })
  await tx.links.supersedeAll(round.id)
  await tx.mails.dropAll(round.id, ports.clock.now())
  const session = await tx.sessions.currentOf(round.id)
  if (session) {
    await tx.sessions.update(session.id, { state: nextSessionState(session.state, 'end') })
  }
}
