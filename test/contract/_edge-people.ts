/** People at the edges, all of them honest; not part of the demonstration. Their round trips are made up of those of lines.ts. */
import { lines } from '../../src/simulate/lines.ts'
import { macWithSafari, type Machine } from '../../src/simulate/machines.ts'
import type { SimulatedBrowser } from '../../src/simulate/person.ts'

/** Chrome on a phone. */
const phone: Machine = {
  userAgent:
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36',
  hints: {
    brands: [
      { brand: 'Chromium', version: '156' },
      { brand: 'Google Chrome', version: '156' },
    ],
    mobile: true,
    platform: 'Android',
    platformVersion: '16.0.0',
    architecture: null,
    bitness: null,
    model: null,
  },
  device: { cores: 8, memoryGb: 8, touchPoints: 5, platform: 'Linux armv81' },
  renderer: { vendor: 'Qualcomm', renderer: 'Adreno (TM) 750' },
  screen: { width: 412, height: 915, pixelRatio: 2.625 },
  frames: { count: 120, medianMs: 16.7, p95Ms: 17.4 },
  pointer: macWithSafari.pointer,
}

/** What a mobile network adds to a line of a home, ms. Source: RIPE Atlas, homes of February 2023: median of cellular 24, of Wi-Fi 12 (read 2026-11-25). */
const MOBILE_MS = 12

/** In London, on a line without IPv4. */
export const onIpv6: SimulatedBrowser = {
  // Of Sky, in and around London.
  address: '2a02:c7f:1::1',
  zone: 'Europe/London',
  machine: macWithSafari,
  line: lines.londonByGateway,
}

/** A phone in Austin, at home on Wi-Fi. */
export const phoneOnWifi: SimulatedBrowser = {
  address: '136.49.128.173',
  zone: 'America/Chicago',
  machine: phone,
  line: lines.austin,
}

/** The same phone on its mobile network, whose addresses come out in Houston. */
export const phoneOnLte: SimulatedBrowser = {
  ...phoneOnWifi,
  // Of T-Mobile.
  address: '172.56.24.9',
  line: { roundTripMs: lines.austin.roundTripMs + MOBILE_MS, scatterMs: 25 },
}
