/** Fits the tables of `round-trip-excess` to one half of the data; the other half is for reporting. */
import { distanceKm } from '../../src/core/geo.ts'
import { accessKinds, type PathTable, type Reach } from '../../src/core/path-table.ts'
import { reachOf } from '../../src/core/usual-path.ts'
import { chanceOf } from '../../src/core/rhythm/chance.ts'
import { halfOf, pickSome } from '../chance.ts'
import {
  accessOfHome,
  drawHome,
  drawHonest,
  drawMany,
  drawTunnel,
  lineDelays,
  someVantages,
  type Draw,
  type Stock,
} from './draws.ts'
import { excessOf } from './excess.ts'
import { fitCurve, type Weighted } from './fit-curve.ts'
import { fitExpectation } from './fit-expectation.ts'
import type { CityPairs, Home, Site } from './measured.ts'
import { wellConnected } from './vantages.ts'

const SEED = 20_261_125
const DRAWS = 12_000

/** Each home is looked at from that many sets of its servers. */
const SETS_A_HOME = 10

/** Nearer than that behind an exit is the same place for most purposes, km. */
const ELSEWHERE_KM = [500, 25_000] as const

/** Lines that a server can tell apart. */
const lines = ['fixed', 'mobile', 'satellite'] as const

/** Fits everything. In: whole files; only the fitting half is used. Out: a table without its date and source. */
export function fitPaths(
  pairs: CityPairs,
  homes: readonly Home[],
): Pick<PathTable, 'expectedMs' | 'regionMs' | 'excess'> {
  const cities = pairs.cities.filter(({ name }) => halfOf(name) === 'fit')
  const own = homes.filter((home) => halfOf(home.id) === 'fit' && !home.mislocated)
  const chance = chanceOf(SEED)
  const pool = wellConnected(pairs, cities)
  const stockOf = (access: Draw['access']): Stock => ({
    pairs,
    claims: cities,
    persons: cities,
    lines: lineDelays(own, access),
    access,
    chance,
  })
  const fixed = own.filter(({ access }) => accessOfHome[access] === 'fixed')
  const expectation = fitExpectation([
    ...drawMany(DRAWS, () => drawHonest(stockOf('fixed'), someVantages(pool, 1, chance))),
    // As many again from real homes, so that neither kind of data rules.
    ...repeat(
      fixed.flatMap((home) => drawHome(home, home.servers) ?? []),
      DRAWS / 6,
    ),
  ])
  const table: PathTable = {
    ...expectation,
    fittedOn: '',
    source: '',
    excess: { fixed: [], mobile: [], satellite: [], any: [] },
  }
  const samples = { fixed: [], mobile: [], satellite: [] } as Record<Draw['access'], Samples[]>
  for (const access of lines) {
    const ofAccess = own.filter((home) => accessOfHome[home.access] === access)
    for (const count of [1, 2, 3, 4]) {
      samples[access].push(sample(stockOf(access), ofAccess, pool, count, table))
    }
  }
  const excess = accessKinds.map((kind) => {
    const curves = [0, 1, 2, 3].map((i) => {
      const parts = (kind === 'any' ? lines : [kind]).flatMap((access) => samples[access][i] ?? [])
      const curveOf = (reach: Reach) =>
        fitCurve(
          kind,
          parts.flatMap(({ honest }) => share(honest, reach)),
          parts.flatMap(({ tunnelled }) => share(tunnelled, reach)),
        )
      return { near: curveOf('near'), far: curveOf('far') }
    })
    return [kind, curves] as const
  })
  // Every kind was set.
  return { ...expectation, excess: Object.fromEntries(excess) as unknown as PathTable['excess'] }
}

/** A reading, and whether a vantage was near. */
interface Seen extends Omit<Weighted, 'weight'> {
  reach: Reach
}

interface Samples {
  /** Of homes, and of drawn people. */
  honest: Seen[][]
  tunnelled: Seen[][]
}

/** Each kind of source counts the same in all. */
function share(sources: readonly Seen[][], reach: Reach): Weighted[] {
  return sources.flatMap((source) => {
    const own = source.filter((seen) => seen.reach === reach)
    return own.map(({ value, unit }) => ({ value, unit, weight: 1 / own.length }))
  })
}

function look(draw: Draw, unit: string, table: PathTable): Seen {
  const nearestKm = Math.min(...draw.echoes.map(({ vantage }) => distanceKm(vantage, draw.claim)))
  return { value: excessOf(draw, table), unit, reach: reachOf(nearestKm) }
}

/** What is seen of honest people and of people behind tunnels, from that many vantages. */
function sample(
  stock: Stock,
  homes: readonly Home[],
  pool: readonly Site[],
  count: number,
  table: PathTable,
): Samples {
  const { chance } = stock
  const vantages = () => someVantages(pool, count, chance)
  const atHome = homes.flatMap((home) =>
    Array.from({ length: SETS_A_HOME }, () => {
      const seen = drawHome(home, pickSome(home.servers, count, chance))
      return seen === null ? [] : [look(seen, `home ${home.id}`, table)]
    }).flat(),
  )
  const drawn = drawMany(DRAWS, () => drawHonest(stock, vantages())).map((draw) =>
    look(draw, `city ${String(draw.claim.lat)} ${String(draw.claim.lon)}`, table),
  )
  const tunnelled = drawMany(DRAWS, () => drawTunnel(stock, vantages(), ELSEWHERE_KM))
  return {
    honest: [atHome, drawn],
    tunnelled: [tunnelled.map((draw) => look(draw, 'tunnel', table))],
  }
}

function repeat<T>(list: readonly T[], atLeast: number): T[] {
  const times = Math.ceil(atLeast / Math.max(1, list.length))
  return Array.from({ length: times }, () => list).flat()
}
