/** Axes: from values to places, with ticks at round values. */
import { timeWords } from '../core/when-words.ts'

/** A straight scale. */
export interface Scale {
  toPlace(value: number): number
  ticks: readonly { value: number; label: string }[]
  /** Largest value. */
  most: number
}

const ROUND = [1, 2, 5, 10]

/** The next round number: 1, 2 or 5 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return (ROUND.find((factor) => factor * power >= value) ?? 10) * power
}

/** Milliseconds from 0, upwards. In: where 0 and the largest value stand. */
export function scaleOfMs(most: number, bottom: number, top: number): Scale {
  const step = roundUp(Math.max(most, 1) / 4)
  const count = Math.ceil(Math.max(most, 1) / step)
  const end = step * count
  return {
    most: end,
    toPlace: (value) => bottom - (Math.min(value, end) / end) * (bottom - top),
    ticks: Array.from({ length: count + 1 }, (_, index) => ({
      value: index * step,
      label: String(Number((index * step).toPrecision(3))),
    })),
  }
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Steps of clock times that people count in, ms. */
const STEPS = [
  ...[10, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12, 24].map((n) => n * HOUR),
]

/** A time of day with seconds: "15:00:30". */
function secondWords(at: number, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  }).format(new Date(at))
}

/** Clock times, to the right. In: at most so many ticks. */
export function scaleOfTime(
  { startAt, endAt, zone }: { startAt: number; endAt: number; zone: string },
  left: number,
  right: number,
  mostTicks: number,
): Scale {
  const step = STEPS.find((each) => (endAt - startAt) / each <= mostTicks) ?? 24 * HOUR
  const ticks = []
  for (let at = Math.ceil(startAt / step) * step; at <= endAt; at += step) {
    ticks.push({ value: at, label: step < MINUTE ? secondWords(at, zone) : timeWords(at, zone) })
  }
  return {
    most: endAt,
    toPlace: (at) => left + ((at - startAt) / (endAt - startAt)) * (right - left),
    ticks: ticks.slice(0, mostTicks + 1),
  }
}
