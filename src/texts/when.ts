/** Times as a candidate reads them, in their language, always with the zone named. */

/** A moment in a zone: "Mon, 23 Nov 2026, 15:00". In: a locale, epoch ms, IANA zone the engine knows. */
export function momentIn(locale: string, atMs: number, zone: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...clock,
  }).format(new Date(atMs))
}

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

function timeIn(locale: string, atMs: number, zone: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, ...clock }).format(new Date(atMs))
}

/** Which day it is in a zone. */
function dayIn(atMs: number, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(
    new Date(atMs),
  )
}

/** A time on the day of another moment: "15:00"; with its day on others: "Mon, 23 Nov 2026, 15:00". */
export function nearMomentIn(locale: string, atMs: number, zone: string, todayMs: number): string {
  const isToday = dayIn(atMs, zone) === dayIn(todayMs, zone)
  return isToday ? timeIn(locale, atMs, zone) : momentIn(locale, atMs, zone)
}

/** The short name of a zone on a day: "CST", "GMT+2". English has names for more zones than any other language. */
function zoneIn(atMs: number, zone: string): string {
  const part = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' })
    .formatToParts(new Date(atMs))
    .find(({ type }) => type === 'timeZoneName')
  return part?.value ?? zone
}

/**
 * A window in a zone, and when it begins in the other one where its clocks differ.
 *
 * Example: "Mon, 23 Nov 2026, 15:00–15:45 CST (America/Chicago), 22:00 GMT+1 (Europe/Berlin)".
 */
export function windowIn(
  locale: string,
  { startAt, endAt }: { startAt: number; endAt: number },
  zone: string,
  other: string,
): string {
  const isOneDay = dayIn(startAt, zone) === dayIn(endAt, zone)
  const end = isOneDay ? timeIn(locale, endAt, zone) : momentIn(locale, endAt, zone)
  const own = `${momentIn(locale, startAt, zone)}–${end} ${zoneIn(startAt, zone)} (${zone})`
  if (momentIn('en-GB', startAt, zone) === momentIn('en-GB', startAt, other)) return own
  return `${own}, ${timeIn(locale, startAt, other)} ${zoneIn(startAt, other)} (${other})`
}
