/** Cases drawn from measured round trips: honest people at home, and people far behind an exit in the stated place. */
import { distanceKm, type Point } from '../../src/core/geo.ts'
import type { AccessKind } from '../../src/core/path-table.ts'
import { pick, pickSome } from '../chance.ts'
import type { CityPairs, Home, HomeAccess, Site } from './measured.ts'

/** One person at one time: where they say they are, and what each vantage measured. */
export interface Draw {
  claim: Point
  access: Exclude<AccessKind, 'any'>
  echoes: readonly { vantage: Site; rttMs: number }[]
  /** From the exit to the person behind it, km; 0 without a tunnel. */
  behindKm: number
  /** Where the person is; the claim for the honest. */
  person: Point
}

/** What a file's words for a line mean to us: a server cannot see whether a home uses cable or Wi-Fi. */
export const accessOfHome: Readonly<Record<HomeAccess, Draw['access']>> = {
  lan: 'fixed',
  wifi: 'fixed',
  cellular: 'mobile',
  satellite: 'satellite',
}

/** Delay of the line itself, ms, as measured to the first router outside; by kind of line. */
export function lineDelays(homes: readonly Home[], access: Draw['access']): number[] {
  return homes.flatMap(({ access: own, firstHopMs }) =>
    firstHopMs !== null && accessOfHome[own] === access ? [firstHopMs] : [],
  )
}

/** An honest home as it was measured, seen from some of its servers. Out: null where they are too few. */
export function drawHome(home: Home, vantages: readonly Site[]): Draw | null {
  const echoes = vantages.flatMap((vantage) => {
    const server = home.servers.find(({ name }) => name === vantage.name)
    return server === undefined ? [] : [{ vantage, rttMs: server.rttMs }]
  })
  if (echoes.length < vantages.length) return null
  return { claim: home, access: accessOfHome[home.access], echoes, behindKm: 0, person: home }
}

/** What draws are made from. */
export interface Stock {
  pairs: CityPairs
  /** Where people say they are. */
  claims: readonly Site[]
  /** Where people far away are. */
  persons: readonly Site[]
  /** Delays of lines, ms. */
  lines: readonly number[]
  access: Draw['access']
  chance: () => number
}

/** An honest person in a city: the path of the city and a line of their own. Out: null where a path was not measured. */
export function drawHonest(stock: Stock, vantages: readonly Site[]): Draw | null {
  const claim = pick(stock.claims, stock.chance)
  return drawAt(stock, claim, claim, vantages)
}

/** A person behind an exit in the stated city, at a distance from it. Out: null where a path was not measured. */
export function drawTunnel(
  stock: Stock,
  vantages: readonly Site[],
  km: readonly [from: number, to: number],
): Draw | null {
  const claim = pick(stock.claims, stock.chance)
  const within = stock.persons.filter((person) => {
    const distance = distanceKm(person, claim)
    return distance >= km[0] && distance < km[1] && stock.pairs.rttMs(person, claim) !== undefined
  })
  return within.length === 0 ? null : drawAt(stock, claim, pick(within, stock.chance), vantages)
}

function drawAt(stock: Stock, claim: Site, person: Site, vantages: readonly Site[]): Draw | null {
  const { pairs, lines, access, chance } = stock
  const behind = person === claim ? 0 : pairs.rttMs(person, claim)
  if (behind === undefined) return null
  const line = pick(lines, chance)
  const echoes = vantages.flatMap((vantage) => {
    const path = pairs.rttMs(claim, vantage)
    return path === undefined ? [] : [{ vantage, rttMs: path + behind + line }]
  })
  if (echoes.length < vantages.length) return null
  return { claim, access, echoes, behindKm: distanceKm(person, claim), person }
}

/** Draws until there are enough. Fails: when one in a thousand tries brings nothing. */
export function drawMany(count: number, draw: () => Draw | null): Draw[] {
  const draws: Draw[] = []
  for (let tries = 0; draws.length < count; tries++) {
    if (tries > 1000 * count) throw new Error('expected paths to draw from, got too few')
    const drawn = draw()
    if (drawn !== null) draws.push(drawn)
  }
  return draws
}

/** Some vantages, at random. */
export function someVantages(from: readonly Site[], count: number, chance: () => number): Site[] {
  return pickSome(from, count, chance)
}
