import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { defineProbe, takeReading } from '../../src/page/probe.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('taking a reading', () => {
  test('gives the value', async () => {
    const probe = defineProbe({ name: 'webdriver', read: () => ({ value: false }) })
    expect(await takeReading(probe)).toEqual({ value: false })
  })

  test('gives the reason that the probe gives', async () => {
    const probe = defineProbe({ name: 'webdriver', read: () => ({ why: 'unsupported' }) })
    expect(await takeReading(probe)).toEqual({ why: 'unsupported' })
  })

  test('turns a throw and a rejection into a reason', async () => {
    const fail = () => {
      throw new Error('unexpected')
    }
    expect(await takeReading(defineProbe({ name: 'screen', read: fail }))).toEqual({ why: 'error' })
    const reject = () => Promise.reject(new Error('unexpected'))
    expect(await takeReading(defineProbe({ name: 'screen', read: reject }))).toEqual({
      why: 'error',
    })
  })

  test('waits one second at most', async () => {
    const probe = defineProbe({ name: 'browserZone', read: () => new Promise(() => undefined) })
    const reading = takeReading(probe)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await reading).toEqual({ why: 'timeout' })
    expect(vi.getTimerCount()).toBe(0)
  })
})
