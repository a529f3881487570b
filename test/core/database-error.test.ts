/** What an address may be off before its distance says anything. */
import { describe, expect, it } from 'vitest'
import { databaseErrorKm } from '../../src/core/database-error.ts'
import { networkKinds } from '../../src/core/signals.ts'

/** p90 of the worse database in the comparison of 2026, km. */
const P90_KM = { home: 617, mobile: 532, satellite: 5_567 }

describe('databaseErrorKm', () => {
  it.each(Object.entries(P90_KM))('allows %s more than its 90th percentile', (kind, p90Km) => {
    const known = networkKinds.find((name) => name === kind)
    expect(databaseErrorKm(known)).toBeGreaterThan(p90Km)
  })

  it('allows satellites more than any line on the ground', () => {
    const ground = networkKinds.filter((kind) => kind !== 'satellite').map(databaseErrorKm)
    expect(databaseErrorKm('satellite')).toBeGreaterThan(2 * Math.max(...ground))
  })

  it('allows an unknown network as much as the worse of homes and carriers', () => {
    const worse = Math.max(databaseErrorKm('home'), databaseErrorKm('mobile'))
    expect(databaseErrorKm(undefined)).toBe(worse)
    expect(databaseErrorKm('education')).toBe(worse)
  })

  it('stays below half the way around the earth, so that it can be exceeded', () => {
    for (const kind of networkKinds) expect(databaseErrorKm(kind)).toBeLessThan(10_000)
  })
})
