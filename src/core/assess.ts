/** Signals → findings → evidence → verdict: the one line that everything else serves. */
import { callCoverOf } from './call-presence.ts'
import { runCheck, type Axis, type Check, type Readings, type RoundContext } from './check.ts'
import { coverageOf, hasDeclared, isBehindTunnel } from './coverage.ts'
import { weigh, type Evidence, type Policy } from './policy.ts'
import { presenceOf } from './presence.ts'
import { signals as definitions, type Signal, type SignalName } from './signals.ts'
import { judge, type Verdict } from './verdict.ts'

/** What a verdict on one round needs to know besides its signals. */
export interface AssessInput extends Omit<RoundContext, 'presence' | 'call'> {
  /** End of the window, epoch ms, once it is over: how much of it was observed is then known. */
  endAt?: number
  signals: readonly Signal[]
  /** Axes that count for the overall verdict. */
  asked: readonly Axis[]
}

/** A verdict with everything it rests on. */
export interface Assessment {
  verdict: Verdict
  /** One per check, strongest first. */
  evidence: readonly Evidence[]
}

/** Which axes count. Source: product design, "Overall". */
export function askedAxes(round: {
  controlCheck: boolean
  number: number
  callData: boolean
  factsGiven: boolean
}): Axis[] {
  return [
    'place',
    ...(round.controlCheck ? (['control'] as const) : []),
    ...(round.number > 1 || round.callData ? (['continuity'] as const) : []),
    ...(round.factsGiven ? (['record'] as const) : []),
  ]
}

/**
 * Judges a round from its signals.
 *
 * Out: the same for the same signals in any order, as long as their times tell them apart. Fails: never.
 */
export function assess(input: AssessInput, checks: readonly Check[], policy: Policy): Assessment {
  const readings = gatherReadings(input.signals)
  const behindTunnel = isBehindTunnel(readings)
  const { startAt, endAt, signals, usualLateness, controlTrouble } = input
  const presence = endAt === undefined ? undefined : presenceOf(signals, { startAt, endAt })
  const call = endAt === undefined ? undefined : callCoverOf(signals, { startAt, endAt })
  const context: RoundContext = { startAt, presence, call, usualLateness, controlTrouble }
  const evidence = checks
    .map((check) => weigh(runCheck(check, readings, context), policy, behindTunnel))
    .sort((a, b) => Math.abs(b.bans) - Math.abs(a.bans) || a.check.localeCompare(b.check))
  const verdict = judge({
    evidence,
    coverage: coverageOf(readings, context, input.asked),
    asked: input.asked,
    behindTunnel,
    remoteDesktopDeclared: hasDeclared(readings, 'remoteDesktop'),
    policyVersion: policy.version,
  })
  return { verdict, evidence }
}

/**
 * What is known of each signal: for a series all values, oldest first; otherwise the latest value.
 *
 * A later absence does not erase an earlier value: a socket that closes takes nothing back.
 */
function gatherReadings(signals: readonly Signal[]): Readings {
  const byName = new Map<SignalName, Signal[]>()
  for (const signal of signals) {
    const list = byName.get(signal.name)
    if (list === undefined) byName.set(signal.name, [signal])
    else list.push(signal)
  }
  const readings: Record<string, unknown> = {}
  for (const [name, list] of byName) {
    list.sort((a, b) => a.at - b.at || compareText(JSON.stringify(a), JSON.stringify(b)))
    const valued = list.filter((signal) => 'value' in signal)
    const latest = valued.at(-1)
    if (latest === undefined) {
      const absent = list.at(-1)
      readings[name] = { why: absent !== undefined && 'why' in absent ? absent.why : 'unknown' }
      continue
    }
    const used = definitions[name].series ? valued : [latest]
    readings[name] = {
      value: definitions[name].series ? valued.map(({ value }) => value) : latest.value,
      measuredByUs: used.every(({ source }) => source === 'server'),
    }
  }
  // Built name by name from the signals of that very name.
  return readings as Readings
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
