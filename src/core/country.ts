/** Countries as people name them. */

const names = new Intl.DisplayNames(['en'], { type: 'region' })

/** The English name of a country; the code itself where the engine knows none. In: ISO 3166-1 alpha-2. */
export function countryName(code: string): string {
  return names.of(code) ?? code
}
