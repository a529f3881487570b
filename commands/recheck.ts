import {
  CASE,
  callsOf,
  defineCommand,
  fieldText,
  type Answers,
  type Caller,
  type Reply,
} from '../src/chat/command.ts'
import { AppError } from '../src/core/app-error.ts'
import { parseCallLink } from '../src/core/call-link.ts'
import type { Field, Form } from '../src/core/card.ts'
import { memberField } from '../src/core/member-field.ts'
import { roundForm } from '../src/core/window-form.ts'
import { managers } from '../src/texts/managers.ts'
import { answerWithLink } from '../src/usecases/answer-with-link.ts'
import { startRound } from '../src/usecases/manage-round.ts'
import type { CallFinding } from '../src/usecases/named-call.ts'
import type { Ports } from '../src/usecases/ports.ts'
import { isShownTwice, readWindow, windowAnswers } from '../src/usecases/read-window.ts'
import { findLatestRound, findRound } from '../src/usecases/rounds.ts'

/** The account in the round before, where another can be named: for a meeting in a channel of this server. */
async function accountBefore(
  ports: Ports,
  caller: Caller,
  caseId: string,
): Promise<{ link: string; person: string } | null> {
  const { calls } = caller
  if (calls === null || callsOf(ports, caller) !== 'noted') return null
  const { link, person } = await ports.store.transaction(async (tx) => {
    const { round } = await findLatestRound(tx, caseId)
    const call = await tx.calls.get(round.id)
    return { link: round.meetingUrl ?? '', person: call?.person ?? '' }
  })
  const channel = parseCallLink(link)
  const isHere = channel?.service === calls.service && channel.server === calls.server
  return isHere ? { link, person } : null
}

/** The field for the account, with what was answered so far. */
async function accountField(
  ports: Ports,
  caller: Caller,
  caseId: string,
  answers: Answers = {},
): Promise<Field | null> {
  const before = await accountBefore(ports, caller, caseId)
  const { member } = answers
  return before && memberField(typeof member === 'string' ? member : before.person)
}

/** What the answers make of the account; nothing where it stays as it is. */
async function findAccount(
  ports: Ports,
  caller: Caller,
  caseId: string,
  answers: Answers,
): Promise<CallFinding | { call?: null }> {
  if (typeof answers['member'] !== 'string') return {}
  const before = await accountBefore(ports, caller, caseId)
  const [person = ''] = answers['member'].split(',')
  if (before === null || caller.calls === null || person === before.person) return {}
  return person === '' ? { call: null } : caller.calls.find(before.link, person)
}

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
    const form = await formAgain(ports, caller, caseId, answers, reading.twice)
    return { kind: 'faults', faults: reading.faults, form }
  }
  const account = await findAccount(ports, caller, caseId, answers)
  // The form has no field for the meeting link, so whatever does not fit stands beside the account.
  if ('faults' in account) {
    return { kind: 'faults', faults: { member: Object.values(account.faults).join('; ') } }
  }
  const { roundId, link } = await startRound(ports, caller.actor, {
    caseId,
    ...reading,
    ...(typeof answers['controlCheck'] === 'boolean'
      ? { controlCheck: answers['controlCheck'] }
      : {}),
    ...account,
    submissionId,
  })
  return { kind: 'card', card: await answerWithLink(ports, roundId, link, false) }
}

/** The form as it opens: a recheck is often one on the company’s own laptop, where the exercise tells most. */
async function newForm(
  ports: Ports,
  caller: Caller,
  caseId: string,
  lengthMin?: number,
): Promise<Form> {
  const controlCheck = ports.settings.controlCheck ? true : null
  const member = await accountField(ports, caller, caseId)
  return roundForm(caseId, { zone: caller.zone, lengthMin, controlCheck, member })
}

/** The form with what was answered so far. */
async function formAgain(
  ports: Ports,
  caller: Caller,
  caseId: string,
  answers: Answers,
  twice: boolean,
): Promise<Form> {
  const text = (name: string) => fieldText(answers, name)
  return roundForm(caseId, {
    controlCheck: ports.settings.controlCheck ? answers['controlCheck'] === true : null,
    member: await accountField(ports, caller, caseId, answers),
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
    return { kind: 'form', form: await newForm(ports, caller, kase.id) }
  },
  async press(ports, caller, args) {
    const { round, kase } = await ports.store.transaction((tx) =>
      findRound(tx, args['round'] ?? ''),
    )
    const lengthMin = Math.round((round.endAt - round.startAt) / 60_000)
    return { kind: 'form', form: await newForm(ports, caller, kase.id, lengthMin) }
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
