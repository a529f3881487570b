import {
  CASE,
  defineCommand,
  fieldText,
  type Answers,
  type Caller,
  type Reply,
} from '../src/chat/command.ts'
import { AppError } from '../src/core/app-error.ts'
import type { Form } from '../src/core/card.ts'
import { roundForm } from '../src/core/window-form.ts'
import { managers } from '../src/texts/managers.ts'
import { answerWithLink } from '../src/usecases/answer-with-link.ts'
import { startRound } from '../src/usecases/manage-round.ts'
import type { Ports } from '../src/usecases/ports.ts'
import { isShownTwice, readWindow, windowAnswers } from '../src/usecases/read-window.ts'
import { findLatestRound, findRound } from '../src/usecases/rounds.ts'

async function start(
  ports: Ports,
  caller: Caller,
  answers: Answers,
  caseId: string,
  submissionId: string,
): Promise<Reply> {
  const text = (name: string) => fieldText(answers, name)
  const reading = readWindow(ports.lookups.when, windowAnswers(text))
  if ('faults' in reading) {
    const form = formAgain(ports, caller, caseId, answers, reading.twice)
    return { kind: 'faults', faults: reading.faults, form }
  }
  const { roundId, link } = await startRound(ports, caller.actor, {
    caseId,
    ...reading,
    ...(typeof answers['controlCheck'] === 'boolean'
      ? { controlCheck: answers['controlCheck'] }
      : {}),
    submissionId,
  })
  return { kind: 'card', card: await answerWithLink(ports, roundId, link, false) }
}

/** The form as it opens: a recheck is often one on the company’s own laptop, where the exercise tells most. */
function newForm(ports: Ports, { zone }: Caller, caseId: string, lengthMin?: number): Form {
  const controlCheck = ports.settings.controlCheck ? true : null
  return roundForm(caseId, { zone, lengthMin, controlCheck })
}

/** The form with what was answered so far. */
function formAgain(
  ports: Ports,
  caller: Caller,
  caseId: string,
  answers: Answers,
  twice: boolean,
): Form {
  const text = (name: string) => fieldText(answers, name)
  return roundForm(caseId, {
    controlCheck: ports.settings.controlCheck ? answers['controlCheck'] === true : null,
    wall: text('start') || undefined,
    zone: text('zone') || caller.zone,
    lengthMin: Number(text('lengthMin')) || undefined,
    twice,
  })
}

export default defineCommand({
  name: 'recheck',
  summary: managers.commands.recheck.summary,
  parameters: [CASE],
  right: 'verify',
  async type(ports, caller, text) {
    const { kase } = await ports.store.transaction((tx) => findLatestRound(tx, text.trim()))
    return { kind: 'form', form: newForm(ports, caller, kase.id) }
  },
  async press(ports, caller, args) {
    const { round, kase } = await ports.store.transaction((tx) =>
      findRound(tx, args['round'] ?? ''),
    )
    const lengthMin = Math.round((round.endAt - round.startAt) / 60_000)
    return { kind: 'form', form: newForm(ports, caller, kase.id, lengthMin) }
  },
  async form(ports, caller, args, answers) {
    const stated = windowAnswers((name) => fieldText(answers, name))
    const twice = isShownTwice(ports.lookups.when, stated)
    return formAgain(ports, caller, args['case'] ?? '', answers, twice)
  },
  async submit(ports, caller, answers, args, submissionId) {
    try {
      return await start(ports, caller, answers, args['case'] ?? '', submissionId)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'bad-input') throw error
      return { kind: 'faults', faults: { start: error.message } }
    }
  },
})
