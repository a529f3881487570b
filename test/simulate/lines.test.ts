/** The ways of the simulated people lie well on their side of what is usual, seen from the one server. */
import { expect, test } from 'vitest'
import { distanceKm } from '../../src/core/geo.ts'
import type { AccessKind } from '../../src/core/path-table.ts'
import { excessCurve, expectedRoundTripMs, valueAt } from '../../src/core/usual-path.ts'
import { lines, SIMULATED_VANTAGE, type Line } from '../../src/simulate/lines.ts'

const austin = { lat: 30.27, lon: -97.74 }
const london = { lat: 51.51, lon: -0.13 }
const manchester = { lat: 53.48, lon: -2.24 }
const seattle = { lat: 47.61, lon: -122.33 }

/** So much may be lost to a busy computer, or change with the next fit, ms. */
const MARGIN_MS = 25

function excessOf(place: typeof austin, { roundTripMs }: Line, kind: AccessKind) {
  const excessMs = roundTripMs - expectedRoundTripMs(SIMULATED_VANTAGE, place)
  return { excessMs, curve: excessCurve(kind, 1, distanceKm(SIMULATED_VANTAGE, place)) }
}

test.each([
  { who: 'honest', place: austin, line: lines.austin, kind: 'fixed' },
  { who: 'satellite', place: seattle, line: lines.seattleByStarlink, kind: 'satellite' },
  { who: 'gateway', place: london, line: lines.londonByGateway, kind: 'any' },
] as const)('$who: an honest way is usual by far', ({ place, line, kind }) => {
  const { excessMs, curve } = excessOf(place, line, kind)
  expect(excessMs + line.scatterMs + MARGIN_MS).toBeLessThan(curve.usualMs)
})

test('residential: the way behind the exit is enough for a look, by itself and by far', () => {
  const { excessMs, curve } = excessOf(manchester, lines.singaporeByManchester, 'fixed')
  expect(valueAt(curve.bans, excessMs - MARGIN_MS)).toBeGreaterThan(1)
})
