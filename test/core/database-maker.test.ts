/** How many makers stand behind what databases say. */
import { expect, test } from 'vitest'
import { makersOf } from '../../src/core/database-maker.ts'

const said = (...databases: string[]) =>
  databases.map((database) => ({ database, builtOn: '2026-06-05', country: 'US' }))

test.each<[string[], number]>([
  [[], 0],
  [['DB-IP City Lite'], 1],
  [['DB-IP City Lite', 'GeoLite2 City'], 2],
  [['GeoLite2 City', 'GeoLite2-City', 'GeoIP2-City', 'GeoIP2-Precision-Enterprise'], 1],
  [['DB-IP City Lite', 'DBIP-City-Lite (compat=City)', 'DBIP-Location'], 1],
  [['DB-IP City Lite', 'Of our own', 'OF-OUR-OWN'], 2],
])('%j: %i', (databases, count) => {
  expect(makersOf(said(...databases))).toBe(count)
})
