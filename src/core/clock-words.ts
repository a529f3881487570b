/** The clock of a device through a year, in words. */
import { formatOffset } from './zone.ts'

const monthFormat = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })

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
  if (most === undefined) return `${formatOffset(least)} all year`
  const winter = offsetsMin.filter((offset) => offset === least).length
  const isSeasonal =
    others.length === 0 &&
    // Once forward and once back; a year that ends as it began counts its first and last months as one.
    runs.length === 3 &&
    winter >= SEASON_MONTHS &&
    winter <= offsetsMin.length - SEASON_MONTHS
  if (isSeasonal) return `${formatOffset(least)} in winter, ${formatOffset(most)} in summer`
  return runs
    .map(({ offsetMin, from, to }) =>
      from === to
        ? `${formatOffset(offsetMin)} in ${monthName(from)}`
        : `${formatOffset(offsetMin)} from ${monthName(from)} to ${monthName(to)}`,
    )
    .join(', ')
}

/**
 * How far a device's clock is from ours.
 *
 * In: ms, positive where the device is ahead. Example: "2 hours ahead of ours".
 */
export function skewWords(skewMs: number): string {
  const seconds = Math.abs(skewMs) / 1000
  if (seconds < 1) return 'less than a second'
  const [size, unit] =
    seconds < 100
      ? [seconds, 'second']
      : seconds < 6000
        ? [seconds / 60, 'minute']
        : seconds < 172_800
          ? [seconds / 3600, 'hour']
          : [seconds / 86_400, 'day']
  const count = Math.round(size)
  return `${count} ${unit}${count === 1 ? '' : 's'} ${skewMs > 0 ? 'ahead of' : 'behind'} ours`
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
