/** What readings are made of, as a language writes it: times, sizes, days, countries, zones. */
import type { ReadingTexts } from './reading-texts.ts'

/** A round-trip time or the like; tenths below 10 ms, where they matter. */
export function msIn(locale: string, ms: number): string {
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'millisecond',
    maximumFractionDigits: Math.abs(ms) < 10 ? 1 : 0,
  }).format(ms)
}

/** A distance. In: km. */
export function kmIn(locale: string, km: number): string {
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'kilometer',
    maximumFractionDigits: 0,
  }).format(km)
}

/** Memory. In: GB. */
export function gigabytesIn(locale: string, gigabytes: number): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'gigabyte' }).format(gigabytes)
}

/** A share of one, such as the zoom of a screen. */
export function percentIn(locale: string, share: number): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(share)
}

/** A number of pixels: no separators, as sizes of screens are written. */
export function pixelsIn(locale: string, pixels: number): string {
  return new Intl.NumberFormat(locale, { useGrouping: false }).format(pixels)
}

/** A day. In: YYYY-MM-DD; anything else is left as it is. */
export function dayIn(locale: string, day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(at)) return day
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(at)
}

/** A country by its usual name, or one that accuses nobody; the code itself where the engine knows none. */
export function countryIn(locale: string, { korea }: ReadingTexts, code: string): string {
  if (code === 'KP') return korea
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
}

/** A zone with what people call it: "America/Chicago (Central Time)"; as a page named it where the engine does not know it. */
export function zoneNameIn(locale: string, zone: string): string {
  try {
    const name = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' })
      .formatToParts(new Date(0))
      .find(({ type }) => type === 'timeZoneName')?.value
    return name === undefined || name === zone ? zone : `${zone} (${name})`
  } catch (error) {
    if (error instanceof RangeError) return zone
    throw error
  }
}
