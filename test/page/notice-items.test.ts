import { describe, expect, test } from 'vitest'
import { signalNames, signals } from '../../src/core/signals.ts'
import type { Source } from '../../src/core/signal-definition.ts'
import { NOTICE_ITEMS } from '../../src/page/notice-items.ts'
import { probes } from '../../src/page/probes/index.ts'

const covered = NOTICE_ITEMS.flatMap((item) => item.signals)
const from = (source: Source) =>
  signalNames.filter((name) => (signals[name].from as readonly Source[]).includes(source))

describe('the notice', () => {
  test('names exactly what the page, our servers and meeting services read', () => {
    const read = new Set([...from('page'), ...from('server'), ...from('platform')])
    expect([...covered].sort()).toEqual([...read].sort())
  })

  test('covers each signal once', () => {
    expect(new Set(covered).size).toBe(covered.length)
  })
})

describe('the probes', () => {
  test('read every signal of the page; how the clock differs comes with each reading of it', () => {
    const read = [...probes.map(({ name }) => name), 'clockSkewMs']
    expect(read.sort()).toEqual(from('page').sort())
  })
})
