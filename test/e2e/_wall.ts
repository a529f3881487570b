/** Times as a form states them. */

/** The wall clock of a zone: "2026-11-23T15:00". */
export function wallClock(atMs: number, zone: string): string {
  const words = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).format(atMs)
  return words.replace(' ', 'T')
}

/** The day after an instant's day in a zone: "2026-11-24". Days on which clocks change have no 24 hours. */
export function dayAfter(atMs: number, zone: string): string {
  const day = Date.parse(wallClock(atMs, zone).slice(0, 10))
  return wallClock(day + 86_400_000, 'UTC').slice(0, 10)
}
