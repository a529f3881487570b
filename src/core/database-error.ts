/** How far databases of places put an address from where it is, by kind of network. */
import type { NetworkKind } from './signals.ts'

/** Errors of one database on one kind of network, km. */
interface DatabaseError {
  medianKm: number
  p75Km: number
  p90Km: number
  /**
   * 95th percentile, continued from p75 and p90 along a log-normal tail and rounded up: the comparison was too small
   * to measure it.
   */
  p95Km: number
}

type Family = 'DB-IP' | 'GeoLite2'

/**
 * By the kind of network that a comparison can tell: lines of homes and offices, mobile carriers, satellites.
 *
 * Source: own comparison, 2026, on 258 real addresses of homes (Wi-Fi), phones (cellular) and Starlink with known places
 * (read 2026-11-25). DB-IP named the wrong country for 24 % of Starlink, GeoLite2 for none. How well each does on exits
 * of VPNs: docs/evaluation.md, "Location databases".
 */
const ERRORS = {
  home: {
    'DB-IP': { medianKm: 16, p75Km: 113, p90Km: 490, p95Km: 1_180 },
    GeoLite2: { medianKm: 11, p75Km: 99, p90Km: 617, p95Km: 1_850 },
  },
  mobile: {
    'DB-IP': { medianKm: 98, p75Km: 246, p90Km: 532, p95Km: 850 },
    GeoLite2: { medianKm: 58, p75Km: 157, p90Km: 346, p95Km: 560 },
  },
  satellite: {
    'DB-IP': { medianKm: 552, p75Km: 2_791, p90Km: 5_567, p95Km: 8_420 },
    GeoLite2: { medianKm: 294, p75Km: 502, p90Km: 654, p95Km: 770 },
  },
} as const satisfies Record<string, Record<Family, DatabaseError>>

type MeasuredKind = keyof typeof ERRORS

/** The p95 of the worse database: an operator's own file is not known to be better. */
function worst(kind: MeasuredKind): number {
  return Math.max(...Object.values(ERRORS[kind]).map(({ p95Km }) => p95Km))
}

/**
 * How far from its place an address may be put before the distance says anything.
 *
 * In: the kind of its network; undefined where no table has it. Kinds that were not compared (hosting, VPN, relay,
 * education and so on) and unknown ones are allowed as much as the worse of homes and carriers.
 * Out: km, at about the 95th percentile: one honest address in twenty is still put farther away. Fails: never.
 */
export function databaseErrorKm(kind: NetworkKind | undefined): number {
  if (kind === 'satellite' || kind === 'mobile' || kind === 'home') return worst(kind)
  return Math.max(worst('home'), worst('mobile'))
}
