/** Times as people write them. */
import type { ParsedResult } from 'chrono-node'
import { zoneOffsetMin } from '../core/zone.ts'
import type { ParsedWhen, WhenLookup } from '../usecases/lookups.ts'
import { cutDuration } from './when/duration.ts'
import { toInstant, toWall, wallOf } from './when/wall-clock.ts'

/** Nobody types more about a time; what is longer is left over unread. */
const MOST_CHARACTERS = 300

const MINUTE_MS = 60_000

/** The longest length, one day; a range to another day is no length. */
const MOST_MIN = 1440

/**
 * Zones of the United States, where "5/6" is 6 May; everywhere else it is 5 June. Matched at the start of the name.
 * Source: tz database 2026, `zone1970.tab`, rows of US.
 */
const MONTH_FIRST =
  /^(?:US\/|America\/(?:New_York|Detroit|Kentucky|Indiana|Indianapolis|Louisville|Chicago|Menominee|North_Dakota|Denver|Boise|Phoenix|Los_Angeles|Anchorage|Juneau|Sitka|Metlakatla|Yakutat|Nome|Adak)|Pacific\/(?:Honolulu|Guam)|EST|CST|MST|PST)/

/** Words and marks that only joined what was cut out. */
const JOINTS =
  /^(?:\s|[,;–—-]|(?:at|on|for|from|@)(?=\s|$))+|(?:\s|[,;–—-]|(?<=\s|^)(?:at|on|for|from|@))+$/giu

/**
 * Makes the reader of times; the date parser is loaded when first used.
 *
 * Source: chrono-node 2.10.3, tried 2026-11-22: it takes "45m" for "in 45 minutes", so lengths are cut out first, and
 * knows offsets but no zones, so its wall clock is converted by ours.
 */
export default function create(): Promise<WhenLookup> {
  return Promise.resolve({ parse, toInstant, toWall })
}

async function parse(text: string, zone: string, nowMs: number): Promise<ParsedWhen> {
  const unread = text.slice(MOST_CHARACTERS)
  const { lengthMin, rest } = cutDuration(text.slice(0, MOST_CHARACTERS))
  const length = lengthMin === undefined ? {} : { lengthMin }
  // Neither a zone nor an instant that does not exist has an offset.
  const offsetMin = toWall(nowMs, zone) === undefined ? undefined : zoneOffsetMin(zone, nowMs)
  if (offsetMin === undefined) return { ...length, rest: tidy(rest, unread) }

  const { en } = await import('chrono-node')
  const parser = MONTH_FIRST.test(zone) ? en.casual : en.GB
  const reference = { instant: new Date(nowMs), timezone: offsetMin }
  const read = (input: string) => parser.parse(input, reference, { forwardDate: true })

  const results = read(rest)
  const withTime = results.find(({ start }) => start.isCertain('hour'))
  if (withTime === undefined) return { ...length, rest: tidy(rest, unread) }
  // "Monday with Jane at 3pm": the day and the time stand apart; read as if they stood together.
  const day = hasDay(withTime) ? undefined : results.find((result) => hasDay(result) && !result.end)
  const joined =
    day === undefined ? withTime : (read(`${day.text} ${withTime.text}`)[0] ?? withTime)
  const wall = toWallOf(joined.start, zone)
  if (wall === undefined) return { ...length, rest: tidy(rest, unread) }

  const used = [withTime, day].filter((result) => result !== undefined)
  const left = used
    .sort((a, b) => b.index - a.index)
    .reduce(
      (all, { index, text: part }) => `${all.slice(0, index)} ${all.slice(index + part.length)}`,
      rest,
    )
  return { wall, ...lengthOf(joined, lengthMin), rest: tidy(left, unread) }
}

function hasDay({ start }: ParsedResult): boolean {
  return start.isCertain('day') || start.isCertain('weekday')
}

/** The wall clock in the zone; a text that names an offset ("3pm EST", "in 2 hours") is converted from it. */
function toWallOf(start: ParsedResult['start'], zone: string): string | undefined {
  const get = (part: 'year' | 'month' | 'day' | 'hour' | 'minute') => start.get(part) ?? 0
  const [year, month, day, hour, minute] = [
    get('year'),
    get('month'),
    get('day'),
    get('hour'),
    get('minute'),
  ]
  const wall = wallOf({ year, month, day, hour, minute })
  const offsetMin = start.isCertain('timezoneOffset') ? start.get('timezoneOffset') : null
  if (wall === undefined || offsetMin === null) return wall
  return toWall(Date.UTC(year, month - 1, day, hour, minute) - offsetMin * MINUTE_MS, zone)
}

/** A stated length goes before the one from "3 to 4pm". */
function lengthOf(
  { start, end }: ParsedResult,
  stated: number | undefined,
): { lengthMin?: number } {
  if (stated !== undefined) return { lengthMin: stated }
  if (!end?.isCertain('hour')) return {}
  const lengthMin = Math.round((end.date().getTime() - start.date().getTime()) / MINUTE_MS)
  return lengthMin >= 1 && lengthMin <= MOST_MIN ? { lengthMin } : {}
}

function tidy(rest: string, unread: string): string {
  const kept = rest.replace(/\(\s*\)|\[\s*\]/g, ' ').replace(/\s+/g, ' ')
  return `${kept.replace(JOINTS, '')}${unread}`.trim()
}
