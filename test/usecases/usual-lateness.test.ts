/** What a deployment learns of its own people: counts of those whose round looked fine. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NOTHING_DECLARED } from '../../src/core/claim.ts'
import type { Decision } from '../../src/core/case.ts'
import { controlSample } from '../../src/core/rhythm/samples.ts'
import { SIMULATED_VANTAGE } from '../../src/simulate/lines.ts'
import { beginSession } from '../../src/usecases/begin-session.ts'
import { judgeWaitingRounds } from '../../src/usecases/close-rounds.ts'
import { forgetCase, startRound } from '../../src/usecases/manage-round.ts'
import { openCase } from '../../src/usecases/open-case.ts'
import { readCase } from '../../src/usecases/read-case.ts'
import { recordSignals } from '../../src/usecases/record-signals.ts'
import { reviewRound } from '../../src/usecases/review-round.ts'
import { caseInput, manager, MINUTE, open, openProduct, seen } from './_product.ts'

let product: Awaited<ReturnType<typeof openProduct>>
beforeEach(async () => {
  product = await openProduct()
})
afterEach(() => product.close())

let submissions = 0

/** A candidate who tapped so late. */
async function tapped(lateMs: number, declared = NOTHING_DECLARED) {
  const { ports, clock } = product
  submissions += 1
  const opened = await open(ports, { controlCheck: true }, `s${submissions}`)
  const { cookie } = await beginSession(ports, opened.token, declared, seen())
  clock.at += 20_000
  await judgeWaitingRounds(ports)
  await keep(cookie, lateMs)
  return opened
}

async function keep(cookie: string, lateMs: number) {
  const { ports, clock } = product
  const value = controlSample(lateMs, lateMs + 230)
  await recordSignals(ports, cookie, [
    { name: 'controlCheck', at: clock.at, source: 'server', value },
  ])
}

let seenReviews = new Map<string, number>()
beforeEach(() => {
  seenReviews = new Map()
})

async function decide(roundId: string, decision: Decision) {
  const before = seenReviews.get(roundId) ?? 0
  seenReviews.set(roundId, before + 1)
  const review = { roundId, decision, reason: 'Met them.', seen: before, workspace: 'console' }
  await reviewRound(product.ports, manager, review)
}

const counts = () => product.store.transaction((tx) => tx.usualLateness.counts())

describe('a round that looks fine', () => {
  test('is counted to the nearest five, without its case', async () => {
    const { roundId } = await tapped(82)
    expect(await counts()).toEqual([])
    await decide(roundId, 'fine')
    expect(await counts()).toEqual([{ input: 'key', lateMs: 80, people: 1 }])
  })

  test('is taken out when somebody decides otherwise, and may come back', async () => {
    const { roundId } = await tapped(82)
    await decide(roundId, 'fine')
    await decide(roundId, 'fine')
    expect(await counts()).toHaveLength(1)
    await decide(roundId, 'escalate')
    expect(await counts()).toEqual([])
    await decide(roundId, 'fine')
    expect(await counts()).toEqual([{ input: 'key', lateMs: 80, people: 1 }])
  })

  test('counts once a person, however many rounds they have', async () => {
    const { ports, clock } = product
    const { caseId, roundId } = await tapped(82)
    await decide(roundId, 'fine')
    const window = { startAt: clock.at + 60 * MINUTE, endAt: clock.at + 90 * MINUTE }
    const next = await startRound(ports, manager, {
      caseId,
      window,
      zone: 'UTC',
      submissionId: 'again',
    })
    clock.at = window.startAt
    const token = next.link?.split('/').at(-1) ?? ''
    const { cookie } = await beginSession(ports, token, NOTHING_DECLARED, seen())
    await keep(cookie, 140)
    await decide(next.roundId, 'fine')
    expect(await counts()).toEqual([{ input: 'key', lateMs: 80, people: 1 }])
  })

  test('stays counted when its case is erased', async () => {
    const { caseId, roundId } = await tapped(40)
    await decide(roundId, 'fine')
    await forgetCase(product.ports, manager, caseId)
    expect(await counts()).toEqual([{ input: 'key', lateMs: 40, people: 1 }])
  })
})

test.each<Decision>(['recheck', 'escalate', 'dismiss'])('%s counts nobody', async (decision) => {
  const { roundId } = await tapped(82)
  await decide(roundId, decision)
  expect(await counts()).toEqual([])
})

test('a simulated person is nobody, and is judged by published figures alone', async () => {
  for (let i = 0; i < 30; i++) await decide((await tapped(100)).roundId, 'fine')
  const { ports, clock } = product
  const context = {
    actor: manager,
    platform: 'console',
    channel: 'hiring',
    submissionId: 'simulated',
    simulated: { vantage: SIMULATED_VANTAGE },
  } as const
  const { caseId, roundId, link } = await openCase(ports, context, {
    ...caseInput({ controlCheck: true }),
    window: { startAt: clock.at + MINUTE, endAt: clock.at + 30 * MINUTE },
  })
  const token = link?.split('/').at(-1) ?? ''
  const from = seen({ simulated: true })
  const { cookie } = await beginSession(ports, token, NOTHING_DECLARED, from)
  clock.at += 20_000
  await judgeWaitingRounds(ports)
  await keep(cookie, 140)
  const { evidence } = await readCase(ports, caseId)
  const loop = evidence.find(({ check }) => check === 'loop-latency')
  expect(loop?.expected).toContain('(published figures)')
  const before = await counts()
  await decide(roundId, 'fine')
  expect(await counts()).toEqual(before)
})

test('somebody who uses assistive technology or a remote desktop is not counted', async () => {
  for (const what of ['assistive', 'remoteDesktop'] as const) {
    const { roundId } = await tapped(180, { ...NOTHING_DECLARED, [what]: true })
    await decide(roundId, 'fine')
  }
  expect(await counts()).toEqual([])
})

test('thirty people who tap late move what is expected; fewer do not', async () => {
  const judgeLate = async () => {
    const { caseId } = await tapped(140)
    const { verdict, evidence } = await readCase(product.ports, caseId)
    const loop = evidence.find(({ check }) => check === 'loop-latency')
    return { state: verdict?.axes.control.state, expected: loop?.expected }
  }
  for (let i = 0; i < 29; i++) await decide((await tapped(60 + ((i * 37) % 81))).roundId, 'fine')
  expect(await judgeLate()).toMatchObject({
    state: 'review',
    expected: expect.stringContaining('(published figures)'),
  })
  await decide((await tapped(100)).roundId, 'fine')
  const { state, expected } = await judgeLate()
  expect(expected).toContain('30 people here and published figures')
  expect(state).toBe('consistent')
}, 60_000)
