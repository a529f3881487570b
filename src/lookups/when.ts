/** Times as people write them. */
import type { ParsedResult } from 'chrono-node'
import { zoneOffsetMin } from '../core/zone.ts'
import type { ParsedWhen, WhenLookup } from '../usecases/lookups.ts'
import { cutDuration } from './when/duration.ts'
import { toInstant, toWall, wallOf } from './when/wall-clock.ts'

/** Nobody types more about a time; what is longer is left over unread. */
const MOST_CHARACTERS = 300

const MINUTE_MS = 60_000

/** How chrono-node marks "in 2 hours". Source: chrono-node 2.10.3, results.js (read 2026-11-25). */
const COUNTED = 'result/relativeDateAndTime'

/** Longer than any change of a clock, minutes. */
const ASIDE_MIN = 180

/** The longest length, one day; a range to another day is no length. */
const MOST_MIN = 1440

/**
 * Zones of the United States, where "5/6" is 6 May; everywhere else it is 5 June. Matched at the start of the name.
 * Source: tz database 2026, `zone1970.tab`, rows of US.
 */
const MONTH_FIRST =
  /^(?:US\/|America\/(?:New_York|Detroit|Kentucky|Indiana|Indianapolis|Louisville|Chicago|Menominee|North_Dakota|Denver|Boise|Phoenix|Los_Angeles|Anchorage|Juneau|Sitka|Metlakatla|Yakutat|Nome|Adak)|Pacific\/(?:Honolulu|Guam)|EST|CST|MST|PST)/

type Parts = ParsedResult['start']

/** Words and marks that only joined what was cut out. */
const JOINTS =
  /^(?:\s|[,;–—-]|(?:at|on|for|from|@)(?=\s|$))+|(?:\s|[,;–—-]|(?<=\s|^)(?:at|on|for|from|@))+$/giu

/**
 * Makes the reader of times; the date parser is loaded when first used.
 *
 * Source: chrono-node 2.10.3, tried 2026-11-22: it takes "45m" for "in 45 minutes", so lengths are cut out first, and
 * knows offsets but no zones, so its wall clock is converted by ours. Read 2026-11-25: it counts in the zone of the
 * machine, whose clock may skip the hour that it lands on.
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
  const read = (input: string, timezone = offsetMin) =>
    parser.parse(input, { instant: new Date(nowMs), timezone }, { forwardDate: true })

  const results = read(rest)
  const withTime = results.find(({ start }) => start.isCertain('hour'))
  if (withTime === undefined) return { ...length, rest: tidy(rest, unread) }
  // "Monday with Jane at 3pm": the day and the time stand apart; read as if they stood together.
  const day = hasDay(withTime) ? undefined : results.find((result) => hasDay(result) && !result.end)
  const joined =
    day === undefined ? withTime : (read(`${day.text} ${withTime.text}`)[0] ?? withTime)
  const again = joined.start.tags().has(COUNTED)
    ? read(joined.text, offsetMin + ASIDE_MIN)[0]
    : undefined
  const wall = toWallOf(joined.start, again?.start, zone)
  if (wall === undefined) return { ...length, rest: tidy(rest, unread) }

  const used = [withTime, day].filter((result) => result !== undefined)
  const left = used
    .sort((a, b) => b.index - a.index)
    .reduce(
      (all, { index, text: part }) => `${all.slice(0, index)} ${all.slice(index + part.length)}`,
      rest,
    )
  return { wall, ...lengthOf(joined, lengthMin, offsetMin), rest: tidy(left, unread) }
}

function hasDay({ start }: ParsedResult): boolean {
  return start.isCertain('day') || start.isCertain('weekday')
}

/**
 * The wall clock in the zone; a text that names an offset ("3pm EST", "in 2 hours") is converted from it.
 *
 * In: `again`, the same counted from another hour of the machine's clock. An hour that it skips is read too late, and
 * it skips at most one of the two.
 */
function toWallOf(start: Parts, again: Parts | undefined, zone: string): string | undefined {
  const wall = wallOf(partsOf(start))
  if (wall === undefined || !start.isCertain('timezoneOffset')) return wall
  return toWall(Math.min(...[start, again ?? start].map((each) => atOf(each, 0))), zone)
}

function partsOf(parts: Parts) {
  const get = (part: 'year' | 'month' | 'day' | 'hour' | 'minute') => parts.get(part) ?? 0
  return {
    year: get('year'),
    month: get('month'),
    day: get('day'),
    hour: get('hour'),
    minute: get('minute'),
  }
}

/** The instant of parts, by the offset that they name, or else by another. */
function atOf(parts: Parts, otherMin: number): number {
  const { year, month, day, hour, minute } = partsOf(parts)
  const offsetMin = parts.get('timezoneOffset') ?? otherMin
  return Date.UTC(year, month - 1, day, hour, minute) - offsetMin * MINUTE_MS
}

/** A stated length goes before the one from "3 to 4pm". */
function lengthOf(
  { start, end }: ParsedResult,
  stated: number | undefined,
  offsetMin: number,
): { lengthMin?: number } {
  if (stated !== undefined) return { lengthMin: stated }
  if (!end?.isCertain('hour')) return {}
  const lengthMin = (atOf(end, offsetMin) - atOf(start, offsetMin)) / MINUTE_MS
  return lengthMin >= 1 && lengthMin <= MOST_MIN ? { lengthMin } : {}
}

function tidy(rest: string, unread: string): string {
  const kept = rest.replace(/\(\s*\)|\[\s*\]/g, ' ').replace(/\s+/g, ' ')
  return `${kept.replace(JOINTS, '')}${unread}`.trim()
}
