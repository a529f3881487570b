/** What a round-trip time proves about distance. */

/**
 * Farthest a host can be, per ms of round trip: light in fibre covers 200,000 km/s (2/3 c) one way,
 * so 100 km out and back in 1 ms.
 * Source: zackw/active-geolocator lib/ageo/calibration.py (read 2026-11-22); Weinberg et al., IMC 2018.
 */
export const MAX_KM_PER_MS = 100

/**
 * Shortest round trip that physics allows over a distance.
 *
 * In: km ≥ 0. Out: ms ≥ 0. A longer one proves nothing; a shorter one refutes the distance.
 */
export function leastRoundTripMs(km: number): number {
  return km / MAX_KM_PER_MS
}
