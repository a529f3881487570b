/** What others do, on the same signals: each says whether it would call a person to attention. */
import { distanceKm, type Point } from '../../src/core/geo.ts'
import type { Signal, SignalName, SignalValue } from '../../src/core/signals.ts'
import { zoneOffsetMin } from '../../src/core/zone.ts'

/** A rival: finds or does not find. */
export interface Baseline {
  system: string
  finds(signals: readonly Signal[]): boolean
}

/** A public vendor's points for a VPN, for a differing time zone; and its line. Source: docs.shieldlabs.ai/concepts/reasons (read 2026-11-22); the line is ours: one strong reason, or two weak ones. */
const POINTS = { vpn: 15, proxy: 30, zone: 10, line: 25 } as const

/** Two thresholds of a published design: weak and moderate, ms of the least round trip beyond 76.5 km per ms. */
const HEIGHT_MS = { weak: 60, moderate: 100 } as const

function first<N extends SignalName>(
  signals: readonly Signal[],
  name: N,
): SignalValue<N> | undefined {
  const found = signals.find((signal) => signal.name === name && 'value' in signal)
  // Found by this very name.
  return found !== undefined && 'value' in found ? (found.value as SignalValue<N>) : undefined
}

function isAbroad(signals: readonly Signal[]): boolean {
  const claimed = first(signals, 'claimedPlace')?.country
  return first(signals, 'addressLocations')?.some(({ country }) => country !== claimed) ?? false
}

function isOtherZone(signals: readonly Signal[]): boolean {
  const at = Date.parse('2026-11-23T21:00:00Z')
  const claimed = zoneOffsetMin(first(signals, 'claimedPlace')?.zone ?? '', at)
  return zoneOffsetMin(first(signals, 'browserZone') ?? '', at) !== claimed
}

function points(signals: readonly Signal[]): number {
  const kind = first(signals, 'addressNetworks')?.kind
  return (
    (kind === 'vpn' || kind === 'hosting' ? POINTS.vpn : 0) +
    (kind === 'tor' ? POINTS.proxy : 0) +
    (isOtherZone(signals) ? POINTS.zone : 0)
  )
}

/** Least over vantages of round trip beyond what 76.5 km per ms takes. */
export function heightMs(signals: readonly Signal[]): number {
  const claim: Point | undefined = first(signals, 'claimedPlace')
  const heights = signals.flatMap((signal) => {
    if (signal.name !== 'echoes' || !('value' in signal) || claim === undefined) return []
    const { vantage, minMs } = signal.value
    return vantage === null ? [] : [minMs - distanceKm(vantage, claim) / 76.5]
  })
  return Math.min(...heights)
}

/** All of them. */
export const baselines: readonly Baseline[] = [
  { system: 'address country', finds: isAbroad },
  { system: 'browser zone', finds: isOtherZone },
  {
    system: 'address country or zone',
    finds: (signals) => isAbroad(signals) || isOtherZone(signals),
  },
  { system: 'vendor points', finds: (signals) => points(signals) >= POINTS.line },
  { system: 'height over 60 ms', finds: (signals) => heightMs(signals) > HEIGHT_MS.weak },
  { system: 'height over 100 ms', finds: (signals) => heightMs(signals) > HEIGHT_MS.moderate },
]
