/** The switch for the tapping exercise: off for an interview, on for another round, gone where the operator has it off. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import recheck from '../../commands/recheck.ts'
import review from '../../commands/review.ts'
import verify from '../../commands/verify.ts'
import type { Answers, Caller, Reply } from '../../src/chat/command.ts'
import { rights } from '../../src/core/access.ts'
import { manager, MINUTE, NOW, open, openProduct } from '../usecases/_product.ts'

let product: Awaited<ReturnType<typeof openProduct>>
beforeEach(async () => {
  product = await openProduct()
})
afterEach(() => product.close())

const caller: Caller = {
  actor: manager,
  channel: 'hiring',
  channelOf: null,
  calls: null,
  emptyListsMean: 'everybody',
  workspace: 'console',
  zone: 'UTC',
  rights,
  commands: [],
}

/** The switch of a form: its value, or undefined where there is none. */
function switchOf(reply: Reply | undefined): boolean | undefined {
  if (reply?.kind !== 'form') throw new Error(`expected a form, got ${String(reply?.kind)}`)
  const field = reply.form.fields.find(({ name }) => name === 'controlCheck')
  return field?.kind === 'switch' ? field.value === true : undefined
}

const window = (from: number): Answers => ({
  start: `@${NOW + from}`,
  zone: 'UTC',
  lengthMin: '45',
})

const rounds = (caseId: string) => product.store.transaction((tx) => tx.rounds.ofCase(caseId))

describe('a new case', () => {
  const answers: Answers = {
    ...window(10 * MINUTE),
    name: 'Jane Doe',
    email: 'jane@example.com',
    place: 'Austin, Texas',
  }
  const askedFor = async (more: Answers) => {
    await verify.submit?.(product.ports, caller, { ...answers, ...more }, {}, 'one')
    const [kase] = await product.store.transaction((tx) => tx.cases.list({ limit: 1 }))
    return (await rounds(kase?.id ?? ''))[0]?.controlCheck
  }

  test('is not asked for it unless the manager says so', async () => {
    expect(switchOf(await verify.type?.(product.ports, caller, ''))).toBe(false)
    expect(await askedFor({ controlCheck: false })).toBe(false)
  })

  test('is when they do', async () => {
    expect(await askedFor({ controlCheck: true })).toBe(true)
  })

  test('a form that comes back keeps the switch', async () => {
    const wrong = { ...answers, start: '', controlCheck: true }
    const reply = await verify.submit?.(product.ports, caller, wrong, {}, 'one')
    if (reply?.kind !== 'faults' || reply.form === undefined) throw new Error('expected faults')
    expect(switchOf({ kind: 'form', form: reply.form })).toBe(true)
  })
})

describe('another round', () => {
  test('is asked for it unless the manager says otherwise', async () => {
    const { caseId, roundId } = await open(product.ports)
    expect(switchOf(await recheck.type?.(product.ports, caller, caseId))).toBe(true)
    expect(switchOf(await recheck.press?.(product.ports, caller, { round: roundId }))).toBe(true)
    const decided = await review.submit?.(
      product.ports,
      caller,
      { reason: 'Not sure yet.' },
      { round: roundId, decision: 'recheck', seen: '0' },
      'one',
    )
    expect(switchOf(decided)).toBe(true)
  })

  test.each([true, false])('as the form says: %s', async (controlCheck) => {
    const { caseId } = await open(product.ports, { controlCheck: !controlCheck })
    const answers = { ...window(60 * MINUTE), controlCheck }
    await recheck.submit?.(product.ports, caller, answers, { case: caseId }, 'two')
    expect((await rounds(caseId)).map((round) => round.controlCheck)).toEqual([
      !controlCheck,
      controlCheck,
    ])
  })
})

test('where the operator has it off no form offers it, and no round asks for it', async () => {
  product.ports.settings.controlCheck = false
  const { caseId } = await open(product.ports, { controlCheck: true })
  expect(switchOf(await verify.type?.(product.ports, caller, ''))).toBeUndefined()
  expect(switchOf(await recheck.type?.(product.ports, caller, caseId))).toBeUndefined()
  const answers = { ...window(60 * MINUTE), controlCheck: true }
  await recheck.submit?.(product.ports, caller, answers, { case: caseId }, 'two')
  expect((await rounds(caseId)).map((round) => round.controlCheck)).toEqual([false, false])
})
