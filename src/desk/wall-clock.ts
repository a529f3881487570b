/** Wall-clock times in the zones of people: what a datetime field says back, and the times of messages. */
import { isZone, zoneOffsetMin } from '../core/zone.ts'
import { fill } from '../texts/fill.ts'
import { desk } from '../texts/managers-desk.ts'
import { managersLocale } from '../texts/managers-language.ts'

const texts = desk.times

const MINUTE_MS = 60_000

/**
 * The instant of a wall-clock time in a zone.
 *
 * In: "2026-11-23T15:00" and an IANA zone. Out: epoch ms; null for what is no time or no zone.
 * `skipped` when the clocks jump over this time on that day.
 */
export function toInstant(wall: string, zone: string): { at: number; skipped: boolean } | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(wall)) return null
  const asUtc = Date.parse(`${wall.slice(0, 16)}Z`)
  if (Number.isNaN(asUtc)) return null
  const guessed = zoneOffsetMin(zone, asUtc)
  if (guessed === undefined) return null
  // The first guess may lie on the other side of a change of clocks; the second is right where one exists.
  const offset = zoneOffsetMin(zone, asUtc - guessed * MINUTE_MS) ?? guessed
  const at = asUtc - offset * MINUTE_MS
  return { at, skipped: zoneOffsetMin(zone, at) !== offset }
}

/** The name people use for a zone's time: "America/Argentina/Buenos_Aires" → "Buenos Aires". */
function toCity(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

function parts(at: number, zone: string, options: Intl.DateTimeFormatOptions) {
  const format = new Intl.DateTimeFormat(managersLocale, { ...options, timeZone: zone })
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
}

/** "Mon 23 Nov 2026". */
export function formatDay(at: number, zone: string): string {
  const { weekday, day, month, year } = parts(at, zone, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
  return `${weekday} ${day} ${month} ${year}`
}

/** "15:00". */
export function formatTime(at: number, zone: string): string {
  const { hour, minute } = parts(at, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return `${hour}:${minute}`
}

/**
 * What a datetime field says back, so that nobody has to compute with zones.
 *
 * Example: "Mon 23 Nov 2026, 15:00 in Chicago time (America/Chicago) = 22:00 your time". Null while incomplete.
 */
export function sayBack(wall: string, zone: string, ownZone: string): string | null {
  const instant = isZone(zone) ? toInstant(wall, zone) : null
  if (instant === null) return null
  const { at, skipped } = instant
  if (skipped) return texts.skipped
  const day = formatDay(at, zone)
  const there = fill(texts.moment, { day, time: formatTime(at, zone) })
  if (zone === ownZone) return fill(texts.own, { there, zone })
  const ownDay = formatDay(at, ownZone)
  const time = formatTime(at, ownZone)
  const here = ownDay === day ? time : fill(texts.moment, { day: ownDay, time })
  return fill(texts.both, { there, city: toCity(zone), zone, here })
}

/**
 * The zone that a person meant.
 *
 * Example: "chicago" → "America/Chicago"; what fits no zone, or several, comes back as typed.
 */
export function toZone(typed: string, zones: readonly string[]): string {
  const wanted = typed.trim().toLowerCase()
  const exact = zones.find((zone) => zone.toLowerCase() === wanted)
  if (exact !== undefined) return exact
  const byCity = zones.filter((zone) => toCity(zone).toLowerCase() === wanted)
  return byCity.length === 1 && byCity[0] !== undefined ? byCity[0] : typed.trim()
}

/** Every zone the browser knows. */
export function knownZones(): readonly string[] {
  const zones = Intl.supportedValuesOf('timeZone')
  return zones.includes('UTC') ? zones : [...zones, 'UTC']
}
