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
