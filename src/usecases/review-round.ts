/** A named person decides, with a reason. */
import { AppError } from '../core/app-error.ts'
import { textCard } from '../core/card.ts'
import { decisionWords, nextCaseState, type Decision } from '../core/case.ts'
import { paragraph } from '../core/claim.ts'
import { timeWords } from '../core/when-words.ts'
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import { postNote, redrawCard } from './cards.ts'
import type { Ports } from './ports.ts'
import type { Actor, CaseRecord, Tx } from './records.ts'
import { readAccess } from './access.ts'
import { countLateness } from './count-lateness.ts'
import { findRound } from './rounds.ts'

const { faults, notes, review: texts } = managers.commands

/** Longest reason, characters. */
const REASON_MAX = 3000

/**
 * Keeps a decision.
 *
 * In: `seen` is how many decisions the person saw when they decided.
 * Fails: `bad-input` without a reason; `already-decided` when someone was quicker, saying who and what;
 * `not-found`, `illegal-transition` for a cancelled or erased case.
 */
export async function reviewRound(
  ports: Ports,
  actor: Actor,
  review: {
    roundId: string
    decision: Decision
    reason: string
    seen: number
    /** Whose rules hold. */
    workspace: string
  },
): Promise<void> {
  const reason = paragraph(REASON_MAX).safeParse(review.reason)
  if (!reason.success) {
    const fault = reason.error.issues[0]?.message ?? faults.reasonMissing
    const message = fill(texts.reasonNeeded, { fault })
    throw new AppError('bad-input', message, { fields: [{ field: 'reason', message }] })
  }
  await ports.store.transaction(async (tx) => {
    const { round, kase } = await findRound(tx, review.roundId)
    const earlier = (await tx.reviews.ofCase(kase.id)).filter((r) => r.roundId === round.id)
    const latest = earlier.at(-1)
    if (latest !== undefined && earlier.length > review.seen) {
      throw new AppError(
        'already-decided',
        fill(texts.quicker, {
          name: latest.by.name,
          decision: decisionWords[latest.decision].done,
          time: timeWords(latest.at, round.zone),
          reason: latest.reason,
        }),
      )
    }
    if (review.decision === 'fine' || review.decision === 'dismiss') {
      await refuseAlone(tx, actor, review.workspace, kase, round.id)
    }
    const now = ports.clock.now()
    const id = ports.random.id('review')
    await tx.reviews.append({
      id,
      caseId: kase.id,
      roundId: round.id,
      by: actor,
      decision: review.decision,
      reason: reason.data,
      at: now,
    })
    await countLateness(tx, kase, round, review.decision)
    await tx.cases.update(kase.id, { state: nextCaseState(kase.state, 'review'), updatedAt: now })
    await tx.audit.append({
      at: now,
      actor,
      event: 'reviewed',
      caseId: kase.id,
      detail: { round: round.id, decision: review.decision },
    })
    if (review.decision === 'escalate') {
      const about = { name: actor.name, case: kase.claims?.name ?? managers.commands.case.aCase }
      const title = fill(notes.escalated, about)
      await postNote(
        ports,
        tx,
        kase,
        round.id,
        id,
        textCard(title, [reason.data, notes.escalatedNext], 'attention'),
      )
    }
    await redrawCard(ports, tx, kase, round.id)
  })
  ports.wake()
}

/** Where four eyes are wanted, the person who asked does not set a contradiction aside alone. Fails: `forbidden`. */
async function refuseAlone(
  tx: Tx,
  actor: Actor,
  workspace: string,
  kase: CaseRecord,
  roundId: string,
): Promise<void> {
  if (actor.id !== kase.requester.id) return
  const latest = await tx.verdicts.latest(roundId)
  if (latest?.verdict.overall !== 'contradicted') return
  const { fourEyes } = await readAccess(tx, workspace)
  if (!fourEyes) return
  throw new AppError('forbidden', fill(texts.notAlone, { button: decisionWords.escalate.button }))
}
