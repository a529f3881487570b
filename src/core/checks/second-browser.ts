import { defineCheck } from '../check.ts'
import { countryName } from '../country.ts'

export default defineCheck({
  id: 'second-browser',
  title: 'The link used in a second browser',
  axis: 'continuity',
  group: 'link',
  why: 'A link that two people press Continue on may have been passed to someone else.',
  innocent: [
    'the candidate tried again on another device or in another browser without Use another device',
    'a phone that switched from Wi-Fi to the mobile network',
    'an assistant, partner or recruiter who wanted to help or to look',
  ],
  next: 'Ask who opened the link, and whether they also tried it on another device.',
  source: ['Own rule: the link is bound by the first click; no published rate (read 2026-11-22)'],
  needs: ['secondBrowser'],
  run({ secondBrowser }) {
    const statement = {
      claimed: 'one person with one link',
      expected: 'Continue pressed in one browser',
    }
    const others = secondBrowser.filter((attempt) => !attempt.sameNetwork)
    if (others.length === 0) {
      return {
        ...statement,
        outcome: 'consistent',
        level: 'same-network',
        observed: 'another browser on the same network',
        facts: { attempts: secondBrowser.length },
      }
    }
    const countries = [
      ...new Set(others.flatMap(({ country }) => (country === null ? [] : countryName(country)))),
    ].sort()
    return {
      ...statement,
      outcome: 'contradictory',
      level: 'other-network',
      observed: `also pressed in a browser on another network${countries.length > 0 ? ` (${countries.join(', ')})` : ''}; it was not let in`,
      facts: { attempts: secondBrowser.length },
    }
  },
  examples: [
    {
      case: 'the own phone, on the same Wi-Fi',
      given: { secondBrowser: [{ country: 'US', sameNetwork: true }] },
      expect: 'consistent',
      level: 'same-network',
    },
    {
      case: 'someone in another network',
      given: { secondBrowser: [{ country: 'NG', sameNetwork: false }] },
      expect: 'contradictory',
      level: 'other-network',
    },
  ],
})
