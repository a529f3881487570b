/** What the page's probes would read in a simulated browser. */
import type { Absence, SignalName, SignalValue } from '../core/signals.ts'
import { zoneOffsetMin } from '../core/zone.ts'
import type { SimulatedBrowser } from './person.ts'

/** A reading as a page sends it. */
export type SentReading = {
  [N in SignalName]: { name: N; value: SignalValue<N> } | { name: N; why: Absence }
}[SignalName]

/** The first reading of every probe that has one, in a window that is in front: nothing is odd but what its person makes it. */
export function readingsOf({ zone, machine }: SimulatedBrowser, nowMs: number): SentReading[] {
  const { hints, device, renderer, screen } = machine
  return [
    { name: 'browserClock', value: clockOf(zone, new Date(nowMs).getUTCFullYear()) },
    { name: 'browserZone', value: zone },
    hints === null
      ? { name: 'clientHints', why: 'unsupported' }
      : { name: 'clientHints', value: hints },
    { name: 'device', value: device },
    { name: 'focus', value: 'focused' },
    { name: 'network', value: 'online' },
    { name: 'realm', value: { differences: [] } },
    { name: 'renderer', value: renderer },
    { name: 'screen', value: screen },
    { name: 'visibility', value: 'visible' },
    { name: 'webdriver', value: false },
  ]
}

/** What probes tell that look for a while. Nobody types on this page, so that of keys there is nothing. */
export function laterReadingsOf({ machine }: SimulatedBrowser): SentReading[] {
  return [
    { name: 'frames', value: machine.frames },
    { name: 'pointer', value: machine.pointer },
  ]
}

/** What changes when the call opens in a new tab. */
export const CALL_IN_FRONT: readonly SentReading[] = [
  { name: 'focus', value: 'blurred' },
  { name: 'visibility', value: 'hidden' },
]

function clockOf(zone: string, year: number): SignalValue<'browserClock'> {
  const offsetsMin = Array.from(
    { length: 12 },
    (_, month) => zoneOffsetMin(zone, Date.UTC(year, month, 1, 12)) ?? 0,
  )
  return { zone, year, offsetsMin }
}
