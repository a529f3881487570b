/** The time zone as the browser names it; more than one probe compares it. */

/**
 * Out: an IANA name as the browser spells it ("Asia/Calcutta" and "Asia/Kolkata" are the same place); undefined where
 * the browser cannot tell: ECMA-402 only later made the field mandatory, and V8 says "Etc/Unknown" for a system zone
 * it does not know.
 * Source: tc39/proposal-temporal#2510 (read 2026-11-22).
 */
export function zoneName(): string | undefined {
  const zone: string | undefined = new Intl.DateTimeFormat().resolvedOptions().timeZone
  return zone === undefined || zone === '' || zone === 'Etc/Unknown' ? undefined : zone
}
