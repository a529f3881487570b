/** Fits how long an answer usually takes over a distance, and what parts of the world add to that. */
import { distanceKm } from '../../src/core/geo.ts'
import { regions, type Curve, type PathTable, type Region } from '../../src/core/path-table.ts'
import { regionOf, valueAt } from '../../src/core/usual-path.ts'
import type { Draw } from './draws.ts'

/** Knots of the curve, km; between them it is straight. */
const KNOTS_KM = [0, 500, 1500, 3000, 6000, 9000, 12_500, 16_000, 20_000]

/** Pairs of regions with fewer draws are pulled towards no difference: half at this many. */
const SHRINK = 300

type Expectation = Pick<PathTable, 'expectedMs' | 'regionMs'>

interface Sample {
  km: number
  rttMs: number
  from: Region
  to: Region
}

/** Fits both to honest draws. In: each with any number of vantages. */
export function fitExpectation(draws: readonly Draw[]): Expectation {
  const samples = draws.flatMap(({ claim, echoes }) =>
    echoes.map(({ vantage, rttMs }) => ({
      km: distanceKm(claim, vantage),
      rttMs,
      from: regionOf(claim),
      to: regionOf(vantage),
    })),
  )
  const expectedMs = risingMedians(samples)
  return { expectedMs, regionMs: regionMedians(samples, expectedMs) }
}

/** Median round trip near each knot, never falling with distance. */
function risingMedians(samples: readonly Sample[]): Curve {
  let before = 0
  return KNOTS_KM.map((knot, i): [number, number] => {
    const low = (knot + (KNOTS_KM[i - 1] ?? knot)) / 2
    const high = (knot + (KNOTS_KM[i + 1] ?? knot)) / 2
    // Moved along the usual slope to the knot, so that the sides of a window do not pull.
    const near = samples
      .filter(({ km }) => km >= low && km <= high)
      .map(({ km, rttMs }) => rttMs + (knot - km) / 76.5)
    const ms = near.length > 0 ? median(near) : before + (knot - (KNOTS_KM[i - 1] ?? 0)) / 76.5
    before = Math.max(before, ms)
    return [knot, tenth(before)]
  })
}

function regionMedians(samples: readonly Sample[], expectedMs: Curve): PathTable['regionMs'] {
  const rows = regions.map((from) => {
    const cells = regions.map((to) => {
      // A path is the same in both directions.
      const own = samples.filter(
        (sample) =>
          (sample.from === from && sample.to === to) || (sample.from === to && sample.to === from),
      )
      if (own.length === 0) return [to, 0] as const
      const rest = median(own.map(({ km, rttMs }) => rttMs - valueAt(expectedMs, km)))
      return [to, tenth((rest * own.length) / (own.length + SHRINK))] as const
    })
    return [from, Object.fromEntries(cells)] as const
  })
  // Every pair of regions was set above.
  return Object.fromEntries(rows) as PathTable['regionMs']
}

/** The middle of a list. In: not empty. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
