/** From a draw to the verdict that the product gives: the same signals, checks and policy. */
import { assess } from '../../src/core/assess.ts'
import { checks } from '../../src/core/checks/index.ts'
import type { Point } from '../../src/core/geo.ts'
import type { NetworkKind, Signal } from '../../src/core/signals.ts'
import type { State } from '../../src/core/verdict.ts'
import { policy } from '../../src/core/weights.ts'
import type { Draw } from './draws.ts'

/** What besides the path there is to see of a person. */
export interface Disguise {
  /** Kind of network of the address; that of the line where left out. */
  network?: NetworkKind
  /** Where the address stands: at the stated place, or at the person's own. */
  addressAt: 'claim' | 'person'
  /** Whether the clock is set to the stated place. */
  zonePatched: boolean
}

/** Honest people have nothing to disguise. */
export const UNDISGUISED: Disguise = { addressAt: 'claim', zonePatched: true }

const START = Date.parse('2026-11-23T21:00:00Z')
const CLAIM = { country: 'AA', zone: 'America/Chicago' } as const
const ELSEWHERE = { country: 'ZZ', zone: 'Asia/Manila' } as const

const networkOfLine = { fixed: 'home', mobile: 'mobile', satellite: 'satellite' } as const

/** The signals that a draw leaves. */
export function signalsOf(draw: Draw, disguise: Disguise): Signal[] {
  const isHere = disguise.addressAt === 'claim'
  const { country } = isHere ? CLAIM : ELSEWHERE
  const place: Point = isHere ? draw.claim : draw.person
  const server = { at: START, source: 'server' } as const
  const opinion = (database: string) => ({
    ...{ database, builtOn: '2026-06-05', country, city: 'Example', radiusKm: 20 },
    ...{ lat: place.lat, lon: place.lon, zone: isHere ? CLAIM.zone : ELSEWHERE.zone },
  })
  return [
    {
      name: 'claimedPlace',
      at: START,
      source: 'record',
      value: { label: 'Example', ...CLAIM, lat: draw.claim.lat, lon: draw.claim.lon },
    },
    {
      ...server,
      name: 'addressLocations',
      value: [opinion('DB-IP City Lite'), opinion('GeoLite2 City')],
    },
    {
      ...server,
      name: 'addressNetworks',
      value: {
        kind: disguise.network ?? networkOfLine[draw.access],
        asn: null,
        organisation: draw.access === 'satellite' ? 'Starlink' : null,
        operator: null,
        list: 'evaluation',
        builtOn: '2026-11-25',
      },
    },
    {
      name: 'browserZone',
      at: START,
      source: 'page',
      value: disguise.zonePatched ? CLAIM.zone : ELSEWHERE.zone,
    },
    ...draw.echoes.map(({ vantage, rttMs }): Signal => ({
      ...server,
      name: 'echoes',
      value: {
        vantage: { id: vantage.name, name: vantage.name, lat: vantage.lat, lon: vantage.lon },
        ...{ minMs: rttMs, medianMs: rttMs, p90Ms: rttMs, jitterMs: 0, count: 10 },
      },
    })),
  ]
}

/** The state of `place`, its bans, and how much later than usual the path was, ms: its score before any cap. */
export function judgeDraw(signals: readonly Signal[]): {
  state: State
  bans: number
  excessMs: number
} {
  const { verdict, evidence } = assess(
    { signals, startAt: START, asked: ['place'] },
    checks,
    policy,
  )
  const path = evidence.find(({ check }) => check === 'round-trip-excess')
  const excess = path?.facts['excessMs']
  return {
    state: verdict.axes.place.state,
    bans: verdict.axes.place.bans,
    excessMs: typeof excess === 'number' ? excess : -Infinity,
  }
}
