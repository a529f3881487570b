/** How long answers take from the simulated people to the simulated server. */
import type { Vantage } from '../core/signals.ts'

/** Where the simulated server stands. */
export const SIMULATED_VANTAGE: Vantage = {
  id: 'simulated',
  name: 'Frankfurt',
  lat: 50.11,
  lon: 8.68,
}

/**
 * Least round trips between two cities, whole ms.
 *
 * Source: WonderNetwork, published pings between the two cities, November 2018, rounded (read 2026-11-25).
 */
const PING_MS = {
  frankfurtAustin: 122,
  frankfurtDenver: 120,
  frankfurtLisbon: 38,
  frankfurtLondon: 14,
  frankfurtManchester: 22,
  frankfurtSeattle: 153,
  frankfurtSofia: 38,
  frankfurtStockholm: 20,
  denverWarsaw: 142,
  manchesterSingapore: 184,
} as const

/**
 * What a person's own line adds, ms; half of honest lines add less.
 *
 * Source: RIPE Atlas, public traceroutes of homes, February 2023: medians of Wi-Fi and of satellite, rounded (read 2026-11-25).
 */
const OWN_MS = { wifi: 12, starlink: 29 } as const

/** Within one city, from an office or home to a gateway there, ms (our judgement, 2026-11-25). */
const TO_GATEWAY_MS = 4

/** A way to the server. */
export interface Line {
  /** Least round trip, ms. */
  roundTripMs: number
  /** Each answer takes up to so much longer, ms. */
  scatterMs: number
}

/** All parts of a way, the own line last. A quiet line scatters by 6 ms, a satellite's by 25 (our judgement, 2026-11-25). */
function line(own: keyof typeof OWN_MS, ...partsMs: readonly number[]): Line {
  return {
    roundTripMs: partsMs.reduce((sum, ms) => sum + ms, OWN_MS[own]),
    scatterMs: own === 'starlink' ? 25 : 6,
  }
}

/** The ways of the simulated people; those of tunnels are the way to the exit and on to the person. */
export const lines = {
  austin: line('wifi', PING_MS.frankfurtAustin),
  lisbon: line('wifi', PING_MS.frankfurtLisbon),
  stockholm: line('wifi', PING_MS.frankfurtStockholm),
  sofia: line('wifi', PING_MS.frankfurtSofia),
  londonByGateway: line('wifi', PING_MS.frankfurtLondon, TO_GATEWAY_MS),
  seattleByStarlink: line('starlink', PING_MS.frankfurtSeattle),
  warsawByDenver: line('wifi', PING_MS.frankfurtDenver, PING_MS.denverWarsaw),
  singaporeByManchester: line('wifi', PING_MS.frankfurtManchester, PING_MS.manchesterSingapore),
} as const satisfies Record<string, Line>
