import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { defineProbe, type Probe } from '../../src/page/probe.ts'
import { readProbes, watchProbes } from '../../src/page/run-probes.ts'
import type { SentSignal } from '../../src/page/views.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const quick = defineProbe({ name: 'webdriver', read: () => ({ value: false }) })
const hanging = (name: 'clientHints' | 'renderer') =>
  defineProbe({ name, read: () => new Promise(() => undefined) })
/** Holds the thread, as a slow call of the browser does. */
const slow = defineProbe({
  name: 'screen',
  read() {
    vi.setSystemTime(Date.now() + 1_500)
    vi.advanceTimersByTime(1_500)
    return { value: { width: 1, height: 1, pixelRatio: 1 } }
  },
})

/** When reading these is done, ms from now, and what came of it. */
async function timed(probes: readonly Probe[]) {
  const startedAt = performance.now()
  const reading = readProbes(probes).then((signals) => ({
    signals,
    ms: performance.now() - startedAt,
  }))
  await vi.advanceTimersByTimeAsync(10_000)
  return reading
}

describe('the first readings', () => {
  test('come in the order of the probes, each by its name', async () => {
    const { signals, ms } = await timed([quick, slow])
    expect(signals.map(({ name }) => name)).toEqual(['webdriver', 'screen'])
    expect(signals[0]).toEqual({ name: 'webdriver', value: false })
    expect(ms).toBeLessThan(3_000)
  })

  test('take one second when several probes hang, as they wait side by side', async () => {
    const { signals, ms } = await timed([hanging('clientHints'), quick, hanging('renderer')])
    expect(signals).toEqual([
      { name: 'clientHints', why: 'timeout' },
      { name: 'webdriver', value: false },
      { name: 'renderer', why: 'timeout' },
    ])
    expect(ms).toBe(1_000)
  })

  test('leave out what has not begun in two seconds, and are done in three', async () => {
    const read = vi.fn(() => ({ value: false }))
    const late = defineProbe({ name: 'webdriver', read })
    const half = defineProbe({
      name: 'clientHints',
      read() {
        vi.advanceTimersByTime(600)
        return new Promise(() => undefined)
      },
    })
    const { signals, ms } = await timed([slow, half, late, hanging('renderer')])
    expect(signals.slice(2)).toEqual([
      { name: 'webdriver', why: 'timeout' },
      { name: 'renderer', why: 'timeout' },
    ])
    expect(read).not.toHaveBeenCalled()
    expect(ms).toBeLessThanOrEqual(3_100)
  })
})

describe('watching', () => {
  /** A probe that can be changed by hand. */
  function handle() {
    let tell: (reading: { value: 'focused' | 'blurred' }) => void = () => {}
    const stopped = vi.fn()
    const probe = defineProbe({
      name: 'focus',
      read: () => ({ value: 'focused' }),
      watch(to) {
        tell = to
        return stopped
      },
    })
    return { probe, stopped, change: (value: 'focused' | 'blurred') => tell({ value }) }
  }

  test('tells changes by name, calmly, until it is stopped', () => {
    const told: SentSignal[] = []
    const { probe, stopped, change } = handle()
    const stops = watchProbes([quick, probe], (signal) => told.push(signal))
    change('blurred')
    change('focused')
    expect(told).toEqual([{ name: 'focus', value: 'blurred' }])
    vi.advanceTimersByTime(2_000)
    expect(told).toHaveLength(2)
    for (const stop of stops) stop()
    expect(stopped).toHaveBeenCalledOnce()
    expect(vi.getTimerCount()).toBe(0)
  })

  test('one signal does not hold up another', () => {
    const told: SentSignal[] = []
    const focus = handle()
    const again = handle()
    watchProbes([focus.probe, { ...again.probe, name: 'visibility' }], (s) => told.push(s))
    focus.change('blurred')
    again.change('blurred')
    expect(told.map(({ name }) => name)).toEqual(['focus', 'visibility'])
  })

  test('goes on when a probe cannot watch', () => {
    const told: SentSignal[] = []
    const broken = defineProbe({
      name: 'browserZone',
      read: () => ({ why: 'error' }),
      watch() {
        throw new Error('Intl was taken away')
      },
    })
    const { probe, change } = handle()
    watchProbes([broken, probe], (signal) => told.push(signal))
    change('blurred')
    expect(told).toHaveLength(1)
  })
})
