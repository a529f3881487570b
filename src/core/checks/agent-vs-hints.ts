import { defineCheck, type Input } from '../check.ts'
import {
  goTogether,
  systemOfAgent,
  systemOfHint,
  systemsOfPlatform,
  systemWords,
} from './agent-vs-hints/systems.ts'

type Agent = Input<'userAgent'>
type Hints = Pick<Input<'hintHeaders'>, 'brands' | 'platform' | 'mobile'>
type Device = Input<'device'>

/** Two names of a browser held against each other: what does not go together, or null where it does. */
type Comparison = string | null

/** Browsers that are not made from Chromium on any system, as the parser of User-Agent headers names them. */
const GECKO = /^Firefox\b/
const WEBKIT = /^(Mobile )?Safari\b/

function quoted(text: string): string {
  return `“${text}”`
}

/** The User-Agent header against Client Hints, which only Chromium sends. */
function compareHints(agent: Agent, hints: Hints | undefined, name: string): Comparison[] {
  if (hints === undefined) return []
  const system = systemOfAgent(agent.os)
  const hinted = systemOfHint(hints.platform)
  const comparisons: Comparison[] = []
  if (system !== undefined && hinted !== undefined) {
    comparisons.push(
      goTogether(system, hinted)
        ? null
        : `the header says ${systemWords[system]}, ${name} say ${systemWords[hinted]}`,
    )
  }
  const isApple = system === 'mac' || system === 'ios'
  if (agent.browser !== null && hints.brands.length > 0) {
    const isOther = GECKO.test(agent.browser) || (isApple && WEBKIT.test(agent.browser))
    const isChromium = hints.brands.some(({ brand }) => brand === 'Chromium')
    comparisons.push(
      isOther && isChromium ? `the header says ${agent.browser}, ${name} say Chromium` : null,
    )
  }
  // Elsewhere a setting asks for pages for phones or for desktops.
  if (hints.mobile !== null && (system === 'windows' || system === 'mac')) {
    comparisons.push(
      hints.mobile && agent.device === 'desktop'
        ? `the header says a desktop with ${systemWords[system]}, ${name} say a phone`
        : null,
    )
  }
  return comparisons
}

/** Client Hints of the request against those that the page reads: one browser fills both from one place. */
function compareBothHints(header: Hints | undefined, page: Hints | undefined): Comparison[] {
  const first = header === undefined ? undefined : systemOfHint(header.platform)
  const second = page === undefined ? undefined : systemOfHint(page.platform)
  if (first === undefined || second === undefined) return []
  // Asking for pages for desktops between request and page changes Android into Linux.
  return goTogether(first, second) || goTogether(second, first)
    ? [null]
    : [
        `Client Hints of the request say ${systemWords[first]}, those of the page ${systemWords[second]}`,
      ]
}

/** The User-Agent header against what the page reads of the device. */
function compareDevice(agent: Agent, device: Device | undefined): Comparison[] {
  const system = systemOfAgent(agent.os)
  if (device === undefined || system === undefined) return []
  const comparisons: Comparison[] = []
  const systems = systemsOfPlatform(device.platform)
  if (systems !== undefined && !hidesSystem(agent, device)) {
    comparisons.push(
      systems.includes(system)
        ? null
        : `the header says ${systemWords[system]}, the page ${quoted(device.platform ?? '')}`,
    )
  }
  if (system === 'ios' && agent.device === 'phone' && device.touchPoints !== null) {
    comparisons.push(
      device.touchPoints === 0 ? 'the header says a phone, and its screen takes no touch' : null,
    )
  }
  return comparisons
}

/** Firefox with resistFingerprinting and Tor Browser say Windows in the header and the truth in the page. */
function hidesSystem(agent: Agent, device: Device): boolean {
  const systems = systemsOfPlatform(device.platform)
  return (
    agent.browser !== null &&
    GECKO.test(agent.browser) &&
    systemOfAgent(agent.os) === 'windows' &&
    systems !== undefined &&
    !systems.includes('windows')
  )
}

const agent = (browser: string, os: string, device: Agent['device'] = 'desktop'): Agent => ({
  browser,
  os,
  device,
  headless: false,
})
const brands = ['Chromium', 'Not/A)Brand'].map((brand) => ({ brand, version: '140' }))
const hints = (platform: string, mobile = false) => ({ brands, platform, mobile })
const pageHints = (platform: string, mobile = false) => ({
  ...hints(platform, mobile),
  platformVersion: '15.0.0',
  architecture: 'x86',
  bitness: '64',
  model: null,
})
const device = (platform: string, touchPoints = 0): Device => ({
  cores: 8,
  memoryGb: 8,
  touchPoints,
  platform,
})

export default defineCheck({
  id: 'agent-vs-hints',
  title: 'The names a browser gives of itself against each other',
  axis: 'control',
  group: 'browser',
  why: 'A browser fills its User-Agent, its Client Hints and its platform from one place; they part when somebody sets one of them.',
  innocent: [
    'an extension that names another browser, as for a site that refuses the own one',
    'device emulation in the tools of a developer',
    'a privacy setting that names a common system instead of the own one',
    'a company proxy that rewrites headers',
  ],
  next: 'Ask whether an extension or developer tools change how the browser names itself, and for a minute in an ordinary window.',
  source: [
    'Client Hints are sent by Chromium only, with one of eight names of a system: MDN, Sec-CH-UA-Platform (read 2026-11-25)',
    'Desktop pages on Android: User-Agent “X11; Linux x86_64”, platform “Linux”, mobile false: Chromium, SetDesktopUserAgentOverride (read 2026-11-25)',
    'Windows in the header, the own system in the page: Tor Project, release notes of Tor Browser 14.0a4, 2024-09-06 (read 2026-11-25)',
    'Of 4,366 desktop visits among 10,000 of 2026, programs included, 36 (0.8 %) name two systems: npm user-agents 2.1.198 (computed 2026-11-25)',
  ],
  needs: ['userAgent'],
  wants: ['hintHeaders', 'clientHints', 'device'],
  run({ userAgent, hintHeaders, clientHints, device: read }) {
    const comparisons = [
      ...compareHints(userAgent, hintHeaders, 'Client Hints'),
      ...compareHints(userAgent, clientHints, 'Client Hints of the page'),
      ...compareBothHints(hintHeaders, clientHints),
      ...compareDevice(userAgent, read),
    ]
    const hides = read !== undefined && hidesSystem(userAgent, read)
    const names = [userAgent.browser, userAgent.os].flatMap((name) => name ?? [])
    const statement = {
      claimed: names.length === 0 ? 'a browser without a name' : names.join(' on '),
      expected: 'Client Hints and platform of the same browser and system',
      facts: { comparisons: comparisons.length },
    }
    const apart = comparisons.flatMap((comparison) => comparison ?? [])
    if (apart.length > 0) {
      return {
        ...statement,
        outcome: 'contradictory',
        level: 'incompatible',
        observed: [...new Set(apart)].join('; '),
      }
    }
    if (hides) {
      return {
        ...statement,
        outcome: 'consistent',
        level: 'hidden',
        observed: 'a browser that hides its system from the network, as a privacy setting does',
      }
    }
    if (comparisons.length === 0) return { outcome: 'not-applicable' }
    const isPad =
      systemOfAgent(userAgent.os) === 'mac' && read !== undefined && (read.touchPoints ?? 0) > 1
    return {
      ...statement,
      outcome: 'consistent',
      level: 'compatible',
      observed: isPad ? 'the same; an iPad that asks for desktop pages' : 'the same',
    }
  },
  examples: [
    {
      case: 'Chrome on Windows 11, which names itself Windows and Win32 like every other',
      given: {
        userAgent: agent('Chrome 140', 'Windows'),
        hintHeaders: hints('Windows'),
        clientHints: pageHints('Windows'),
        device: device('Win32'),
      },
      expect: 'consistent',
      level: 'compatible',
    },
    {
      case: 'the header of a Mac from a browser on Linux',
      given: {
        userAgent: agent('Chrome 140', 'macOS'),
        hintHeaders: hints('Linux'),
        device: device('Linux x86_64'),
      },
      expect: 'contradictory',
      level: 'incompatible',
    },
    {
      case: 'a phone of Apple that is a desktop browser',
      given: {
        userAgent: agent('Mobile Safari 18', 'iOS', 'phone'),
        hintHeaders: hints('Windows', true),
        device: device('Win32'),
      },
      expect: 'contradictory',
      level: 'incompatible',
    },
    {
      case: 'the header and the hints replaced, the page forgotten',
      given: {
        userAgent: agent('Chrome 140', 'Windows'),
        hintHeaders: hints('Windows'),
        clientHints: pageHints('Linux'),
      },
      expect: 'contradictory',
      level: 'incompatible',
    },
    {
      case: 'Firefox with the Client Hints of Chromium',
      given: { userAgent: agent('Firefox 128', 'Windows'), hintHeaders: hints('Windows') },
      expect: 'contradictory',
      level: 'incompatible',
    },
    {
      case: 'a desktop that asks for pages for phones',
      given: { userAgent: agent('Chrome 140', 'Windows'), hintHeaders: hints('Windows', true) },
      expect: 'contradictory',
      level: 'incompatible',
    },
    {
      case: 'Edge, Opera and Brave on macOS, with its frozen version',
      given: {
        userAgent: agent('Edge 140', 'macOS'),
        hintHeaders: hints('macOS'),
        clientHints: pageHints('macOS'),
        device: device('MacIntel'),
      },
      expect: 'consistent',
      level: 'compatible',
    },
    {
      case: 'an iPad that asks for desktop pages',
      given: { userAgent: agent('Safari 18', 'macOS'), device: device('MacIntel', 5) },
      expect: 'consistent',
      level: 'compatible',
    },
    {
      case: 'an iPad in Chrome, which is WebKit there and sends no hints',
      given: { userAgent: agent('Chrome 140', 'iOS', 'tablet'), device: device('MacIntel', 5) },
      expect: 'consistent',
      level: 'compatible',
    },
    {
      case: 'an iPhone',
      given: { userAgent: agent('Mobile Safari 18', 'iOS', 'phone'), device: device('iPhone', 5) },
      expect: 'consistent',
      level: 'compatible',
    },
    {
      case: 'a phone with Android',
      given: {
        userAgent: agent('Chrome 140', 'Android', 'phone'),
        hintHeaders: hints('Android', true),
        device: device('Linux armv81', 5),
      },
      expect: 'consistent',
      level: 'compatible',
    },
    {
      case: 'an app with a built-in browser on Android',
      given: {
        userAgent: agent('Chrome WebView 140', 'Android', 'phone'),
        hintHeaders: hints('Android', true),
        device: device('Linux aarch64', 5),
      },
      expect: 'consistent',
      level: 'compatible',
    },
    {
      case: 'a phone with Android that asks for desktop pages',
      given: {
        userAgent: agent('Chrome 140', 'Linux'),
        hintHeaders: hints('Linux'),
        clientHints: pageHints('Android'),
        device: device('Linux armv81', 5),
      },
      expect: 'consistent',
      level: 'compatible',
    },
    {
      case: 'a Chromebook',
      given: {
        userAgent: agent('Chrome 140', 'Chromium OS'),
        hintHeaders: hints('Chrome OS'),
        device: device('Linux x86_64'),
      },
      expect: 'consistent',
      level: 'compatible',
    },
    {
      case: 'Ubuntu on ARM',
      given: { userAgent: agent('Firefox 140', 'Ubuntu'), device: device('Linux aarch64') },
      expect: 'consistent',
      level: 'compatible',
    },
    {
      case: 'Tor Browser on Linux, which says Windows in the header',
      given: { userAgent: agent('Firefox 128', 'Windows'), device: device('Linux x86_64') },
      expect: 'consistent',
      level: 'hidden',
    },
    {
      case: 'a browser that tells nothing but its User-Agent',
      given: { userAgent: agent('Firefox 140', 'Windows') },
      expect: 'not-applicable',
    },
    {
      case: 'a system nobody knows',
      given: {
        userAgent: { browser: null, os: 'Haiku', device: 'other', headless: false },
        hintHeaders: { brands: [], platform: 'Unknown', mobile: null },
        device: { cores: null, memoryGb: null, touchPoints: null, platform: 'Haiku' },
      },
      expect: 'not-applicable',
    },
  ],
})
