/** Area codes of the North American plan (+1) that are newer than the tables. */

/**
 * In service in the United States, but neither in libphonenumber-js 1.13.16 nor in the table of areas.
 * Source: 436 overlays 440 (Ohio), 457 318 (Louisiana), 483 334 (Alabama), 624 716 (New York), 679 313 (Michigan),
 * 837 530 (California), 861 309 (Illinois): announcements of carriers and regulators (read 2026-11-25).
 */
const NEW_AREA_CODES: ReadonlySet<string> = new Set([
  '436',
  '457',
  '483',
  '624',
  '679',
  '837',
  '861',
])

/** A national number as the plan forms it: area code and exchange begin with 2–9, and no area code is N9X. */
const WELL_FORMED = /^([2-9][0-8]\d)[2-9]\d{6}$/

/** N11 is for services (911); two equal digits at the end mark codes for special uses, which the tables have. */
const EASY_TO_RECOGNISE = /^\d(\d)\1$/

/** A number without its area code, as people wrote it while seven digits were enough to dial. */
const LOCAL = /^[2-9]\d{6}$/

/**
 * What a number that the tables do not have can still be.
 *
 * In: the national number, digits only. Out: `new` for an area code known to be newer than the tables; `unknown` for
 * one that may be, and for a local number without one; `none` for what the plan does not allow. Fails: never.
 * Source: NANP area codes and their forms, nanpa.com "About area codes" and INC "NPA Allocation Plan and Assignment
 * Guidelines" (read 2026-11-25). About ten codes a year are new.
 */
export function areaCodeState(nationalNumber: string): 'new' | 'unknown' | 'none' {
  if (LOCAL.test(nationalNumber)) return 'unknown'
  const code = WELL_FORMED.exec(nationalNumber)?.[1]
  if (code === undefined || EASY_TO_RECOGNISE.test(code)) return 'none'
  return NEW_AREA_CODES.has(code) ? 'new' : 'unknown'
}
