import { expect, test } from 'vitest'
import { parseSignal } from '../../src/core/signals.ts'
import { people } from '../../src/simulate/people.ts'
import { readingsOf } from '../../src/simulate/readings.ts'

const NOW = Date.parse('2026-11-25T12:00:00Z')
const browsers = people.flatMap(({ id, browser, second }) =>
  [browser, second].flatMap((one) => (one === undefined ? [] : [{ id, browser: one }])),
)

test.each(browsers)('$id: what a simulated browser reads is believed', ({ browser }) => {
  const parsed = readingsOf(browser, NOW).map((reading) =>
    parseSignal({ ...reading, at: NOW, source: 'page' }),
  )
  expect(parsed.length).toBeGreaterThan(5)
  for (const signal of parsed) expect(signal).toHaveProperty('value')
})

test.each(browsers)('$id: clock and zone of a simulated browser agree', ({ browser }) => {
  const clock = readingsOf(browser, NOW).find(({ name }) => name === 'browserClock')
  expect(clock?.value).toMatchObject({ zone: browser.zone, year: 2026 })
  const offsets = (clock?.value as { offsetsMin: number[] }).offsetsMin
  const winter = { 'America/Chicago': -360, 'Europe/Bucharest': 120, 'Europe/Lisbon': 0 }[
    browser.zone
  ]
  expect(offsets[0]).toBe(winter)
  expect(offsets[6]).toBe((winter ?? 0) + 60)
})
