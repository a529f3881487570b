/** JSON with one spelling, so that a signature covers a value and not a way of writing it. */

/**
 * Writes a value with its keys sorted and without spaces.
 *
 * In: what JSON can hold; numbers are finite. Out: the same text for the same value.
 * Source: RFC 8785, JSON Canonicalization Scheme: ECMAScript writes numbers and strings as it asks (read 2026-11-25).
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
