/** The tapping exercise from Start to the verdict: sent, answered once, summed up, forgotten. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NOTHING_DECLARED } from '../../src/core/claim.ts'
import { extraPlanOf } from '../../src/core/rhythm/extra-plan.ts'
import type { ControlLog } from '../../src/core/rhythm/log.ts'
import { planOf } from '../../src/core/rhythm/plan.ts'
import { readingWords } from '../../src/texts/reading-words.ts'
import { askAsSession } from '../../src/usecases/ask-manager.ts'
import { beginSession } from '../../src/usecases/begin-session.ts'
import { closeRounds, judgeWaitingRounds } from '../../src/usecases/close-rounds.ts'
import { exportCase } from '../../src/usecases/export-case.ts'
import { finishControlCheck } from '../../src/usecases/finish-control-check.ts'
import { purge } from '../../src/usecases/purge.ts'
import { readCase } from '../../src/usecases/read-case.ts'
import { readRecorded } from '../../src/usecases/read-recorded.ts'
import { makeReportLink } from '../../src/usecases/read-report.ts'
import { readSessionState } from '../../src/usecases/session-state.ts'
import { skipControlCheck } from '../../src/usecases/skip-control-check.ts'
import { startControlCheck, type ControlWish } from '../../src/usecases/start-control-check.ts'
import { LOCAL, logOf, type Hand } from '../core/rhythm/_logs.ts'
import { manager, MINUTE, NOW, open, openProduct, seen } from './_product.ts'

const REMOTE: Hand = { lateMs: 250, spreadMs: 30, reactionMs: 480 }
const USUAL: ControlWish = { variant: 'usual', remoteDesktop: false, assistive: false }

let product: Awaited<ReturnType<typeof openProduct>>
beforeEach(async () => {
  product = await openProduct()
})
afterEach(() => product.close())

/** A candidate who pressed Continue, for whom the exercise is asked. */
async function bound(controlCheck = true, submissionId = 's1') {
  const { ports, clock } = product
  const { caseId, roundId, token } = await open(ports, { controlCheck }, submissionId)
  const { cookie } = await beginSession(ports, token, NOTHING_DECLARED, seen())
  clock.at += 20_000
  // The first verdict is given, as the job that looks every second does.
  await judgeWaitingRounds(ports)
  const control = async () => {
    const { verdict } = await readCase(ports, caseId)
    return verdict?.axes.control
  }
  const signals = () =>
    product.store.transaction(async (tx) =>
      (await tx.signals.ofRound(roundId)).filter(({ name }) => name === 'controlCheck'),
    )
  return { caseId, roundId, cookie, control, signals }
}

/** Starts the exercise, taps, and sends what came of it. */
async function tap(
  cookie: string,
  hand: Hand = LOCAL,
  change: (log: ControlLog) => unknown = (log) => log,
  wish: ControlWish = USUAL,
) {
  const { ports, clock } = product
  const { id, plan } = await startControlCheck(ports, cookie, wish)
  const log = logOf(plan, hand)
  clock.at += log.elapsedMs
  const sent = change(log)
  return { id, log, sent, outcome: await finishControlCheck(ports, cookie, id, sent) }
}

const trouble = (why: string) => ({ kind: 'trouble', trouble: why })

describe('somebody who taps', () => {
  test('at the computer is consistent; only sums are kept', async () => {
    const { cookie, control, signals } = await bound()
    expect(await control()).toMatchObject({ state: 'unclear' })
    const { outcome, log } = await tap(cookie)
    expect(outcome).toEqual({ kind: 'done' })
    expect(await control()).toMatchObject({ state: 'consistent', coverage: { met: true } })
    const [signal] = await signals()
    expect(signal).toMatchObject({
      source: 'server',
      value: { input: 'key', tempi: [{ tempoMs: 600 }, { tempoMs: 800 }] },
    })
    const first = log.blocks[0]?.kind === 'tap' ? log.blocks[0].taps : []
    for (const time of first) expect(JSON.stringify(signal)).not.toContain(String(time))
    expect(await readSessionState(product.ports, cookie)).toMatchObject({ control: 'done' })
  })

  test('far away needs a look, by the lateness alone', async () => {
    const { caseId, cookie, control } = await bound()
    await tap(cookie, REMOTE)
    expect(await control()).toMatchObject({ state: 'review' })
    const { evidence } = await readCase(product.ports, caseId)
    expect(evidence.filter(({ bans }) => bans > 0).map(({ check }) => check)).toContain(
      'loop-latency',
    )
  })

  test('and has done so cannot do it again, however late', async () => {
    const { cookie } = await bound()
    await tap(cookie, REMOTE)
    await expect(tap(cookie)).rejects.toMatchObject({ code: 'illegal-transition' })
  })
})

describe('is not scored', () => {
  test('skipped: unclear, without weight, said plainly, once', async () => {
    const { caseId, cookie, control, signals } = await bound()
    await skipControlCheck(product.ports, cookie)
    await skipControlCheck(product.ports, cookie)
    expect(await control()).toEqual({
      state: 'unclear',
      bans: 0,
      coverage: {
        met: false,
        missing: ['the tapping exercise was skipped; that is no sign against anyone'],
      },
    })
    expect(await signals()).toHaveLength(1)
    const { evidence } = await readCase(product.ports, caseId)
    expect(evidence.filter((item) => item.axis === 'control' && item.bans > 0)).toEqual([])
    expect(await readSessionState(product.ports, cookie)).toMatchObject({ control: 'left-out' })
    // And may still be done.
    expect((await tap(cookie)).outcome).toEqual({ kind: 'done' })
    expect(await control()).toMatchObject({ state: 'consistent' })
    await skipControlCheck(product.ports, cookie)
    expect(await control()).toMatchObject({ state: 'consistent' })
  })

  test('another way: the axis says so', async () => {
    const { cookie, control } = await bound()
    await askAsSession(product.ports, cookie, 'another-way', '')
    expect((await control())?.coverage.missing).toEqual([
      'another way was asked for instead of the tapping exercise; that is no sign against anyone',
    ])
    expect(await readSessionState(product.ports, cookie)).toMatchObject({ control: 'offered' })
  })

  test.each([
    ['remoteDesktop', 'a remote desktop was declared, so no tapping exercise is scored'],
    ['assistive', 'the tapping exercise was skipped; that is no sign against anyone'],
  ] as const)('%s in use: nothing of the taps is kept', async (what, line) => {
    const { cookie, control, signals } = await bound()
    const wish = { ...USUAL, [what]: true }
    const { outcome, id, log } = await tap(cookie, REMOTE, (sent) => sent, wish)
    expect(outcome).toEqual({ kind: 'not-scored' })
    expect(await finishControlCheck(product.ports, cookie, id, log)).toEqual(outcome)
    expect(await signals()).toMatchObject([{ why: 'skipped' }])
    expect(await control()).toMatchObject({ state: 'unclear', bans: 0 })
    expect((await control())?.coverage.missing).toEqual([line])
  })

  test('where it is not asked for, or the operator has it off', async () => {
    const not = await bound(false)
    await expect(tap(not.cookie)).rejects.toMatchObject({ code: 'illegal-transition' })
    const asked = await bound(true, 's2')
    product.ports.settings.controlCheck = false
    await expect(tap(asked.cookie)).rejects.toMatchObject({ code: 'illegal-transition' })
    expect(await readSessionState(product.ports, asked.cookie)).toMatchObject({ control: null })
    await skipControlCheck(product.ports, asked.cookie)
    expect(await asked.signals()).toEqual([])
  })
})

describe('says nothing', () => {
  test.each<[string, (log: ControlLog) => ControlLog]>([
    // A page stops at once when it is hidden or its clock is coarse: such logs are short.
    ['hidden', (log) => ({ ...log, wasHidden: true, blocks: [] })],
    ['coarse-clock', (log) => ({ ...log, clockStepMs: 100, blocks: [] })],
    ['slow-frames', (log) => ({ ...log, frameMs: 90, blocks: [] })],
    [
      'too-few-taps',
      (log) => ({
        ...log,
        blocks: log.blocks.map((block) => (block.kind === 'tap' ? { ...block, taps: [] } : block)),
      }),
    ],
  ])('%s: void, said to manager and candidate, and can be repeated', async (why, change) => {
    const { cookie, control, signals } = await bound()
    expect((await tap(cookie, LOCAL, change)).outcome).toEqual(trouble(why))
    expect(await signals()).toMatchObject([{ why: 'out-of-range' }])
    expect(await control()).toMatchObject({ state: 'unclear', bans: 0 })
    expect((await control())?.coverage.missing[0]).toMatch(
      /^the tapping exercise could not be used: /,
    )
    const recorded = await readRecorded(product.ports, cookie)
    expect(recorded.signals.map((signal) => readingWords(signal, 'en'))).toContain(
      'not kept: the exercise could not be used',
    )
    expect(await readSessionState(product.ports, cookie)).toMatchObject({ control: 'void' })
    expect((await tap(cookie)).outcome).toEqual({ kind: 'done' })
    expect(await control()).toMatchObject({ state: 'consistent' })
  })

  test('two tempi that disagree: once more with a third', async () => {
    const { cookie, control } = await bound()
    const apart = (log: ControlLog) => ({
      ...log,
      blocks: log.blocks.map((block, i) =>
        block.kind === 'tap' && i === 1
          ? { ...block, taps: block.taps.map((time) => time + 150) }
          : block,
      ),
    })
    expect((await tap(cookie, LOCAL, apart)).outcome).toEqual(trouble('tempi-disagree'))
    const { plan } = await startControlCheck(product.ports, cookie, USUAL)
    expect(plan.blocks.map((block) => block.kind)).toEqual(['tap', 'tap', 'tap', 'react'])
    expect((await tap(cookie)).outcome).toEqual({ kind: 'done' })
    expect(await control()).toMatchObject({ state: 'consistent' })
  })
})

describe('what cannot be of the plan', () => {
  const refused = async (caseId: string) =>
    product.store.transaction(async (tx) =>
      (await tx.audit.ofCase(caseId)).filter(({ event }) => event === 'control-check-refused'),
    )

  test.each<[string, (log: ControlLog) => unknown]>([
    ['edited: another tempo', (log) => ({ ...log, variant: 'slow' })],
    ['edited: the reactions left out', (log) => ({ ...log, blocks: log.blocks.slice(0, 2) })],
    ['sooner than it claims', (log) => ({ ...log, elapsedMs: log.elapsedMs + 5_000 })],
    ['of another seed', (log) => ({ ...log, blocks: [...log.blocks].reverse() })],
    ['no log at all', () => ({ nonsense: true })],
    ['nothing', () => undefined],
  ])('%s: refused, noted, no weight, no accusation', async (_what, change) => {
    const { caseId, cookie, control, signals } = await bound()
    expect((await tap(cookie, LOCAL, change)).outcome).toEqual(trouble('refused'))
    expect(await signals()).toMatchObject([{ why: 'out-of-range' }])
    expect(await refused(caseId)).toMatchObject([{ actor: { platform: 'candidate' } }])
    expect(await control()).toMatchObject({ state: 'unclear', bans: 0 })
    const { verdict } = await readCase(product.ports, caseId)
    expect(verdict?.axes.continuity.bans).toBe(0)
  })

  test('a second answer is not read, and gets what the first one got', async () => {
    const { caseId, cookie, signals } = await bound()
    const { id, log } = await tap(cookie, REMOTE)
    const [kept] = await signals()
    const better = logOf(planOf(1, 'usual'), LOCAL)
    for (const again of [log, better, undefined]) {
      expect(await finishControlCheck(product.ports, cookie, id, again)).toEqual({ kind: 'done' })
    }
    expect(await signals()).toEqual([kept])
    expect(await refused(caseId)).toEqual([])
  })

  test('one sent for an earlier plan is refused: a new start voids it', async () => {
    const { caseId, cookie } = await bound()
    const { ports, clock } = product
    const first = await startControlCheck(ports, cookie, USUAL)
    const log = logOf(first.plan)
    clock.at += log.elapsedMs
    const second = await startControlCheck(ports, cookie, USUAL)
    expect(second.id).not.toBe(first.id)
    expect(await finishControlCheck(ports, cookie, first.id, log)).toEqual(trouble('refused'))
    expect(await refused(caseId)).toHaveLength(1)
  })

  test('one of another session is refused, and leaves that one’s plan open', async () => {
    const [mine, other] = [await bound(), await bound(true, 's2')]
    const { ports, clock } = product
    const { id, plan } = await startControlCheck(ports, other.cookie, USUAL)
    const log = logOf(plan)
    clock.at += log.elapsedMs
    expect(await finishControlCheck(ports, mine.cookie, id, log)).toEqual(trouble('refused'))
    expect(await refused(mine.caseId)).toHaveLength(1)
    expect(await refused(other.caseId)).toEqual([])
    expect(await finishControlCheck(ports, other.cookie, id, log)).toEqual({ kind: 'done' })
  })

  test('one after the interview changes nothing', async () => {
    const { cookie, signals } = await bound()
    const { ports, clock } = product
    const { id, plan } = await startControlCheck(ports, cookie, USUAL)
    clock.at = NOW + 56 * MINUTE
    await closeRounds(ports)
    expect(await finishControlCheck(ports, cookie, id, logOf(plan))).toEqual(trouble('refused'))
    expect(await signals()).toEqual([])
    await expect(startControlCheck(ports, cookie, USUAL)).rejects.toMatchObject({
      code: 'illegal-transition',
    })
  })

  test('a flood leaves a dozen notes at most', async () => {
    const { caseId, cookie } = await bound()
    for (let i = 0; i < 20; i++) await finishControlCheck(product.ports, cookie, 'check_x', {})
    expect((await refused(caseId)).length).toBeLessThanOrEqual(12)
    for (let i = 0; i < 12; i++) await startControlCheck(product.ports, cookie, USUAL)
    await expect(startControlCheck(product.ports, cookie, USUAL)).rejects.toMatchObject({
      code: 'too-many-requests',
    })
  })
})

describe('one part more, where taps are on the beat and reactions late', () => {
  /** Late to react, and stops as others do: simply slow. */
  const SLOW: Hand = { lateMs: -10, spreadMs: 28, reactionMs: 560, stopMs: 270 }
  /** Makes up for a link. */
  const AHEAD: Hand = { ...SLOW, stopMs: 500 }

  const finding = async (caseId: string) =>
    (await readCase(product.ports, caseId)).evidence.find(
      ({ check }) => check === 'rhythm-vs-reaction',
    )
  const extras = (roundId: string) =>
    product.store.transaction(async (tx) =>
      (await tx.signals.ofRound(roundId)).filter(({ name }) => name === 'controlExtra'),
    )
  const progress = async (cookie: string) => (await readSessionState(product.ports, cookie)).control

  test('is asked for by the server; somebody simply slow is cleared by it', async () => {
    const { caseId, roundId, cookie, control } = await bound()
    expect((await tap(cookie, SLOW)).outcome).toEqual({ kind: 'more' })
    expect(await progress(cookie)).toBe('more')
    expect(await finding(caseId)).toMatchObject({ level: 'compensated', bans: 0.4 })
    expect(await control()).toMatchObject({ state: 'unclear' })

    const { outcome, log } = await tap(cookie, SLOW)
    expect(log.blocks.map(({ kind }) => kind)).toEqual(['vanish', 'jump'])
    expect(outcome).toEqual({ kind: 'done' })
    expect(await progress(cookie)).toBe('done')
    const [signal] = await extras(roundId)
    expect(signal).toMatchObject({ source: 'server', value: { trials: 12, input: 'key' } })
    const taps = log.blocks.flatMap((block) => (block.kind === 'react' ? [] : block.taps))
    const kept = JSON.stringify(signal).match(/-?\d+(\.\d+)?/g) ?? []
    expect(kept.map(Number).filter((number) => taps.includes(number))).toEqual([])
    expect(await finding(caseId)).toMatchObject({ level: 'stops-in-time', bans: -0.3 })
    expect(await control()).toMatchObject({ state: 'consistent' })
    await expect(tap(cookie, SLOW)).rejects.toMatchObject({ code: 'illegal-transition' })
  })

  test('and speaks against who stops as late as they react, though no review by itself', async () => {
    const { caseId, cookie, control } = await bound()
    await tap(cookie, AHEAD)
    await tap(cookie, AHEAD)
    const { level, bans, basis } = (await finding(caseId)) ?? {}
    expect({ level, basis }).toEqual({ level: 'stops-late', basis: 'argued' })
    expect(bans).toBeGreaterThan(0.2)
    expect(bans).toBeLessThanOrEqual(0.45)
    expect(await control()).toMatchObject({ state: 'unclear' })
  })

  test('is not asked of anybody whose taps and reactions agree', async () => {
    for (const [i, hand] of [LOCAL, REMOTE].entries()) {
      const { cookie } = await bound(true, `s${i + 10}`)
      expect((await tap(cookie, hand)).outcome).toEqual({ kind: 'done' })
    }
  })

  test('left out, or for another way: weighs nothing, and is not asked again', async () => {
    const skipped = await bound(true, 's20')
    await tap(skipped.cookie, SLOW)
    const before = await finding(skipped.caseId)
    await skipControlCheck(product.ports, skipped.cookie)
    expect(await finding(skipped.caseId)).toEqual(before)
    expect(await progress(skipped.cookie)).toBe('done')
    expect(await extras(skipped.roundId)).toMatchObject([{ why: 'skipped' }])
    await expect(tap(skipped.cookie, SLOW)).rejects.toMatchObject({ code: 'illegal-transition' })

    const other = await bound(true, 's21')
    await tap(other.cookie, SLOW)
    await askAsSession(product.ports, other.cookie, 'another-way', '')
    expect(await extras(other.roundId)).toMatchObject([{ why: 'refused' }])
    expect(await progress(other.cookie)).toBe('done')
    expect((await other.control())?.coverage).toEqual({ met: true, missing: [] })
  })

  test('void: weighs nothing, can be repeated, and leaves the exercise before it as it was', async () => {
    const { caseId, roundId, cookie, control } = await bound()
    await tap(cookie, SLOW)
    const before = await finding(caseId)
    const hidden = (log: ControlLog) => ({ ...log, wasHidden: true, blocks: [] })
    expect((await tap(cookie, SLOW, hidden)).outcome).toEqual(trouble('hidden'))
    expect((await tap(cookie, { ...SLOW, stopMs: 3_000 })).outcome).toEqual(trouble('not-steady'))
    expect(await extras(roundId)).toMatchObject([{ why: 'out-of-range' }, { why: 'out-of-range' }])
    expect(await finding(caseId)).toEqual(before)
    expect((await control())?.coverage).toEqual({ met: true, missing: [] })
    expect(await progress(cookie)).toBe('more')
    expect((await tap(cookie, SLOW)).outcome).toEqual({ kind: 'done' })
  })

  test.each<[string, (log: ControlLog) => unknown]>([
    ['of another seed', () => logOf(extraPlanOf(1, 'usual'), SLOW)],
    ['of the whole exercise', () => logOf(planOf(1, 'usual'), SLOW)],
    ['sooner than it claims', (log) => ({ ...log, elapsedMs: log.elapsedMs + 5_000 })],
    ['no log at all', () => ({ nonsense: true })],
  ])('%s: refused, noted, no weight', async (_what, change) => {
    const { caseId, roundId, cookie } = await bound()
    await tap(cookie, AHEAD)
    const before = await finding(caseId)
    expect((await tap(cookie, AHEAD, change)).outcome).toEqual(trouble('refused'))
    expect(await extras(roundId)).toMatchObject([{ why: 'out-of-range' }])
    expect(await finding(caseId)).toEqual(before)
  })

  test('a second answer is not read', async () => {
    const { roundId, cookie } = await bound()
    const whole = await tap(cookie, AHEAD)
    const { id, log } = await tap(cookie, AHEAD)
    const [kept] = await extras(roundId)
    for (const again of [log, logOf(extraPlanOf(1, 'usual'), SLOW), undefined]) {
      expect(await finishControlCheck(product.ports, cookie, id, again)).toEqual({ kind: 'done' })
    }
    // And the first part's answer, sent again, says what is true by now.
    const first = await finishControlCheck(product.ports, cookie, whole.id, whole.log)
    expect(first).toEqual({ kind: 'done' })
    expect(await extras(roundId)).toEqual([kept])
  })

  test('comes as the exercise before it was liked, and not where something in use excuses it', async () => {
    const { cookie, roundId } = await bound()
    const slowly: ControlWish = { ...USUAL, variant: 'slow' }
    await tap(cookie, SLOW, (log) => log, slowly)
    const { plan } = await startControlCheck(product.ports, cookie, USUAL)
    expect(plan).toMatchObject({ variant: 'slow', practice: null, blocks: [{ tempoMs: 1000 }] })
    const { outcome } = await tap(cookie, SLOW, (log) => log, { ...USUAL, remoteDesktop: true })
    expect(outcome).toEqual({ kind: 'not-scored' })
    expect(await extras(roundId)).toMatchObject([{ why: 'skipped' }])
    expect(await progress(cookie)).toBe('done')
  })
})

test('every start has a seed of its own', async () => {
  const { roundId, cookie } = await bound()
  for (let i = 0; i < 8; i++) await startControlCheck(product.ports, cookie, USUAL)
  const checks = await product.store.transaction((tx) => tx.controlChecks.ofRound(roundId))
  expect(new Set(checks.map(({ seed }) => seed)).size).toBe(8)
  for (const { seed } of checks) expect(seed).toBeLessThan(2 ** 32)
})

test('everything of it is in the file of the case, and goes with the readings', async () => {
  const { caseId, roundId, cookie } = await bound()
  const { ports, clock } = product
  await tap(cookie)
  const link = await makeReportLink(ports, manager, caseId)
  const { rounds } = await exportCase(ports, link.split('/').at(-1) ?? '')
  expect(rounds[0]?.controlChecks).toMatchObject([{ state: 'done', variant: 'usual' }])
  clock.at = NOW + 32 * 24 * 60 * MINUTE
  await purge(ports)
  const left = await product.store.transaction(async (tx) => [
    await tx.controlChecks.ofRound(roundId),
    await tx.signals.ofRound(roundId),
  ])
  expect(left).toEqual([[], []])
})
