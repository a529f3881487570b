/** The policy in force. Giving a check power is one row here, with its false-alarm figures. */
import type { Finding } from './check.ts'
import { paths } from './fitted/paths.ts'
import type { Policy, Weight } from './policy.ts'
import { accessKinds, excessCurve, valueAt } from './usual-path.ts'

/** A weight without a measured rate behind it. */
function judged(bans: number, source: string): Weight {
  return { basis: 'judgement', bans, source }
}

/** What can be bought or set never speaks for a candidate. */
function nothing(source: string): Weight {
  return { basis: 'judgement', bans: 0, source }
}

/** What the excess of a path weighs, by the facts of `round-trip-excess`. */
function excessWeight(facts: Finding['facts']) {
  const access = accessKinds.find((kind) => kind === facts['access']) ?? 'any'
  const { bans, honest } = excessCurve(access, Number(facts['vantages']))
  return { bans: valueAt(bans, Number(facts['excessMs'])), falseAlarms: honest }
}

/** The policy in force. */
export const policy: Policy = {
  version: '2026-11-22',
  checks: {
    'country-vs-address': {
      zeroBehindTunnel: true,
      levels: {
        'databases-agree': {
          basis: 'argued',
          bans: 1,
          source:
            'two databases of different makers agree on another country; on home, mobile and satellite addresses of known places that happened in none of 258 (2026-11-22)',
        },
        'one-database': {
          basis: 'argued',
          bans: 0.6,
          source:
            'one database: log10(1 / 0.24), its wrong-country rate on the worst kind of network measured, satellite (2026-11-22)',
        },
        'same-country': nothing('an address can be bought, so it never speaks for a candidate'),
      },
    },
    'zone-vs-claim': {
      levels: {
        'other-offset': judged(0.4, 'no measured rate; at the cap for judgement'),
        'neighbouring-offset': judged(
          0.2,
          'no measured rate; borders and company laptops are common',
        ),
        'same-offset': nothing('a time zone can be set, so it never speaks for a candidate'),
      },
    },
    'round-trip-floor': {
      levels: {
        impossible: {
          basis: 'data',
          bans: 1.5,
          falseAlarms: { alarms: 1, n: 235 },
          source:
            '1 of 235 home probes of 2023 (itself in a wrong place), 0 of 21,939 city pairs of 2018 (2026-11-22)',
        },
        possible: nothing('a slow answer never proves a place'),
      },
    },
    'round-trip-excess': {
      levels: {
        late: {
          basis: 'data',
          bans: 1.5,
          falseAlarms: { alarms: 0, n: 100 },
          fitted: excessWeight,
          source: `fitted by kind of line and number of vantages: ${paths.source} (${paths.fittedOn})`,
        },
        usual: {
          basis: 'data',
          bans: -1,
          falseAlarms: { alarms: 0, n: 100 },
          fitted: excessWeight,
          speaksFor: 'measured-by-us',
          source: `a client can only lengthen an answer; fitted as above (${paths.fittedOn})`,
        },
      },
    },
    automation: {
      levels: {
        driven: judged(0.4, 'no measured rate; at the cap for judgement'),
        none: nothing('a clean browser can be bought, so it never speaks for a candidate'),
      },
    },
    'second-browser': {
      levels: {
        'other-network': judged(0.4, 'no measured rate; at the cap for judgement'),
        'same-network': nothing('says nothing about who sits there'),
      },
    },
  },
}
