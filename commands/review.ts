import { CASE, defineCommand, fieldText, type Reply } from '../src/chat/command.ts'
import { AppError } from '../src/core/app-error.ts'
import { decisions, decisionWords, type Decision } from '../src/core/case.ts'
import type { Form } from '../src/core/card.ts'
import { roundForm } from '../src/core/window-form.ts'
import { fill } from '../src/texts/fill.ts'
import { managers } from '../src/texts/managers.ts'
import type { Ports } from '../src/usecases/ports.ts'
import { reviewRound } from '../src/usecases/review-round.ts'
import { findLatestRound, findRound } from '../src/usecases/rounds.ts'

const texts = managers.commands.review

function reasonForm(decision: Decision, args: Readonly<Record<string, string>>): Form {
  return {
    command: 'review',
    args,
    title: decisionWords[decision].button,
    fields: [
      {
        kind: 'long-text',
        name: 'reason',
        label: texts.reason,
        hint: texts.hints[decision],
        required: true,
      },
    ],
    submit: decisionWords[decision].button,
  }
}

function readDecision(text: string | undefined): Decision {
  const decision = decisions.find((known) => known === text)
  if (decision === undefined) {
    const message = fill(texts.unknown, { known: decisions.join(', '), typed: text ?? '' })
    throw new AppError('bad-input', message)
  }
  return decision
}

/** How many decisions a round has. */
async function countReviews(ports: Ports, roundId: string): Promise<number> {
  return ports.store.transaction(async (tx) => {
    const { kase } = await findRound(tx, roundId)
    const reviews = await tx.reviews.ofCase(kase.id)
    return reviews.filter((review) => review.roundId === roundId).length
  })
}

export default defineCommand({
  name: 'review',
  summary: texts.summary,
  parameters: [
    CASE,
    { name: 'decision', summary: texts.decision, required: true, offers: decisions },
  ],
  right: 'review',
  async type(ports: Ports, _caller, text): Promise<Reply> {
    const [caseId = '', word] = text.trim().split(/\s+/)
    const decision = readDecision(word)
    const { round } = await ports.store.transaction((tx) => findLatestRound(tx, caseId))
    const seen = String(await countReviews(ports, round.id))
    return { kind: 'form', form: reasonForm(decision, { round: round.id, decision, seen }) }
  },
  press: async (_ports, _caller, args) => ({
    kind: 'form',
    form: reasonForm(readDecision(args['decision']), args),
  }),
  form: async (_ports, _caller, args) => reasonForm(readDecision(args['decision']), args),
  async submit(ports, caller, answers, args) {
    const decision = readDecision(args['decision'])
    const roundId = args['round'] ?? ''
    try {
      await reviewRound(ports, caller.actor, {
        roundId,
        decision,
        reason: fieldText(answers, 'reason'),
        seen: Number(args['seen'] ?? 0),
        workspace: caller.workspace,
      })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      if (error.code === 'bad-input') return { kind: 'faults', faults: { reason: error.message } }
      if (error.code !== 'already-decided') throw error
      // What was typed stays, and pressing again decides all the same, now knowing of the other.
      const seen = String(await countReviews(ports, roundId))
      const form = reasonForm(decision, { ...args, seen })
      return { kind: 'faults', faults: { reason: error.message }, form }
    }
    // Another check needs a window: the next form asks for it.
    if (decision !== 'recheck') return { kind: 'done' }
    const { kase } = await ports.store.transaction((tx) => findRound(tx, roundId))
    const controlCheck = ports.settings.controlCheck ? true : null
    return { kind: 'form', form: roundForm(kase.id, { zone: caller.zone, controlCheck }) }
  },
})
