/** Missing, refused, failed or out-of-range readings never accuse: taking any reading away never worsens the verdict. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assess } from '../../src/core/assess.ts'
import { checks } from '../../src/core/checks/index.ts'
import { absences, parseSignal, signalNames, type Signal } from '../../src/core/signals.ts'
import { policy } from '../../src/core/weights.ts'

const austin = {
  label: 'Austin, Texas, United States',
  country: 'US',
  lat: 30.27,
  lon: -97.74,
  zone: 'America/Chicago',
}
const startAt = Date.parse('2026-11-23T21:00:00Z')
const zones = ['America/Chicago', 'Europe/Bucharest', 'UTC', 'Asia/Kolkata', 'Nowhere/Land']
const vantage = fc.constantFrom(
  { id: 'fra', name: 'Frankfurt', lat: 50.11, lon: 8.68 },
  { id: 'iad', name: 'Ashburn', lat: 39.04, lon: -77.49 },
  null,
)
const at = fc.integer({ min: startAt, max: startAt + 3_600_000 })
const location = fc.record({
  database: fc.constantFrom('dbip', 'geoip-lite'),
  builtOn: fc.constant('2026-06-05'),
  country: fc.constantFrom('US', 'RO', 'PT'),
})
const value = fc.oneof(
  fc.record({ name: fc.constant('browserZone'), value: fc.constantFrom(...zones) }),
  fc.record({ name: fc.constant('webdriver'), value: fc.boolean() }),
  fc.record({
    name: fc.constant('addressLocations'),
    value: fc.array(location, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    name: fc.constant('echoes'),
    value: fc
      .record({ vantage, minMs: fc.integer({ min: 1, max: 400 }), count: fc.constant(10) })
      .map((echo) => ({ ...echo, medianMs: echo.minMs, p90Ms: echo.minMs, jitterMs: 0 })),
  }),
  fc.record({
    name: fc.constant('secondBrowser'),
    value: fc.record({ country: fc.constant('PT'), sameNetwork: fc.boolean() }),
  }),
)
const sourceOf = (name: string) => (['browserZone', 'webdriver'].includes(name) ? 'page' : 'server')
const signal = fc.tuple(value, at).map(([{ name, value: v }, when]) => {
  const parsed = parseSignal({ name, value: v, at: when, source: sourceOf(name) })
  if (parsed === undefined) throw new Error(`the test made a signal that does not exist: ${name}`)
  return parsed
})
const stated: Signal = { name: 'claimedPlace', at: startAt, source: 'record', value: austin }
const judge = (signals: readonly Signal[]) =>
  assess({ signals: [stated, ...signals], startAt, asked: ['place'] }, checks, policy)
const rank = { consistent: 0, unclear: 0, review: 1, contradicted: 2 } as const

test('taking any reading away never worsens any axis', () => {
  fc.assert(
    fc.property(fc.array(signal, { maxLength: 10 }), fc.nat(), (signals, index) => {
      const before = judge(signals).verdict
      const less = signals.filter((_, i) => i !== index % Math.max(1, signals.length))
      const after = judge(less).verdict
      for (const axis of ['place', 'control', 'continuity', 'record'] as const) {
        expect(rank[after.axes[axis].state]).toBeLessThanOrEqual(rank[before.axes[axis].state])
      }
    }),
    { numRuns: 500 },
  )
})

test('a reading that is absent for any reason weighs exactly as one never asked for', () => {
  fc.assert(
    fc.property(
      fc.array(signal, { maxLength: 8 }),
      fc.constantFrom(...signalNames),
      fc.constantFrom(...absences),
      (signals, name, why) => {
        const absent = { name, at: startAt, source: 'page', why } as Signal
        expect(judge([...signals, absent]).verdict).toEqual(judge(signals).verdict)
      },
    ),
    { numRuns: 500 },
  )
})

test('values out of range become absent, whatever they are', () => {
  fc.assert(
    fc.property(fc.constantFrom(...signalNames), fc.jsonValue(), (name, junk) => {
      for (const source of ['page', 'server', 'human'] as const) {
        const parsed = parseSignal({ name, value: junk, at: startAt, source })
        if (parsed !== undefined && 'why' in parsed) expect(parsed.why).toBe('out-of-range')
      }
    }),
    { numRuns: 500 },
  )
})

test('a page cannot state what our servers measure', () => {
  for (const name of [
    'address',
    'addressLocations',
    'echoes',
    'secondBrowser',
    'joined',
  ] as const) {
    expect(parseSignal({ name, value: true, at: startAt, source: 'page' })).toBeUndefined()
  }
})

test('the order of signals does not matter', () => {
  fc.assert(
    fc.property(fc.array(signal, { maxLength: 10 }), (signals) => {
      const all = judge(signals)
      expect(judge([...signals].reverse())).toEqual(all)
    }),
    { numRuns: 500 },
  )
})

test('nothing but the stated place: every state is unclear, never worse', () => {
  for (const { state } of Object.values(judge([]).verdict.axes)) expect(state).toBe('unclear')
})
