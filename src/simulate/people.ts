/** The simulated people: where they say they are, where they are, and what they do. What each should get: docs/demo.md. */
import { lines } from './lines.ts'
import { macWithSafari, windowsWithChrome } from './machines.ts'
import type { SimulatedBrowser, SimulatedPerson } from './person.ts'

const AUSTIN = 'Austin, Texas, United States'

/** Home in Austin. */
const austin: SimulatedBrowser = {
  address: '136.49.128.173',
  zone: 'America/Chicago',
  machine: macWithSafari,
  line: lines.austin,
}

/** All simulated people, the plainest first. */
export const people: readonly SimulatedPerson[] = [
  {
    id: 'honest',
    name: 'Jane Doe',
    story: 'says Austin, Texas, and is at home in Austin.',
    place: AUSTIN,
    browser: austin,
  },
  {
    id: 'gateway',
    name: 'Kim Coe',
    story:
      'says London and is there, on a laptop that sends everything through its company’s gateway, and declares that.',
    place: 'London, England, United Kingdom',
    declares: ['vpn'],
    browser: {
      // Of Zscaler, in London.
      address: '136.226.166.1',
      zone: 'Europe/London',
      machine: windowsWithChrome,
      line: lines.londonByGateway,
    },
  },
  {
    id: 'satellite',
    name: 'Lee Moe',
    story: 'says Seattle and is there, on Starlink, whose address one database places in Peru.',
    place: 'Seattle, Washington, United States',
    browser: {
      address: '98.97.44.1',
      zone: 'America/Los_Angeles',
      machine: windowsWithChrome,
      line: lines.seattleByStarlink,
    },
  },
  {
    id: 'traveller',
    name: 'Dana Noe',
    story: 'says Toronto, is in Sofia this week, and declares the trip.',
    place: 'Toronto, Ontario, Canada',
    declares: ['travel'],
    browser: {
      address: '77.85.128.1',
      zone: 'Europe/Sofia',
      machine: macWithSafari,
      line: lines.sofia,
    },
  },
  {
    id: 'abroad',
    name: 'Robin Roe',
    story: 'says Austin, Texas, but the computer stands in Stockholm, without disguise.',
    place: AUSTIN,
    browser: {
      address: '81.227.196.1',
      zone: 'Europe/Stockholm',
      machine: windowsWithChrome,
      line: lines.stockholm,
    },
  },
  {
    id: 'vpn',
    name: 'Pat Loe',
    story:
      'says Denver, but is in Warsaw behind a VPN that comes out of a data centre in Denver; the laptop keeps the time of Warsaw.',
    place: 'Denver, Colorado, United States',
    browser: {
      address: '212.102.44.1',
      zone: 'Europe/Warsaw',
      machine: windowsWithChrome,
      line: lines.warsawByDenver,
    },
  },
  {
    id: 'residential',
    name: 'Alex Boe',
    story:
      'says Manchester, but is in Singapore behind somebody’s home line in Manchester, with a time zone set to fit.',
    place: 'Manchester, England, United Kingdom',
    browser: {
      address: '80.7.196.1',
      zone: 'Europe/London',
      machine: windowsWithChrome,
      line: lines.singaporeByManchester,
    },
  },
  {
    id: 'forwarded',
    name: 'Sam Poe',
    story: 'is in Austin, but passes the link on, and somebody in Lisbon presses Continue too.',
    place: AUSTIN,
    browser: austin,
    second: {
      address: '81.193.22.62',
      zone: 'Europe/Lisbon',
      machine: windowsWithChrome,
      line: lines.lisbon,
    },
  },
]
