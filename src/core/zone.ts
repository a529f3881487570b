/** Offsets of IANA time zones, from the ECMAScript engine's own tables. */

const formatters = new Map<string, Intl.DateTimeFormat | null>()

/**
 * Minutes that a zone's clocks are ahead of UTC at an instant.
 *
 * In: IANA name, epoch ms. Out: −720…+840, east positive; undefined for a name the engine does not know.
 * Source: ECMA-402 §11 (Intl.DateTimeFormat, `timeZoneName: 'longOffset'`), Node 20–24.
 */
export function zoneOffsetMin(zone: string, atMs: number): number | undefined {
  // Beyond that an ECMAScript date is invalid (ECMA-262 §21.4.1.1), and formatting one throws.
  if (Math.abs(atMs) > 8.64e15) return undefined
  const name = formatter(zone)
    ?.formatToParts(new Date(atMs))
    .find((part) => part.type === 'timeZoneName')?.value
  if (name === undefined) return undefined
  const match = /^GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name)
  if (match === null) return undefined
  const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0)
  return match[1] === '-' ? -minutes : minutes
}

/**
 * Names that browsers report when they hide the zone, and others of a clock that shows UTC all year.
 *
 * Source: Firefox with privacy.resistFingerprinting and Tor Browser say UTC: wiki.mozilla.org/Security/Fingerprinting
 * (read 2026-11-25).
 */
const HIDDEN_ZONES = new Set(['UTC', 'Etc/UTC', 'GMT', 'Etc/GMT', 'Atlantic/Reykjavik'])

/** One hour apart is a border, a daylight-saving table or a commute; more is another part of the world. */
export const NEIGHBOUR_MIN = 60

/** Whether a browser that names this zone may be hiding its own. */
export function isHiddenZone(zone: string): boolean {
  return HIDDEN_ZONES.has(zone)
}

/** Whether the engine knows this IANA zone name. */
export function isZone(zone: string): boolean {
  return formatter(zone) !== null
}

/**
 * An offset as people write it.
 *
 * Example: 330 → "UTC+5:30", 0 → "UTC".
 */
export function formatOffset(offsetMin: number): string {
  if (offsetMin === 0) return 'UTC'
  const abs = Math.abs(offsetMin)
  const minutes = abs % 60 === 0 ? '' : `:${String(abs % 60).padStart(2, '0')}`
  return `UTC${offsetMin < 0 ? '−' : '+'}${Math.floor(abs / 60)}${minutes}`
}

/** The formatter of a zone, made once: making one costs about 50 µs, using it 2. Null for an unknown name. */
function formatter(zone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(zone)
  if (known !== undefined) return known
  let made: Intl.DateTimeFormat | null = null
  try {
    made = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  // A hostile page may name any number of zones: keep the map small.
  if (formatters.size > 1000) formatters.clear()
  formatters.set(zone, made)
  return made
}
