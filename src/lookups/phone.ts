/** What the numbering plans say of a phone number. */
import type { PhoneNumber, PhoneNumberType } from 'libphonenumber-js/max'
import type { Reading, SignalValue } from '../core/signals.ts'
import type { PhoneLookup } from '../usecases/lookups.ts'
import { shippedData } from './data/shipped-data.ts'
import { readAreas, type Areas } from './phone/areas.ts'
import { areaCodeState } from './phone/area-codes.ts'
import { spellings } from './phone/spellings.ts'

type Phone = SignalValue<'phone'>

/** What has fewer digits and is in no plan is no number at all; the shortest local ones of +1 have seven. */
const LEAST_DIGITS = 7

/** Kinds that say nothing a reader could use are one. */
const KINDS: Readonly<Record<PhoneNumberType, Phone['kind']>> = {
  FIXED_LINE: 'fixed',
  MOBILE: 'mobile',
  FIXED_LINE_OR_MOBILE: 'fixed-or-mobile',
  VOIP: 'voip',
  TOLL_FREE: 'toll-free',
  PREMIUM_RATE: 'premium',
  SHARED_COST: 'other',
  PERSONAL_NUMBER: 'other',
  PAGER: 'other',
  UAN: 'other',
  VOICEMAIL: 'other',
}

/**
 * Makes the reader of phone numbers.
 *
 * `voip` is said only where a plan has numbers of its own for it (+44 56, +81 50). In the plan of +1 an Internet number
 * looks like any other, as fixed and mobile ones do: all are `fixed-or-mobile`, and who carries one cannot be told
 * offline. Whether a number is in use cannot be told either. How it is written is neither kept nor judged.
 * In: the folder of `phone-areas.tsv.gz`, ending in a slash; the shipped one unless told.
 * Fails: rejects when the file is missing or damaged.
 * Source: libphonenumber-js 1.13.16 (MIT), its "max" metadata; tried 2026-11-25 on Node 20: with the areas
 * 55 ms and 20 MB to load, 0.03 ms a number.
 */
export default async function create(options: { folder?: URL } = {}): Promise<PhoneLookup> {
  const areas = readAreas(options.folder ?? shippedData('phone-areas.tsv.gz'))
  const { isSupportedCountry, parsePhoneNumberFromString } = await import('libphonenumber-js/max')
  return (written, country) => {
    const region = isSupportedCountry(country) ? country : undefined
    const texts = spellings(written)
    const numbers = texts.flatMap((text) => parsePhoneNumberFromString(text, region) ?? [])
    const valid = numbers.find((number) => number.isValid())
    if (valid !== undefined) return { value: describe(valid, areas) }
    const [asWritten] = numbers
    if (asWritten !== undefined) return judgeInvalid(asWritten)
    // A country without a plan of its own: what is written without a country code cannot be read.
    return {
      why: region === undefined && /(?:\d\D*){7}/.test(texts[0] ?? '') ? 'unknown' : 'out-of-range',
    }
  }
}

function describe(number: PhoneNumber, areas: Areas): Phone {
  const type = number.getType()
  return {
    valid: true,
    country: number.country ?? null,
    kind: type === undefined ? 'unknown' : KINDS[type],
    area: number.countryCallingCode === '1' ? areas(number.nationalNumber) : null,
  }
}

/** A number that the plans do not have: too new for them, incomplete, or none. */
function judgeInvalid({ countryCallingCode, nationalNumber }: PhoneNumber): Reading<Phone> {
  if (countryCallingCode === '1') {
    const state = areaCodeState(nationalNumber)
    if (state === 'new') {
      return { value: { valid: true, country: 'US', kind: 'fixed-or-mobile', area: null } }
    }
    if (state === 'unknown') return { why: 'unknown' }
  }
  if (countryCallingCode.length + nationalNumber.length < LEAST_DIGITS) {
    return { why: 'out-of-range' }
  }
  return { value: { valid: false, country: null, kind: 'unknown', area: null } }
}
