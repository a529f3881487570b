/** The clock of a device through a year, in words. */
import { fill } from '../texts/fill.ts'
import { managers, managersLocale } from '../texts/managers.ts'
import { counted } from '../texts/plural.ts'
import { formatOffset } from './zone.ts'

const texts = managers.words.clock

const monthFormat = new Intl.DateTimeFormat(managersLocale, { month: 'long', timeZone: 'UTC' })

/** Shortest season, months: no summer time in use is shorter than 5 or longer than 8. */
const SEASON_MONTHS = 4

/** Months that follow each other with one offset; from 0. */
interface Run {
  offsetMin: number
  from: number
  to: number
}

/**
 * Offsets through the year.
 *
 * In: minutes ahead of UTC on the 1st of each month. Example: "UTC−6 in winter, UTC−5 in summer", "UTC+5:30 all year".
 * Where the clock does not go by seasons, the months are named.
 */
export function offsetsWords(offsetsMin: readonly number[]): string {
  const runs = runsOf(offsetsMin)
  const [least, most, ...others] = [...new Set(offsetsMin)].sort((a, b) => a - b)
  if (least === undefined) return ''
  if (most === undefined) return fill(texts.allYear, { offset: formatOffset(least) })
  const winter = offsetsMin.filter((offset) => offset === least).length
  const isSeasonal =
    others.length === 0 &&
    // Once forward and once back; a year that ends as it began counts its first and last months as one.
    runs.length === 3 &&
    winter >= SEASON_MONTHS &&
    winter <= offsetsMin.length - SEASON_MONTHS
  if (isSeasonal) {
    return fill(texts.seasons, { winter: formatOffset(least), summer: formatOffset(most) })
  }
  return runs
    .map(({ offsetMin, from, to }) => {
      const offset = formatOffset(offsetMin)
      const first = monthName(from)
      return from === to
        ? fill(texts.month, { offset, month: first })
        : fill(texts.months, { offset, first, last: monthName(to) })
    })
    .join(', ')
}

/**
 * How far a device's clock is from ours.
 *
 * In: ms, positive where the device is ahead. Example: "2 hours ahead of ours".
 */
export function skewWords(skewMs: number): string {
  const seconds = Math.abs(skewMs) / 1000
  if (seconds < 1) return texts.none
  const [size, unit] =
    seconds < 100
      ? [seconds, texts.second]
      : seconds < 6000
        ? [seconds / 60, texts.minute]
        : seconds < 172_800
          ? [seconds / 3600, texts.hour]
          : [seconds / 86_400, texts.day]
  const time = counted(managersLocale, unit, Math.round(size))
  return fill(skewMs > 0 ? texts.ahead : texts.behind, { time })
}

function runsOf(offsetsMin: readonly number[]): Run[] {
  const runs: Run[] = []
  for (const [month, offsetMin] of offsetsMin.entries()) {
    const last = runs.at(-1)
    if (last?.offsetMin === offsetMin) last.to = month
    else runs.push({ offsetMin, from: month, to: month })
  }
  return runs
}

function monthName(month: number): string {
  return monthFormat.format(Date.UTC(2026, month, 1))
}
