// Written by npm run fit; do not edit.
import type { ExcessCurve, PathTable } from '../usual-path.ts'

const none: ExcessCurve = { usualMs: 1000, bans: [[0, 0]], honest: { alarms: 0, n: 1 } }

/** What is usual on paths. */
export const paths: PathTable = {
  fittedOn: '2026-11-25',
  source: 'not fitted',
  expectedMs: [[0, 10]],
  regionMs: {
    'north-america': { 'north-america': 0, europe: 0, elsewhere: 0 },
    europe: { 'north-america': 0, europe: 0, elsewhere: 0 },
    elsewhere: { 'north-america': 0, europe: 0, elsewhere: 0 },
  },
  excess: {
    fixed: [none, none, none, none],
    mobile: [none, none, none, none],
    satellite: [none, none, none, none],
    any: [none, none, none, none],
  },
}
