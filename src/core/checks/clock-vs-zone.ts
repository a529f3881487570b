import { defineCheck } from '../check.ts'
import type { Input } from '../check.ts'
import { formatOffset, isHiddenZone, zoneOffsetMin } from '../zone.ts'

type Reading = Input<'browserClock'>[number]

/**
 * Most that tables of different age differ for one zone: a country that dropped or added summer time, or moved by an
 * hour (Kazakhstan 2024, in every month). More than that no inhabited zone has changed since 2015.
 */
const OLD_TABLE_MIN = 60

/** A month in which clock and zone differ most. */
interface Gap {
  zone: string
  month: number
  dueMin: number
  seenMin: number
  months: number
}

/**
 * Compares a clock with its zone, month by month.
 *
 * Out: undefined for a zone that our engine does not know, and where a browser hides its zone and not its clock: who
 * hides states nothing.
 */
function compare({ zone, year, offsetsMin }: Reading): Gap | undefined {
  const rows = offsetsMin.flatMap((seenMin, month) => {
    const dueMin = zoneOffsetMin(zone, Date.UTC(year, month, 1, 12))
    return dueMin === undefined ? [] : [{ month, dueMin, seenMin }]
  })
  const widest = [...rows].sort((a, b) => size(b) - size(a))[0]
  if (widest === undefined || (size(widest) > 0 && isHiddenZone(zone))) return undefined
  return { zone, ...widest, months: rows.filter((row) => size(row) > 0).length }
}

function size({ dueMin, seenMin }: Pick<Gap, 'dueMin' | 'seenMin'>): number {
  return Math.abs(dueMin - seenMin)
}

const monthFormat = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })

function monthName(month: number): string {
  return monthFormat.format(Date.UTC(2026, month, 1))
}

/** Twelve offsets: winter (north of the equator) and summer from April to October, as most rules have it. */
const year = (winter: number, summer = winter) =>
  Array.from({ length: 12 }, (_, month) => (month >= 3 && month <= 9 ? summer : winter))
const clock = (zone: string, offsetsMin: number[]): Reading => ({ zone, year: 2026, offsetsMin })

export default defineCheck({
  id: 'clock-vs-zone',
  title: 'Clock of the device against the zone it names',
  axis: 'place',
  group: 'clock',
  why: 'A browser takes both from one setting; they part when the name of the zone is replaced and the clock is forgotten.',
  innocent: [
    'a privacy extension that replaces one of the two',
    'test tools of a developer that set another zone',
    'a browser or system with damaged or very old tables of time zones',
  ],
  next: 'Ask whether an extension changes what pages see of the browser, and for a minute in another browser.',
  source: [
    'Date and Intl take one zone from the system, SystemTimeZoneIdentifier: change “refactor time zone identifier spec text” of ECMA-262 (read 2026-11-25); in V8 they agree for every one of the 418 zones a system can be set to (tried 2026-11-25)',
    'Changes of offset from one year to the next, 418 zones of IANA 2025c, 2015 to 2026: at most 60 min but for two stations in Antarctica (computed 2026-11-25)',
    'Both UTC where the zone is hidden: Firefox privacy.resistFingerprinting (read 2026-11-22)',
  ],
  needs: ['browserClock'],
  run({ browserClock }) {
    // A page that looks again every minute says the same most of the time.
    const distinct = new Map(browserClock.map((reading) => [JSON.stringify(reading), reading]))
    const widest = [...distinct.values()]
      .flatMap((reading) => compare(reading) ?? [])
      .sort((a, b) => size(b) - size(a))[0]
    if (widest === undefined) return { outcome: 'not-applicable' }
    const { zone, month, dueMin, seenMin, months } = widest
    const statement = {
      claimed: `a device in ${zone}`,
      expected: `a clock at ${formatOffset(dueMin)} in ${monthName(month)}, and likewise through the year`,
      observed: `a clock at ${formatOffset(seenMin)} in ${monthName(month)}`,
      facts: { gapMin: size(widest), monthsApart: months },
    }
    if (months === 0) return { ...statement, outcome: 'consistent', level: 'same' }
    if (size(widest) <= OLD_TABLE_MIN) {
      return {
        ...statement,
        outcome: 'consistent',
        level: 'one-rule-off',
        observed: `${statement.observed}: an hour at most, as tables of different age differ`,
      }
    }
    return { ...statement, outcome: 'contradictory', level: 'patched' }
  },
  examples: [
    {
      case: 'a device in Chicago',
      given: {
        browserClock: [clock('America/Chicago', year(-360, -300))],
      },
      expect: 'consistent',
      level: 'same',
    },
    {
      case: 'the name says Chicago, the clock Shanghai',
      given: { browserClock: [clock('America/Chicago', year(480))] },
      expect: 'contradictory',
      level: 'patched',
    },
    {
      case: 'patched after the first reading',
      given: {
        browserClock: [clock('Asia/Shanghai', year(480)), clock('America/Chicago', year(480))],
      },
      expect: 'contradictory',
      level: 'patched',
    },
    {
      case: 'half an hour, no summer time, an old name',
      given: { browserClock: [clock('Asia/Calcutta', year(330))] },
      expect: 'consistent',
      level: 'same',
    },
    {
      case: 'a system that still has summer time in Mexico',
      given: { browserClock: [clock('America/Mexico_City', year(-360, -300))] },
      expect: 'consistent',
      level: 'one-rule-off',
    },
    {
      case: 'a system that does not know of Kazakhstan’s change of 2024',
      given: { browserClock: [clock('Asia/Almaty', year(360))] },
      expect: 'consistent',
      level: 'one-rule-off',
    },
    {
      case: 'a browser that hides both',
      given: { browserClock: [clock('UTC', year(0))] },
      expect: 'consistent',
      level: 'same',
    },
    {
      case: 'an extension that hides the zone and forgets the clock',
      given: { browserClock: [clock('UTC', year(-360, -300))] },
      expect: 'not-applicable',
    },
    {
      case: 'a zone that our engine does not know',
      given: { browserClock: [clock('Mars/Olympus_Mons', year(0))] },
      expect: 'not-applicable',
    },
  ],
})
