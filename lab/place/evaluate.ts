/** The place part of `npm run evaluate`: who is found, and who is accused, by us and by others on the same signals. */
import type { State } from '../../src/core/verdict.ts'
import type { Judged } from '../evaluation-row.ts'
import { baselines, heightMs, type Baseline } from './baselines.ts'
import { chanceOf } from '../../src/core/rhythm/chance.ts'
import { halfOf } from '../chance.ts'
import {
  drawHome,
  drawHonest,
  drawMany,
  drawTunnel,
  lineDelays,
  type Draw,
  type Stock,
} from './draws.ts'
import { judgeDraw, signalsOf, UNDISGUISED, type Disguise } from './judge-draw.ts'
import type { CityPairs, Home, HomeAccess } from './measured.ts'
import {
  cityVantages,
  homeVantages,
  serverPopularity,
  wellConnected,
  type VantageWish,
} from './vantages.ts'

/** What one person of a scenario came to. */
export interface Outcome {
  state: State
  bans: number
  /** Our score of the path, and the one of a published design; ms. */
  excessMs: number
  heightMs: number
  found: ReadonlyMap<string, boolean>
}

/** People of one kind, judged. */
export interface Scenario extends Judged {
  /** From the exit to the person, km; null where there is no tunnel. */
  km: readonly [number, number] | null
  outcomes: readonly Outcome[]
}

/** What to evaluate on. */
export interface EvaluationInput {
  pairs: CityPairs
  homes: readonly Home[]
  vantages: VantageWish
  /** Every row of the files instead of the reporting half. */
  all: boolean
}

const SEED = 4
const TUNNELS = 3000
const GENERATED = 10_000

/** Distances between the exit in the stated city and the person behind it, km. */
const DISTANCES_KM: readonly (readonly [number, number])[] = [
  [500, 2000],
  [2000, 5000],
  [5000, 25_000],
]

const homeWords: Readonly<Record<HomeAccess, string>> = {
  lan: 'wired home',
  wifi: 'home on Wi-Fi',
  cellular: 'mobile line',
  satellite: 'satellite line',
}

const generatedWords = {
  fixed: 'generated home line',
  mobile: 'generated mobile line',
  satellite: 'generated satellite line',
} as const

/** Who is disguised how. */
const disguises: readonly { name: string; disguise: Disguise }[] = [
  { name: 'residential exit, zone patched', disguise: UNDISGUISED },
  { name: 'residential exit, zone left', disguise: { addressAt: 'claim', zonePatched: false } },
  { name: 'known VPN, zone patched', disguise: { ...UNDISGUISED, network: 'vpn' } },
]

/** People of one kind before they are judged. */
export interface Cast {
  name: string
  honest: boolean
  km: Scenario['km']
  disguise: Disguise
  draws: readonly Draw[]
}

/** Judges every scenario. */
export function judgeCasts(casts: readonly Cast[]): Scenario[] {
  return casts
    .filter(({ draws }) => draws.length > 0)
    .map(({ name, honest, km, disguise, draws }) => ({
      ...{ name, honest, km },
      outcomes: draws.map((draw) => judge(draw, disguise)),
    }))
}

/** Draws the people of every scenario. */
export function castPlace(input: EvaluationInput): Cast[] {
  const isOurs = (name: string) => input.all || halfOf(name) === 'report'
  const cities = input.pairs.cities.filter(({ name }) => isOurs(name))
  const homes = input.homes.filter(({ id }) => isOurs(id))
  const chance = chanceOf(SEED)
  const vantages = cityVantages(
    input.vantages,
    input.pairs.cities,
    wellConnected(input.pairs, cities),
  )
  const stockOf = (access: Draw['access']): Stock => ({
    pairs: input.pairs,
    claims: cities.filter((city) => !vantages.includes(city)),
    persons: cities,
    lines: lineDelays(homes, access),
    access,
    chance,
  })
  const popularity = serverPopularity(input.homes)
  const casts: Cast[] = []
  const add = (
    name: string,
    draws: readonly Draw[],
    disguise: Disguise,
    km: Scenario['km'] = null,
    honest = km === null,
  ) => {
    casts.push({ name, honest, km, disguise, draws })
  }
  for (const access of ['lan', 'wifi', 'cellular', 'satellite'] as const) {
    const own = homes.filter((home) => home.access === access)
    const seen = (list: readonly Home[]) =>
      list.flatMap((home) => drawHome(home, homeVantages(input.vantages, home, popularity)) ?? [])
    add(`honest: ${homeWords[access]}`, seen(own), UNDISGUISED)
    if (own.some(({ mislocated }) => mislocated)) {
      const placed = own.filter(({ mislocated }) => !mislocated)
      add(
        `honest: ${homeWords[access]}, without probes that physics puts elsewhere`,
        seen(placed),
        UNDISGUISED,
      )
    }
  }
  for (const access of ['fixed', 'mobile', 'satellite'] as const) {
    const stock = stockOf(access)
    if (stock.lines.length === 0) continue
    const draws = drawMany(GENERATED, () => drawHonest(stock, vantages))
    add(`honest: ${generatedWords[access]}`, draws, UNDISGUISED)
  }
  const stock = stockOf('fixed')
  for (const km of DISTANCES_KM) {
    const draws = drawMany(TUNNELS, () => drawTunnel(stock, vantages, km))
    for (const { name, disguise } of disguises) {
      add(`tunnel ${distanceWords(km)}: ${name}`, draws, disguise, km)
    }
  }
  const abroad = drawMany(TUNNELS, () => drawHonestElsewhere(stock, vantages))
  add('abroad openly', abroad, { addressAt: 'person', zonePatched: false }, null, false)
  return casts
}

/** For people: a range of distances. */
function distanceWords([from, to]: readonly [number, number]): string {
  return to > 20_000 ? `beyond ${String(from)} km` : `${String(from)}–${String(to)} km`
}

/** Somebody at another place than they say, without a tunnel: the path is that of their own city. */
function drawHonestElsewhere(
  stock: Stock,
  vantages: Parameters<typeof drawHonest>[1],
): Draw | null {
  const own = drawHonest(stock, vantages)
  if (own === null) return null
  const claim = stock.claims[Math.floor(stock.chance() * stock.claims.length)]
  return claim === undefined || claim === own.claim ? null : { ...own, claim, person: own.claim }
}

function judge(draw: Draw, disguise: Disguise): Outcome {
  const signals = signalsOf(draw, disguise)
  const found = baselines.map((rival: Baseline) => [rival.system, rival.finds(signals)] as const)
  return { ...judgeDraw(signals), heightMs: heightMs(signals), found: new Map(found) }
}
