/** What `consistent` rests on, per axis. A missing reading weighs 0; it only keeps `consistent` away. */
import { isMostlyInCall } from './call-presence.ts'
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import type { Axis, Readings, RoundContext } from './check.ts'
import { leastByVantage } from './least-by-vantage.ts'
import { isMostlyPresent } from './presence.ts'
import { troubleWords } from './rhythm/trouble-words.ts'
import type { Signal } from './signals.ts'
import { tunnelOf, tunnelWords, type Tunnel } from './tunnel.ts'
import type { Coverage } from './verdict.ts'

const texts = managers.words.coverage

/** Echoes that one located vantage must have. Source: product design, "Coverage"; the least of 10 is within 1.2 ms of the floor at p99. */
export const ECHOES_NEEDED = 10

/** Echoes that readings hold in all, from whichever vantage. */
export function countEchoes(signals: readonly Signal[]): number {
  return signals.reduce(
    (sum, signal) => sum + (signal.name === 'echoes' && 'value' in signal ? signal.value.count : 0),
    0,
  )
}

/** Whether a tunnel is known or declared, so that an address says where its exit is. */
export function isBehindTunnel(readings: Readings): boolean {
  return tunnelIn(readings) !== null
}

function tunnelIn(readings: Readings): Tunnel | null {
  const networks = readings.addressNetworks
  const declared = readings.declared
  return tunnelOf(
    declared !== undefined && 'value' in declared ? declared.value : undefined,
    networks !== undefined && 'value' in networks ? networks.value : [],
  )
}

/** Whether what the candidate or manager declared contains this. */
export function hasDeclared(
  readings: Readings,
  what: 'travel' | 'remoteDesktop' | 'assistive',
): boolean {
  const declared = readings.declared
  return declared !== undefined && 'value' in declared && declared.value[what]
}

/** Coverage of every axis. In: the axes that were asked for. */
export function coverageOf(
  readings: Readings,
  context: RoundContext,
  asked: readonly Axis[],
): Record<Axis, Coverage> {
  return {
    place: placeCoverage(readings),
    control: controlCoverage(readings, context, asked.includes('control')),
    continuity: cover([[false, texts.noDeviceKey], presenceCondition(context)]),
    record: cover([[false, texts.fewFacts]]),
  }
}

/** Half of the window by either: the page that answered, or the service that had them in the call. The two are not added up. */
function presenceCondition({ presence, call }: RoundContext): readonly [boolean, string] {
  const isMet =
    (presence !== undefined && isMostlyPresent(presence)) ||
    (call !== undefined && isMostlyInCall(call))
  if (presence === undefined) {
    return [isMet, texts.windowOpen]
  }
  return [isMet, call === undefined ? texts.littleSeen : texts.littleKnown]
}

/** A tapping exercise at two tempi, where it was asked for and may count. */
function controlCoverage(
  readings: Readings,
  { controlTrouble }: RoundContext,
  isAsked: boolean,
): Coverage {
  const reading = readings.controlCheck
  const isTaken = reading !== undefined && 'value' in reading
  if (hasDeclared(readings, 'remoteDesktop')) {
    return cover([[false, texts.remoteDesktop]])
  }
  // Who uses assistive technology is not the channel's business: it reads as if they had skipped it.
  if (hasDeclared(readings, 'assistive')) {
    return cover([[false, isAsked ? texts.skipped : texts.notAsked]])
  }
  if (isTaken) return cover([])
  if (!isAsked) return cover([[false, texts.notAsked]])
  if (reading?.why === 'skipped') return cover([[false, texts.skipped]])
  if (reading?.why === 'refused') {
    return cover([[false, texts.anotherWay]])
  }
  if (controlTrouble !== undefined) {
    return cover([[false, fill(texts.trouble, { trouble: troubleWords[controlTrouble] })]])
  }
  return cover([[false, texts.notTaken]])
}

function placeCoverage(readings: Readings): Coverage {
  const tunnel = tunnelIn(readings)
  const line = tunnel === null ? undefined : tunnelWords(tunnel)
  const coverage = cover([
    [has(readings, 'addressLocations'), texts.noPlace],
    echoCondition(readings),
    [has(readings, 'browserZone'), texts.noZone],
    ...(line === undefined ? [] : [[false, line] as const]),
    [!hasDeclared(readings, 'travel'), texts.travel],
    // Everything then tells of the other computer; who is late because they are elsewhere could else explain it away.
    [!hasDeclared(readings, 'remoteDesktop'), texts.otherComputer],
  ])
  return line === undefined ? coverage : { ...coverage, tunnel: line }
}

/** Enough echoes from a server that is where it says; where none is, what to set. */
function echoCondition({ echoes }: Readings): readonly [boolean, string] {
  const values = echoes !== undefined && 'value' in echoes ? echoes.value : []
  const located = values.filter(({ vantage }) => vantage !== null)
  // Servers that cannot both be where they say are left out by every check of paths, and count for nothing here either.
  const most = Math.max(0, ...leastByVantage(located).map(({ count }) => count))
  const isLost = values.length > 0 && located.length === 0
  const isTorn = most === 0 && located.length > 0
  const fault = isLost
    ? texts.lostServer
    : isTorn
      ? texts.tornServers
      : fill(texts.fewEchoes, { count: ECHOES_NEEDED })
  return [most >= ECHOES_NEEDED, fault]
}

function cover(conditions: readonly (readonly [boolean, string])[]): Coverage {
  const missing = conditions.filter(([met]) => !met).map(([, text]) => text)
  return { met: missing.length === 0, missing }
}

function has(readings: Readings, name: 'addressLocations' | 'browserZone'): boolean {
  const reading = readings[name]
  return reading !== undefined && 'value' in reading
}
