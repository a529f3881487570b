/** What the page's probes would read in a simulated browser. */
import type { SignalName, SignalValue } from '../core/signals.ts'
import { zoneOffsetMin } from '../core/zone.ts'
import type { SimulatedBrowser } from './people.ts'

/** A reading as a page sends it. */
type SentReading = { [N in SignalName]: { name: N; value: SignalValue<N> } }[SignalName]

/** Readings of an ordinary computer of its kind: nothing about it is odd but what its person makes it. */
export function readingsOf({ zone, userAgent }: SimulatedBrowser, nowMs: number): SentReading[] {
  const isMac = userAgent.includes('Macintosh')
  return [
    { name: 'browserZone', value: zone },
    { name: 'browserClock', value: clockOf(zone, new Date(nowMs).getUTCFullYear()) },
    { name: 'webdriver', value: false },
    { name: 'screen', value: { width: 1512, height: 982, pixelRatio: 2 } },
    {
      name: 'device',
      value: {
        cores: 8,
        // Safari does not tell.
        memoryGb: isMac ? null : 8,
        touchPoints: 0,
        platform: isMac ? 'MacIntel' : 'Win32',
      },
    },
    {
      name: 'renderer',
      value: isMac
        ? { vendor: 'Apple Inc.', renderer: 'Apple GPU' }
        : {
            vendor: 'Google Inc. (Intel)',
            renderer:
              'ANGLE (Intel, Intel(R) Iris(R) Xe Graphics (0x00009A49) Direct3D11 vs_5_0 ps_5_0, D3D11)',
          },
    },
    { name: 'network', value: 'online' },
    { name: 'visibility', value: 'visible' },
    { name: 'focus', value: 'focused' },
  ]
}

function clockOf(zone: string, year: number): SignalValue<'browserClock'> {
  const offsetsMin = Array.from(
    { length: 12 },
    (_, month) => zoneOffsetMin(zone, Date.UTC(year, month, 1, 12)) ?? 0,
  )
  return { zone, year, offsetsMin }
}
