import { defineCommand, fieldText, type Reply } from '../src/chat/command.ts'
import { AppError } from '../src/core/app-error.ts'
import { decisions, decisionWords, type Decision } from '../src/core/case.ts'
import type { Form } from '../src/core/card.ts'
import { roundForm } from '../src/core/window-form.ts'
import type { Ports } from '../src/usecases/ports.ts'
import { reviewRound } from '../src/usecases/review-round.ts'
import { findLatestRound, findRound } from '../src/usecases/rounds.ts'

/** What each decision asks for. */
const reasonHints: Readonly<Record<Decision, string>> = {
  fine: 'What convinced you? One line is enough.',
  recheck: 'What should the next check make clear?',
  escalate: 'What should the second person look at?',
  dismiss: 'Which innocent explanation fits, and how do you know?',
}

function reasonForm(decision: Decision, args: Readonly<Record<string, string>>): Form {
  return {
    command: 'review',
    args,
    title: decisionWords[decision].button,
    fields: [
      {
        kind: 'long-text',
        name: 'reason',
        label: 'Reason',
        hint: reasonHints[decision],
        required: true,
      },
    ],
    submit: decisionWords[decision].button,
  }
}

function readDecision(text: string | undefined): Decision {
  const decision = decisions.find((known) => known === text)
  if (decision === undefined) {
    const message = `A decision is one of ${decisions.join(', ')}; got “${text ?? ''}”.`
    throw new AppError('bad-input', message)
  }
  return decision
}

export default defineCommand({
  name: 'review',
  summary: 'Decide on a case, with a reason',
  usage: '/verify review <case> <fine|recheck|escalate|dismiss>',
  right: 'review',
  async type(ports: Ports, _caller, text): Promise<Reply> {
    const [caseId = '', word] = text.trim().split(/\s+/)
    const decision = readDecision(word)
    const { round, seen } = await ports.store.transaction(async (tx) => {
      const found = await findLatestRound(tx, caseId)
      const reviews = await tx.reviews.ofCase(caseId)
      return { ...found, seen: reviews.filter((r) => r.roundId === found.round.id).length }
    })
    return {
      kind: 'form',
      form: reasonForm(decision, { round: round.id, decision, seen: String(seen) }),
    }
  },
  press: async (_ports, _caller, args) => ({
    kind: 'form',
    form: reasonForm(readDecision(args['decision']), args),
  }),
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
      if (!(error instanceof AppError) || error.code !== 'bad-input') throw error
      return { kind: 'faults', faults: { reason: error.message } }
    }
    // Another check needs a window: the next form asks for it.
    if (decision !== 'recheck') return { kind: 'done' }
    const { kase } = await ports.store.transaction((tx) => findRound(tx, roundId))
    return { kind: 'form', form: roundForm(kase.id, { zone: caller.zone }) }
  },
})
