import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { takeReading } from '../../src/page/probe.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('taking a reading', () => {
  test('gives the value', async () => {
    expect(await takeReading(() => ({ value: false }))).toEqual({ value: false })
  })

  test('gives the reason that the probe gives', async () => {
    expect(await takeReading(() => ({ why: 'unsupported' }))).toEqual({ why: 'unsupported' })
  })

  test('turns a throw and a rejection into a reason', async () => {
    const fail = () => {
      throw new Error('unexpected')
    }
    expect(await takeReading(fail)).toEqual({ why: 'error' })
    const reject = () => Promise.reject(new Error('unexpected'))
    expect(await takeReading(reject)).toEqual({ why: 'error' })
  })

  test('waits one second at most', async () => {
    const reading = takeReading(() => new Promise(() => undefined))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await reading).toEqual({ why: 'timeout' })
    expect(vi.getTimerCount()).toBe(0)
  })
})
