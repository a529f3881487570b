/** Times as people read them, always with the zone named. */
import { managersLocale } from '../texts/managers-language.ts'

/**
 * A moment in a zone.
 *
 * In: epoch ms, IANA zone the engine knows. Example: "Mon, 23 Nov 2026, 15:00".
 */
export function momentWords(atMs: number, zone: string): string {
  return new Intl.DateTimeFormat(managersLocale, {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(new Date(atMs))
}

/** A time of day in a zone: "15:45". */
export function timeWords(atMs: number, zone: string): string {
  return new Intl.DateTimeFormat(managersLocale, {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(new Date(atMs))
}

/** The short name of a zone on a day: "CST", "GMT+2". English has names for more zones than any other language. */
function zoneWords(atMs: number, zone: string): string {
  const part = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' })
    .formatToParts(new Date(atMs))
    .find(({ type }) => type === 'timeZoneName')
  return part?.value ?? zone
}

/** A window in a zone: "Mon, 23 Nov 2026, 15:00–15:45 CST (America/Chicago)". */
export function windowWords(window: { startAt: number; endAt: number }, zone: string): string {
  const sameDay =
    momentWords(window.startAt, zone).slice(0, -5) === momentWords(window.endAt, zone).slice(0, -5)
  const end = sameDay ? timeWords(window.endAt, zone) : momentWords(window.endAt, zone)
  return `${momentWords(window.startAt, zone)}–${end} ${zoneWords(window.startAt, zone)} (${zone})`
}
