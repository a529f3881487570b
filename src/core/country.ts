/** Countries as people name them. */

const names = new Intl.DisplayNames(['en'], { type: 'region' })

/** Countries whose usual name is an accusation in this trade: a finding names them without that sound. */
const plainNames: Readonly<Record<string, string>> = { KP: 'Korea (KP)' }

/** The English name of a country; the code itself where the engine knows none. In: ISO 3166-1 alpha-2. */
export function countryName(code: string): string {
  return plainNames[code] ?? names.of(code) ?? code
}
