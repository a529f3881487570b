/** Every check, run on its own examples. */
import { describe, expect, test } from 'vitest'
import { runCheck, type Finding, type Given, type Readings } from '../../src/core/check.ts'
import { checks } from '../../src/core/checks/index.ts'

/** Start of the window where an example names none. */
const SUMMER_2026 = Date.UTC(2026, 6, 1, 12)

/** Readings with a value each, all measured by our servers. */
function toReadings(given: Given): Readings {
  const readings = Object.entries(given).map(([name, value]) => [
    name,
    { value, measuredByUs: true },
  ])
  return Object.fromEntries(readings) as Readings
}

for (const check of checks) {
  describe(check.id, () => {
    for (const example of check.examples) {
      const run = (readings: Readings): Finding =>
        runCheck(check, readings, {
          usualLateness: example.usualLateness,
          startAt: example.startAt ?? SUMMER_2026,
          presence: example.presence,
        })

      test(`${example.case}: ${example.expect}`, () => {
        const finding = run(toReadings(example.given))
        expect(finding.why).toBeNull()
        expect(finding.outcome).toBe(example.expect)
        if (example.level !== undefined) expect(finding.level).toBe(example.level)
        if (finding.outcome === 'not-applicable') return
        // A person reads these three side by side.
        expect(finding.claimed).toMatch(/\S/)
        expect(finding.expected).toMatch(/\S/)
        expect(finding.observed).toMatch(/\S/)
      })

      test.each(check.needs)(`${example.case}, without %s: unavailable`, (name) => {
        const readings = toReadings(example.given)
        const absent = run({ ...readings, [name]: undefined })
        expect(absent.outcome).toBe('unavailable')
        expect(absent.why).toContain(name)
        const refused = run({ ...readings, [name]: { why: 'refused', measuredByUs: false } })
        expect(refused.outcome).toBe('unavailable')
        expect(refused.why).toContain('refused')
      })

      test.each(check.wants)(`${example.case}, without %s: does not fail`, (name) => {
        const finding = run({ ...toReadings(example.given), [name]: undefined })
        expect(['consistent', 'contradictory', 'not-applicable']).toContain(finding.outcome)
      })
    }
  })
}
