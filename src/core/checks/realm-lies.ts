import { knownParts } from '../browser-parts.ts'
import { defineCheck } from '../check.ts'

const realm = (...differences: string[]) => ({ realm: { differences } })

export default defineCheck({
  id: 'realm-lies',
  title: 'Parts of the browser against each other',
  axis: 'control',
  group: 'browser',
  why: 'What a browser says of zone, clock and name comes from functions of its own, and is the same beside the page as on it. They part when something between replaces an answer.',
  innocent: [
    'an extension against tracking, which replaces such answers for everybody',
    'an extension that names another browser or zone, as for a site that refuses the own one',
    'test tools of a developer',
    'software of the company that watches over its browsers',
  ],
  next: 'Ask which extensions are in use, and for a minute in a window without them.',
  source: [
    'Functions of the browser print as “[native code]” under their name: ECMA-262 §20.2.3.5 (read 2026-11-25). In Chromium a worker keeps the true zone where a script replaces it in the page (tried 2026-11-25)',
    'DuckDuckGo’s extension gives every page two processors, and other values of the machine likewise: duckduckgo-privacy-extension #2375 (read 2026-11-25). So values of the machine alone weigh nothing',
    'No rate among honest visits is known. Browsers that are changed within show no difference, so that none says nothing for anyone (read 2026-11-25)',
  ],
  needs: ['realm'],
  run({ realm: { differences } }) {
    const found = knownParts(differences)
    const statement = {
      claimed: 'a browser as its maker built it',
      expected: 'answers by its own functions, the same on the page and beside it',
      facts: { differences: found.length },
    }
    if (found.length === 0) {
      return { ...statement, outcome: 'consistent', level: 'whole', observed: 'no difference' }
    }
    const observed = `not its own, or not the same: ${found.map(({ words }) => words).join(', ')}`
    const level = found.some(({ kind }) => kind === 'identity') ? 'zone-or-name' : 'machine-only'
    return { ...statement, outcome: 'contradictory', level, observed }
  },
  examples: [
    {
      case: 'a browser as it comes',
      given: realm(),
      expect: 'consistent',
      level: 'whole',
    },
    {
      case: 'the offset of the clock replaced by a script',
      given: realm('Date.getTimezoneOffset', 'worker: clock'),
      expect: 'contradictory',
      level: 'zone-or-name',
    },
    {
      case: 'another system named to pages',
      given: realm('navigator.userAgent', 'navigator.platform', 'worker: browser'),
      expect: 'contradictory',
      level: 'zone-or-name',
    },
    {
      case: 'an extension against tracking that gives everybody two processors',
      given: realm('navigator.hardwareConcurrency', 'navigator.deviceMemory', 'worker: processors'),
      expect: 'contradictory',
      level: 'machine-only',
    },
    {
      case: 'a name that no probe gives',
      given: realm('something of the page’s own making'),
      expect: 'consistent',
      level: 'whole',
    },
  ],
})
