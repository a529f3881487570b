import { defineCheck, type Input } from '../check.ts'
import { countryName } from '../country.ts'

type Phone = Input<'phone'>

/** Kinds that nobody has as their own number; every other kind is somebody's. */
const services: Partial<Record<Phone['kind'], string>> = {
  'toll-free': 'a number that is free to call, as services have',
  premium: 'a number that costs the caller extra, as services have',
}

/**
 * Countries and territories whose numbers are sold across each other's borders, or told apart by ranges alone.
 * Source: shared country codes in libphonenumber's metadata (read 2026-11-25).
 */
const SHARED_PLANS: readonly (readonly string[])[] = [
  ['GB', 'GG', 'IM', 'JE'],
  ['US', 'AS', 'GU', 'MP', 'PR', 'VI'],
  ['AU', 'CC', 'CX'],
  ['BQ', 'CW'],
  ['BL', 'GP', 'MF'],
  ['RE', 'YT'],
  ['EH', 'MA'],
  ['AX', 'FI'],
  ['NO', 'SJ'],
  ['IT', 'VA'],
]

/** Whether numbers of both countries come from one plan. */
function sharePlan(a: string, b: string): boolean {
  return a === b || SHARED_PLANS.some((plan) => plan.includes(a) && plan.includes(b))
}

const austin = {
  label: 'Austin, Texas, United States',
  country: 'US',
  lat: 30.27,
  lon: -97.74,
  zone: 'America/Chicago',
}
const lisbon = {
  label: 'Lisbon, Portugal',
  country: 'PT',
  lat: 38.72,
  lon: -9.13,
  zone: 'Europe/Lisbon',
}
const phone = (part: Partial<Phone>): Phone => ({
  valid: true,
  country: 'US',
  kind: 'fixed-or-mobile',
  area: 'Austin, TX',
  ...part,
})

export default defineCheck({
  id: 'phone',
  title: 'The phone number against the stated place',
  axis: 'record',
  group: 'phone',
  why: 'Most people have a number of the country they live in; a number that no plan has reaches nobody.',
  innocent: [
    'a number kept after a move, which costs nothing and keeps friends',
    'a SIM or internet number from another country, for family, work or price',
    'a digit mistyped, or an area code newer than our tables',
    'the number of an agency, a relative or a workplace',
  ],
  next: 'Ask which number reaches them best, and call it once.',
  source: [
    'Numbering plans: libphonenumber metadata, by way of npm libphonenumber-js (read 2026-11-25)',
    'No published rate of honest applicants with a number of another country; at a fraction of the cap for judgement (read 2026-11-25)',
  ],
  needs: ['phone', 'claimedPlace'],
  run({ phone: number, claimedPlace }) {
    const here = countryName(claimedPlace.country)
    const area = number.area === null ? '' : `, area code of ${number.area}`
    const service = services[number.kind]
    const statement = {
      claimed: claimedPlace.label,
      expected: `a number of ${here}, wherever in it`,
      facts: { kind: number.kind, ...(number.area === null ? {} : { area: number.area }) },
    }
    if (!number.valid) {
      return {
        ...statement,
        outcome: 'contradictory',
        level: 'not-in-plan',
        expected: 'a number that the plan of its country has',
        observed: 'a number that is in no plan we have',
      }
    }
    if (service !== undefined) {
      return {
        ...statement,
        outcome: 'contradictory',
        level: 'service',
        expected: 'a number of a person or a workplace',
        observed: service,
      }
    }
    // Some numbers belong to no one country: satellite phones, international networks.
    if (number.country === null) return { outcome: 'not-applicable' }
    const observed = `a number of ${countryName(number.country)}${area}`
    return sharePlan(number.country, claimedPlace.country)
      ? { ...statement, outcome: 'consistent', level: 'same-country', observed }
      : { ...statement, outcome: 'contradictory', level: 'other-country', observed }
  },
  examples: [
    {
      case: 'a number of the stated place',
      given: { claimedPlace: austin, phone: phone({}) },
      expect: 'consistent',
      level: 'same-country',
    },
    {
      case: 'an area code from elsewhere in the country: people keep numbers',
      given: { claimedPlace: austin, phone: phone({ area: 'Seattle, WA' }) },
      expect: 'consistent',
      level: 'same-country',
    },
    {
      case: 'an internet number',
      given: { claimedPlace: austin, phone: phone({ kind: 'voip', area: null }) },
      expect: 'consistent',
      level: 'same-country',
    },
    {
      case: 'a mobile number of the United Kingdom in a range of Guernsey',
      given: {
        claimedPlace: { ...lisbon, label: 'London, United Kingdom', country: 'GB' },
        phone: phone({ country: 'GG', kind: 'mobile', area: null }),
      },
      expect: 'consistent',
      level: 'same-country',
    },
    {
      case: 'moved, and kept the number',
      given: { claimedPlace: lisbon, phone: phone({}) },
      expect: 'contradictory',
      level: 'other-country',
    },
    {
      case: 'a digit too many',
      given: {
        claimedPlace: austin,
        phone: phone({ valid: false, country: null, kind: 'unknown', area: null }),
      },
      expect: 'contradictory',
      level: 'not-in-plan',
    },
    {
      case: 'a number that is free to call',
      given: { claimedPlace: austin, phone: phone({ kind: 'toll-free', area: null }) },
      expect: 'contradictory',
      level: 'service',
    },
    {
      case: 'a number that costs extra',
      given: { claimedPlace: lisbon, phone: phone({ country: 'PT', kind: 'premium', area: null }) },
      expect: 'contradictory',
      level: 'service',
    },
    {
      case: 'a number of a satellite phone',
      given: { claimedPlace: austin, phone: phone({ country: null, kind: 'other', area: null }) },
      expect: 'not-applicable',
    },
  ],
})
