/** The echo meter, with a clock and timers of the test's own: nothing sleeps. */
import { beforeEach, expect, test } from 'vitest'
import { ECHO_TIMES, startEchoMeter, type EchoMeter } from '../../src/echo/echo-meter.ts'

let now = 0
let timers: { at: number; then: () => void }[] = []
let sent: string[] = []
let reports: number[][] = []
let spans: number[] = []
let dead = 0
let sendingMs = 0
let meter: EchoMeter

/** Lets time pass, firing what falls due. */
function pass(ms: number): void {
  const end = now + ms
  for (;;) {
    const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
    if (next === undefined) break
    timers = timers.filter((timer) => timer !== next)
    now = Math.max(now, next.at)
    next.then()
  }
  now = Math.max(now, end)
}

beforeEach(() => {
  now = 0
  timers = []
  sent = []
  reports = []
  spans = []
  dead = 0
  sendingMs = 0
  let count = 0
  meter = startEchoMeter({
    send(nonce) {
      sent.push(nonce)
      now += sendingMs
    },
    now: () => now,
    nonce: () => `nonce-${String(count++)}`,
    after(ms, then) {
      const timer = { at: now + ms, then }
      timers.push(timer)
      return {
        [Symbol.dispose]() {
          timers = timers.filter((other) => other !== timer)
        },
      }
    },
    report(samples, spanMs) {
      reports.push(samples)
      spans.push(spanMs)
    },
    dead: () => {
      dead += 1
    },
  })
})

/** Answers the latest nonce after some time. */
function answerAfter(ms: number): void {
  pass(ms)
  expect(meter.answer(sent.at(-1) ?? '')).toBe(true)
}

test('a burst of ten, one after another, reported at once', () => {
  for (let i = 0; i < ECHO_TIMES.burst; i++) {
    pass(ECHO_TIMES.burstPause)
    expect(sent).toHaveLength(i + 1)
    answerAfter(30 + i)
  }
  expect(reports).toHaveLength(1)
  expect(reports[0]).toHaveLength(ECHO_TIMES.burst)
  // The pause ended before the answer came, so the first sample holds a part of it too.
})

test('a wrong, late or repeated nonce counts for nothing', () => {
  pass(0)
  expect(meter.answer('nonce-9')).toBe(false)
  answerAfter(40)
  expect(meter.answer('nonce-0')).toBe(false)
})

test('a client cannot shorten an echo: nothing is measured before the nonce was sent', () => {
  expect(meter.answer('nonce-0')).toBe(false)
  pass(0)
  answerAfter(25)
  meter.stop()
  expect(reports).toEqual([[25]])
})

test('then one every ten seconds, summed up every minute', () => {
  for (let i = 0; i < ECHO_TIMES.burst; i++) {
    pass(ECHO_TIMES.burstPause)
    answerAfter(30)
  }
  for (let i = 0; i < 7; i++) {
    pass(ECHO_TIMES.pause)
    answerAfter(30)
  }
  expect(reports).toHaveLength(2)
  expect(reports[1]?.length).toBeGreaterThanOrEqual(5)
})

test('reports cover the time from the first echo sent to the last answer, without a gap', () => {
  pass(0)
  for (let i = 0; i < ECHO_TIMES.burst; i++) {
    answerAfter(30)
    pass(i < ECHO_TIMES.burst - 1 ? ECHO_TIMES.burstPause : ECHO_TIMES.pause)
  }
  expect(spans).toEqual([10 * 30 + 9 * ECHO_TIMES.burstPause])
  for (let i = 0; i < 20; i++) {
    answerAfter(30)
    if (i < 19) pass(ECHO_TIMES.pause)
  }
  const lastAnswerAt = now
  meter.stop()
  expect(spans.length).toBeGreaterThan(2)
  expect(spans.reduce((sum, span) => sum + span)).toBe(lastAnswerAt)
})

test('a single answer covers its own round trip', () => {
  pass(5_000)
  answerAfter(40)
  meter.stop()
  // The first echo was sent at 0 and answered after the 5 s that the page took.
  expect(spans).toEqual([5_040])
})

test('silence is death, once', () => {
  pass(ECHO_TIMES.patience * 2)
  expect(dead).toBe(1)
})

test('stopping reports what was measured and sends nothing more', () => {
  pass(0)
  answerAfter(20)
  meter.stop()
  pass(60_000)
  expect(sent).toHaveLength(1)
  expect(reports).toEqual([[20]])
})

test('a server that is held up while it sends makes a round trip longer, never shorter', () => {
  pass(0)
  meter.answer(sent.at(-1) ?? '')
  sendingMs = 7
  pass(ECHO_TIMES.burstPause)
  sendingMs = 0
  for (let i = 1; i < ECHO_TIMES.burst; i++) {
    answerAfter(30)
    pass(ECHO_TIMES.burstPause)
  }
  expect(reports[0]?.[1]).toBe(37)
})
