/** Where everything of the laboratory stands, and how long the ways between take. */
import type { Point } from '../../src/core/geo.ts'

/** A server of ours. `rttMs` is the round trip to Austin, without the line of the home there. */
export interface Server extends Point {
  id: string
  name: string
  rttMs: number
}

/**
 * The main server and four beacons.
 *
 * Round trips in figures rounded by us, of the size that least round trips between such cities have in WonderNetwork's
 * pings of 2018 (read 2026-11-22); for Ashburn those of its neighbours.
 */
export const MAIN: Server = { id: 'main', name: 'Frankfurt', lat: 50.11, lon: 8.68, rttMs: 122 }
export const BEACONS: readonly Server[] = [
  { id: 'iad', name: 'Ashburn', lat: 39.04, lon: -77.49, rttMs: 34 },
  { id: 'lax', name: 'Los Angeles', lat: 34.05, lon: -118.24, rttMs: 40 },
  { id: 'sao', name: 'São Paulo', lat: -23.55, lon: -46.63, rttMs: 140 },
  { id: 'sin', name: 'Singapore', lat: 1.35, lon: 103.82, rttMs: 221 },
]

/** Round trip of the line of a home, ms: about the median from homes to their provider. Source: RIPE Atlas, traceroutes of February 2023 (computed 2026-11-22). */
export const HOME_LINE_MS = 8

/** How far people sit behind Austin, ms of round trip: the goal begins at 40. */
export const behind = [0, 40, 110, 200] as const

/** How far somebody sits behind Austin, ms of round trip. */
export type BehindMs = (typeof behind)[number]

/** Where somebody sits. */
export interface Home {
  /** As it is claimed. */
  place: string
  zone: string
  lat: number
  lon: number
  /** First three parts of addresses that the shipped database places there, on lines of homes. */
  network: string
}

/** Who sits so far behind Austin: a place for which the whole way is a usual one. */
export const homes: Readonly<Record<BehindMs, Home>> = {
  0: {
    place: 'Austin, Texas, United States',
    zone: 'America/Chicago',
    lat: 30.27,
    lon: -97.74,
    network: '136.49.128',
  },
  40: {
    place: 'Guatemala City, Guatemala',
    zone: 'America/Guatemala',
    lat: 14.64,
    lon: -90.51,
    network: '190.149.10',
  },
  110: {
    place: 'Santiago, Chile',
    zone: 'America/Santiago',
    lat: -33.45,
    lon: -70.67,
    network: '200.83.10',
  },
  200: {
    place: 'Jakarta, Indonesia',
    zone: 'Asia/Jakarta',
    lat: -6.21,
    lon: 106.85,
    network: '36.73.5',
  },
}

/** Addresses of the ways in between; none of them leaves this machine's namespaces. Source: RFC 2544 and RFC 5737 (read 2026-11-25). */
export const addresses = {
  server: (index: number) => `198.51.100.${String(10 + index)}`,
  serverHop: (index: number) => `198.18.0.${String(1 + index)}`,
  /** Public address of the exit of a lane. */
  exit: (lane: number) => `${homes[0].network}.${String(20 + lane)}`,
  exitHop: (lane: number) => `198.18.1.${String(1 + lane)}`,
  /** Public address of the person of a lane. */
  person: (home: Home, lane: number) => `${home.network}.${String(120 + lane)}`,
  personHop: (lane: number) => `198.18.2.${String(1 + lane)}`,
  /** Inside a tunnel: the exit's end and the person's. */
  tunnel: (lane: number) => [`10.94.${String(lane)}.1`, `10.94.${String(lane)}.2`] as const,
}
