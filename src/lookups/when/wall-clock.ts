/** Wall clocks of time zones. */
import { Temporal } from 'temporal-polyfill'
import { isZone } from '../../core/zone.ts'
import type { Instant } from '../../usecases/lookups.ts'

const WALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/

/** See `WhenLookup.toInstant`. Source: Temporal proposal (stage 4), "Resolving ambiguity"; temporal-polyfill 1.0.8. */
export function toInstant(wall: string, zone: string): Instant {
  const local = parseWall(wall)
  if (local === undefined) return { invalid: 'expected a date and time like 2026-11-23T15:00' }
  if (!isZone(zone)) return { invalid: 'expected a time zone like Europe/Lisbon' }
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' })
  if (earlier.epochMilliseconds === later.epochMilliseconds)
    return { atMs: earlier.epochMilliseconds }
  if (earlier.toPlainDateTime().equals(local)) {
    return { overlap: [earlier.epochMilliseconds, later.epochMilliseconds] }
  }
  // In a gap "earlier" is counted back from before it, so the next change of the clock is the gap's end.
  const end = earlier.getTimeZoneTransition('next') ?? later
  return { gap: true, suggestMs: end.epochMilliseconds }
}

/** See `WhenLookup.toWall`. */
export function toWall(atMs: number, zone: string): string | undefined {
  if (!isZone(zone) || !Number.isInteger(atMs)) return undefined
  // ECMA-262: instants reach 8.64e15 ms from 1970; beyond year 9999 the text has another form.
  if (atMs < Date.UTC(0, 0, 2) || atMs > Date.UTC(9999, 11, 30)) return undefined
  const local = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone)
  return local.toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/** A wall clock of parts; undefined when there is no such day or time. */
export function wallOf(
  parts: Record<'year' | 'month' | 'day' | 'hour' | 'minute', number>,
): string | undefined {
  const two = (value: number) => String(value).padStart(2, '0')
  const { year, month, day, hour, minute } = parts
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`
  return parseWall(text) === undefined ? undefined : text
}

function parseWall(text: string): Temporal.PlainDateTime | undefined {
  if (!WALL.test(text)) return undefined
  try {
    return Temporal.PlainDateTime.from(text)
  } catch (error) {
    // There is no 30 February and no 24:00.
    if (error instanceof RangeError) return undefined
    throw error
  }
}
