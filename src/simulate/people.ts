/** The simulated people: where they say they are, where they are, and what they do. */
import type { Vantage } from '../core/signals.ts'

/** One browser of a simulated person. */
export interface SimulatedBrowser {
  /** An address that the databases place where this browser stands. */
  address: string
  zone: string
  userAgent: string
  /** Round trip to the simulated server, ms; each echo adds a little scatter. */
  roundTripMs: number
}

/** A simulated person. */
export interface SimulatedPerson {
  id: string
  name: string
  /** For the newcomer: what this person does. */
  story: string
  /** The claim. */
  place: string
  browser: SimulatedBrowser
  /** A second browser that presses Continue on the same link a little later. */
  second?: SimulatedBrowser
}

/** Where the simulated server stands. */
export const SIMULATED_VANTAGE: Vantage = {
  id: 'simulated',
  name: 'Frankfurt',
  lat: 50.11,
  lon: 8.68,
}

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'
const SAFARI =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15'

/** Round trips to Frankfurt: the published city-to-city minimum and some access delay on top. */
const FROM_AUSTIN_MS = 134
const FROM_BUCHAREST_MS = 36
const FROM_LISBON_MS = 48

/** Home in Austin. */
const austin: SimulatedBrowser = {
  address: '136.49.128.173',
  zone: 'America/Chicago',
  userAgent: SAFARI,
  roundTripMs: FROM_AUSTIN_MS,
}

/** All simulated people. */
export const people: readonly SimulatedPerson[] = [
  {
    id: 'honest',
    name: 'Jane Doe',
    story: 'says Austin, Texas, and is at home in Austin.',
    place: 'Austin, Texas, United States',
    browser: austin,
  },
  {
    id: 'abroad',
    name: 'Robin Roe',
    story: 'says Austin, Texas, but the computer stands in Bucharest, without disguise.',
    place: 'Austin, Texas, United States',
    browser: {
      address: '188.25.148.123',
      zone: 'Europe/Bucharest',
      userAgent: CHROME,
      roundTripMs: FROM_BUCHAREST_MS,
    },
  },
  {
    id: 'forwarded',
    name: 'Sam Poe',
    story: 'is in Austin, but passes the link on, and somebody in Lisbon presses Continue too.',
    place: 'Austin, Texas, United States',
    browser: austin,
    second: {
      address: '81.193.22.62',
      zone: 'Europe/Lisbon',
      userAgent: CHROME,
      roundTripMs: FROM_LISBON_MS,
    },
  },
]
