/** Weights of the axis `place`: is the computer where the candidate says they are? */
import type { Finding } from '../check.ts'
import { paths } from '../fitted/paths.ts'
import type { CheckPolicy, Weight } from '../policy.ts'
import { accessKinds } from '../path-table.ts'
import { excessCurve, valueAt } from '../usual-path.ts'
import { judged, nothing } from './judged.ts'

/** An address weighs by who says where it stands; one beside the page's like the page's: the same databases err about it. */
function addressLevels(what: string): Readonly<Record<string, Weight>> {
  return {
    'databases-agree': {
      basis: 'argued',
      bans: 1,
      source: `two databases of different makers agree on another country for ${what}; on home, mobile and satellite addresses of known places that happened in none of 258 (2026-11-22)`,
    },
    'one-database': {
      basis: 'argued',
      bans: 0.6,
      source:
        'one database: log10(1 / 0.24), its wrong-country rate on the worst kind of network measured, satellite (2026-11-22)',
    },
    'one-of-satellite': judged(
      0.3,
      'one database about a satellite line: wrong for 24 % of Starlink, so it makes no review by itself (2026-11-22)',
    ),
  }
}

/** A country that fits. */
const bought = nothing('an address can be bought, so it never speaks for a candidate')

/** What the excess of a path weighs, by the facts of `round-trip-excess`. */
function excessWeight(facts: Finding['facts']) {
  const access = accessKinds.find((kind) => kind === facts['access']) ?? 'any'
  const { bans, honest } = excessCurve(
    access,
    Number(facts['vantages']),
    Number(facts['nearestKm']),
  )
  return { bans: valueAt(bans, Number(facts['excessMs'])), falseAlarms: honest }
}

/** By check. */
export const placeWeights: Readonly<Record<string, CheckPolicy>> = {
  'country-vs-address': {
    zeroBehindTunnel: true,
    levels: { ...addressLevels('the page’s address'), 'same-country': bought },
  },
  'place-vs-address': {
    zeroBehindTunnel: true,
    levels: {
      'beyond-error': judged(
        0.3,
        'the allowance is crossed by about 1 honest address in 20, so that alone it must not keep anybody from “consistent” (2026-11-25)',
      ),
      'within-error': nothing('an address can be bought, so it never speaks for a candidate'),
    },
  },
  'network-kind': {
    levels: {
      vpn: judged(
        0.3,
        'no measured rate among honest applicants, many of whom use one; alone it must not keep anybody from “consistent”, the tunnel does that',
      ),
      tor: judged(0.3, 'no measured rate; rarer among honest applicants than a VPN'),
      hosting: judged(
        0.3,
        '2 of 258 home, mobile and satellite addresses are listed as data centre, and 5 of 32 of a company gateway (2026-11-25)',
      ),
      'as-declared': nothing('what was declared is expected'),
      gateway: nothing('employers choose it, not candidates'),
      relay: nothing('a privacy service of a maker, which keeps city or country'),
      satellite: nothing('a kind of line, and a reason for databases to be wrong'),
      mobile: nothing('a kind of line, and a reason for databases to be wrong'),
      education: nothing('a kind of line'),
      home: nothing('a line can be rented, so it never speaks for a candidate'),
    },
  },
  'address-drift': {
    levels: {
      'two-lines': judged(
        0.2,
        'no measured rate; databases alone differ in the country of 6.8 % of addresses (2026-11-22)',
      ),
      'tunnel-switched': nothing('addresses of a tunnel say where its exits are'),
      'hand-over': nothing('phones change their network all day'),
      'same-network': nothing('one provider is one line until shown otherwise'),
      'one-country': nothing('a change within a country says little'),
      'one-address': nothing('an address can be bought, so it never speaks for a candidate'),
    },
  },
  'zone-vs-address': {
    zeroBehindTunnel: true,
    levels: {
      'other-offset': judged(
        0.3,
        'no measured rate; below 0.4, so that one wrong database is not two causes of a contradiction',
      ),
      'neighbouring-offset': judged(
        0.1,
        'no measured rate; lines come out one zone away, and laptops keep the zone of head office',
      ),
      'same-offset': nothing('a time zone can be set, so it never speaks for a candidate'),
    },
  },
  'clock-vs-zone': {
    levels: {
      patched: judged(0.4, 'no measured rate; at the cap for judgement'),
      'one-rule-off': nothing('tables of different age differ by an hour'),
      same: nothing('both can be set, so they never speak for a candidate'),
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
        source: `behind an exit in the stated country nobody can answer sooner; fitted as above (${paths.fittedOn})`,
      },
      'usual-from-anywhere': nothing('anybody can answer late on purpose'),
    },
  },
  'feasible-region': {
    levels: {
      'country-impossible': {
        basis: 'data',
        bans: 1.5,
        falseAlarms: { alarms: 1, n: 235 },
        source:
          'as round-trip-floor, whose margin is narrower: 1 of 235 home probes of 2023, itself in a wrong place (2026-11-25)',
      },
      'among-others': nothing('more than one country is possible'),
      'only-country': {
        basis: 'data',
        bans: -1,
        falseAlarms: { alarms: 1, n: 235 },
        speaksFor: 'measured-by-us',
        source:
          'a client can only lengthen an answer, so that no other country is possible by physics; at the limit for what speaks for anybody (2026-11-25)',
      },
    },
  },
  'layer-split': {
    zeroBehindTunnel: true,
    levels: {
      split: {
        basis: 'data',
        bans: 1.2,
        falseAlarms: { alarms: 0, n: 60 },
        source:
          'none above 6.2 ms in 240 runs without proxy, all of 180 with one 40 ms and more away; counted as 60 since one machine made them all (2026-11-20)',
      },
      slight: judged(0.3, 'a proxy so near says little of a place'),
      whole: nothing('a VPN shows no split, so that none speaks for nobody'),
    },
  },
  'packet-size': {
    levels: {
      'tunnel-size': judged(
        0.2,
        'a tunnel is no sign of another place, and sizes are often changed on the way',
      ),
      usual: nothing('many tunnels leave no trace in the size'),
    },
  },
  'udp-path': {
    levels: { ...addressLevels('direct connections'), here: bought },
  },
  'address-families': {
    levels: { ...addressLevels('the other kind of address'), here: bought },
  },
}
