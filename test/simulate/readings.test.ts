import { expect, test } from 'vitest'
import { parseSignal } from '../../src/core/signals.ts'
import { probes } from '../../src/page/probes/index.ts'
import { people } from '../../src/simulate/people.ts'
import { CALL_IN_FRONT, laterReadingsOf, readingsOf } from '../../src/simulate/readings.ts'

const NOW = Date.parse('2026-11-25T12:00:00Z')
const browsers = people.flatMap(({ id, browser, second }) =>
  [browser, second].flatMap((one) => (one === undefined ? [] : [{ id, browser: one }])),
)

test.each(browsers)('$id: what a simulated browser reads is believed', ({ browser }) => {
  const readings = [...readingsOf(browser, NOW), ...laterReadingsOf(browser), ...CALL_IN_FRONT]
  for (const reading of readings) {
    const signal = parseSignal({ ...reading, at: NOW, source: 'page' })
    expect(signal).toEqual({ ...reading, at: NOW, source: 'page' })
  }
})

test.each(browsers)('$id: tells what the real page tells', ({ browser }) => {
  const first = readingsOf(browser, NOW).map(({ name }) => name)
  const readAtOnce = probes.filter(({ read }) => read !== undefined)
  expect(first).toEqual(readAtOnce.map(({ name }) => name))
  const later = laterReadingsOf(browser).map(({ name }) => name)
  // Nobody types on this page.
  const all = [...first, ...later, 'keys']
  expect(all.sort()).toEqual(probes.map(({ name }) => name).sort())
})

test.each(browsers)(
  '$id: clock and zone of a simulated browser agree',
  ({ browser: { zone, ...rest } }) => {
    const clock = readingsOf({ zone, ...rest }, NOW).find(({ name }) => name === 'browserClock')
    const offsetsMin = Array.from({ length: 12 }, (_, month) =>
      offsetByWallClock(zone, Date.UTC(2026, month, 1, 12)),
    )
    expect(new Set(offsetsMin).size).toBe(2)
    expect(clock).toEqual({ name: 'browserClock', value: { zone, year: 2026, offsetsMin } })
  },
)

/** Minutes ahead of UTC, by another way than the product's. */
function offsetByWallClock(zone: string, atMs: number): number {
  const wall = new Date(atMs).toLocaleString('sv-SE', { timeZone: zone })
  return (Date.parse(`${wall.replace(' ', 'T')}Z`) - atMs) / 60_000
}
