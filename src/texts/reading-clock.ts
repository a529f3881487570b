/** Clocks in words: the offsets of a device's clock through a year, and how far it is from ours. */
import { roughSpan } from '../core/rough-span.ts'
import { formatOffset } from '../core/zone.ts'
import { fill } from './fill.ts'
import type { ReadingTexts } from './reading-texts.ts'

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
export function offsetsIn(
  locale: string,
  { clock, comma }: ReadingTexts,
  offsetsMin: readonly number[],
): string {
  const runs = runsOf(offsetsMin)
  const [least, most, ...others] = [...new Set(offsetsMin)].sort((a, b) => a - b)
  if (least === undefined) return ''
  if (most === undefined) return fill(clock.allYear, { offset: formatOffset(least) })
  const winter = offsetsMin.filter((offset) => offset === least).length
  const isSeasonal =
    others.length === 0 &&
    // Once forward and once back; a year that ends as it began counts its first and last months as one.
    runs.length === 3 &&
    winter >= SEASON_MONTHS &&
    winter <= offsetsMin.length - SEASON_MONTHS
  if (isSeasonal) {
    return fill(clock.seasons, { winter: formatOffset(least), summer: formatOffset(most) })
  }
  const months = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  const nameOf = (month: number) => months.format(Date.UTC(2026, month, 1))
  return runs
    .map(({ offsetMin, from, to }) => {
      const offset = formatOffset(offsetMin)
      return from === to
        ? fill(clock.month, { offset, month: nameOf(from) })
        : fill(clock.months, { offset, from: nameOf(from), to: nameOf(to) })
    })
    .join(comma)
}

/**
 * How far a device's clock is from ours.
 *
 * In: ms, positive where the device is ahead. Example: "2 hours ahead of ours".
 */
export function skewIn(locale: string, { clock }: ReadingTexts, skewMs: number): string {
  if (Math.abs(skewMs) < 1000) return clock.same
  const { count, unit } = roughSpan(skewMs)
  const time = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  }).format(count)
  return fill(skewMs > 0 ? clock.ahead : clock.behind, { time })
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
