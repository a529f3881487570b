/** What `consistent` rests on, per axis. A missing reading weighs 0; it only keeps `consistent` away. */
import type { Axis, Readings } from './check.ts'
import type { Signal } from './signals.ts'
import type { Coverage } from './verdict.ts'

/** Echoes that one located vantage must have. Source: product design, "Coverage"; the least of 10 is within 1.2 ms of the floor at p99. */
export const ECHOES_NEEDED = 10

/** Echoes that readings hold in all, from whichever vantage. */
export function countEchoes(signals: readonly Signal[]): number {
  return signals.reduce(
    (sum, signal) => sum + (signal.name === 'echoes' && 'value' in signal ? signal.value.count : 0),
    0,
  )
}

/** Whether the address belongs to a tunnel that is declared, so that it says where the exit is. */
export function isBehindTunnel(readings: Readings): boolean {
  const declared = readings.declared
  return declared !== undefined && 'value' in declared && declared.value.vpn
}

/** Whether what the candidate or manager declared contains this. */
export function hasDeclared(readings: Readings, what: 'travel' | 'remoteDesktop'): boolean {
  const declared = readings.declared
  return declared !== undefined && 'value' in declared && declared.value[what]
}

/** Coverage of every axis. */
export function coverageOf(readings: Readings): Record<Axis, Coverage> {
  return {
    place: cover([
      [has(readings, 'addressLocations'), 'no database knows where the IP address is'],
      [
        echoesFromLocatedVantage(readings) >= ECHOES_NEEDED,
        'fewer than 10 round-trip times from a server of known location (SERVER_LOCATION)',
      ],
      [has(readings, 'browserZone'), 'the time zone of the device was not read'],
      [!isBehindTunnel(readings), 'a VPN was declared: ask for one minute without it'],
      [!hasDeclared(readings, 'travel'), 'travel was declared: the stated place is not today’s'],
    ]),
    control: cover([[false, 'the control check was not taken']]),
    continuity: cover([[false, 'no device key was seen from Continue to Join']]),
    record: cover([[false, 'fewer than three facts of the application were looked up']]),
  }
}

function cover(conditions: readonly (readonly [boolean, string])[]): Coverage {
  const missing = conditions.filter(([met]) => !met).map(([, text]) => text)
  return { met: missing.length === 0, missing }
}

function has(readings: Readings, name: 'addressLocations' | 'browserZone'): boolean {
  const reading = readings[name]
  return reading !== undefined && 'value' in reading
}

/** The most echoes that any one located vantage has. */
function echoesFromLocatedVantage(readings: Readings): number {
  const echoes = readings.echoes
  if (echoes === undefined || !('value' in echoes)) return 0
  const counts = new Map<string, number>()
  for (const { vantage, count } of echoes.value) {
    if (vantage !== null) counts.set(vantage.id, (counts.get(vantage.id) ?? 0) + count)
  }
  return Math.max(0, ...counts.values())
}
