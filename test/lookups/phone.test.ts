/** Phone numbers as people write them. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { signals } from '../../src/core/signals.ts'
import create from '../../src/lookups/phone.ts'
import type { PhoneLookup } from '../../src/usecases/lookups.ts'

let phone: PhoneLookup

beforeAll(async () => {
  phone = await create()
})

/** "US fixed-or-mobile Austin, TX", "none" for a number that no plan has, or why there is no answer. */
function read(written: string, country = 'US'): string {
  const reading = phone(written, country)
  if ('why' in reading) return reading.why
  const { valid, country: of, kind, area } = reading.value
  if (!valid) {
    expect(reading.value).toEqual({ valid: false, country: null, kind: 'unknown', area: null })
    return 'none'
  }
  return [of ?? '-', kind, ...(area === null ? [] : [area])].join(' ')
}

const AUSTIN = 'US fixed-or-mobile Austin, TX'
const FREE = 'US toll-free'
const LONDON = 'GB fixed'

describe('a number is the same however it is written', () => {
  it.each([
    '+1 512-476-9999',
    '+15124769999',
    '1 512 476 9999',
    '1-512-476-9999',
    '(512) 476-9999',
    '512.476.9999',
    '5124769999',
    '001 512 476 9999',
    '+1 (512) 476-9999 ext. 12',
    '512-476-9999 x12',
    '512-476-9999 #12',
    '+1 512 476 9999;ext=4',
    'tel:+1-512-476-9999',
    'Phone: (512) 476-9999',
    '512 476 9999 (cell)',
    '(512) 476-9999 / (737) 555-1234',
    '512-476-9999 or 737-555-1234',
    '512-GRO-WWWW',
    '٥١٢٤٧٦٩٩٩٩',
    '+۱ ۵۱۲ ۴۷۶ ۹۹۹۹',
    '५१२ ४७६ ९९९९',
    '＋１ ５１２ ４７６ ９９９９',
    '\u202A+1 512\u202C 476 9999',
    '\u200E+1\u00A0512\u2011476\u20119999\u200F',
    '\uFEFF512\u200B476\u00AD9999',
  ])('%j', (written) => {
    expect(read(written)).toBe(AUSTIN)
  })

  it.each([
    ['+1 512-476-9999', 'RO'],
    ['1 512 476 9999', 'RO'],
    ['1 (512) 476-9999', 'DE'],
    ['1-512-476-9999 x12', 'DE'],
    ['001 512 476 9999', 'FR'],
    ['+1 512 476 9999', 'XX'],
    ['+1 512 476 9999', ''],
  ])('%j for somebody in %j', (written, country) => {
    expect(read(written, country)).toBe(AUSTIN)
  })

  it.each([
    ['+44 20 7946 0958', 'US'],
    ['+44 (0)20 7946 0958', 'US'],
    ['0044 20 7946 0958', 'US'],
    ['011 44 20 7946 0958', 'US'],
    ['44 20 7946 0958', 'US'],
    ['020 7946 0958', 'GB'],
  ])('%j for somebody in %s', (written, country) => {
    expect(read(written, country)).toBe(LONDON)
  })

  it.each([
    ['1-800-FLOWERS', 'US'],
    ['1-800-flowers', 'US'],
    ['+1 800 FLOWERS', 'DE'],
    ['1-800-FLOWERS', 'DE'],
    ['1-800-FLOWERS ext. 12', 'US'],
    ['800-FLOWERS', 'US'],
    ['1-800-CONTACTS', 'US'],
    ['1 (800) GO FEDEX', 'CA'],
  ])('%j for somebody in %s', (written, country) => {
    expect(read(written, country)).toBe(FREE)
  })
})

it('takes a German number without its zero for what it is', () => {
  expect(read('1512 4769999', 'DE')).toBe('DE mobile')
})

describe('kind', () => {
  it.each([
    ['+44 7400 123456', 'GB mobile'],
    ['+44 56 1234 5678', 'GB voip'],
    ['+81 50 1234 5678', 'JP voip'],
    ['+49 1512 4769999', 'DE mobile'],
    ['+91 98765 43210', 'IN mobile'],
    ['+1 900 234 5678', 'US premium'],
    ['+1 500 234 5678', 'US other'],
    ['+44 70 1234 5678', 'GB other'],
    ['+44 845 046 4000', 'GB premium'],
    ['+800 1234 5678', '- toll-free'],
    ['+1 604 234 5678', 'CA fixed-or-mobile British Columbia'],
    ['+1 787 234 5678', 'PR fixed-or-mobile'],
    ['+1 876 555 0000', 'JM mobile'],
  ])('of %s: %s', (written, expected) => {
    expect(read(written)).toBe(expected)
  })

  it('of a number of +1 is never fixed, mobile or voip alone: one looks like the other', () => {
    const kinds = ['212 736 5000', '646 234 5678', '310 234 5678'].map((text) => read(text))
    for (const kind of kinds) expect(kind).toMatch(/^US fixed-or-mobile/)
  })
})

describe('area', () => {
  it.each([
    // An area code alone, its exchange, and a thousands block.
    ['512 234 5678', 'Texas'],
    ['512 218 5678', 'Round Rock, TX'],
    ['212 736 5000', 'New York, NY'],
    ['416 201 2345', 'Etobicoke, ON'],
    ['416 999 2345', 'Ontario'],
    ['310 295 2345', 'California'],
    ['202 456 1111', 'Washington D.C.'],
    ['808 999 5678', 'Hawaii'],
  ])('of %s: %s', (written, area) => {
    expect(phone(written, 'US')).toMatchObject({ value: { valid: true, area } })
  })

  it.each(['787 234 5678', '800 234 5678', '+44 20 7946 0958'])('of %s is not known', (written) => {
    expect(phone(written, 'US')).toMatchObject({ value: { valid: true, area: null } })
  })
})

describe('what the plans do not have', () => {
  it.each(['436', '457', '483', '624', '679', '837', '861'])(
    'an area code newer than the tables, %s, is good and has no area',
    (code) => {
      expect(read(`+1 ${code} 234 5678`)).toBe('US fixed-or-mobile')
      expect(read(`(${code}) 234-5678`)).toBe('US fixed-or-mobile')
    },
  )

  it.each(['+1 357 234 5678', '+1 974 234 5678', '476-9999', '+1 476 9999'])(
    'is left open where it may be: %s',
    (written) => {
      expect(read(written)).toBe('unknown')
    },
  )

  it.each([
    ['+1 999 476 9999', 'US'],
    ['+1 555 123 4567', 'US'],
    ['+1 911 476 9999', 'US'],
    ['+1 512 076 9999', 'US'],
    ['+1 512 476 999', 'US'],
    ['+44 20 7946 095', 'US'],
    ['512.476.9999', 'RO'],
  ])('is said of %s in %s', (written, country) => {
    expect(read(written, country)).toBe('none')
  })

  it.each([
    '',
    ' ',
    'hello',
    'n/a',
    'on request',
    'not given yet',
    '12',
    '911',
    '+',
    '+1',
    '😀',
    '\u202E',
    '9'.repeat(10_000),
    '+'.repeat(10_000),
    `${'1'.repeat(300)} 512 476 9999`,
  ])('is not asked of %j', (written) => {
    expect(read(written)).toBe('out-of-range')
  })

  it('is left open for a country without a plan', () => {
    expect(read('512 476 9999', 'AQ')).toBe('unknown')
    expect(read('hello', 'AQ')).toBe('out-of-range')
  })
})

it('keeps nothing of how a number is written', () => {
  const reading = phone('+1 (512) 476-9999 ext. 77', 'US')
  expect(JSON.stringify(reading)).not.toMatch(/512|476|9999|77|\+/)
})

it('never throws and fits the signal', () => {
  const pieces = fc.constantFrom(
    '+',
    '1',
    '44',
    '512',
    '476',
    '9999',
    ' ',
    '-',
    '(',
    ')',
    '/',
    'ext',
    'FLOWERS',
    '٥',
    '\u200E',
    '\u0000',
    ';phone-context=',
    '0'.repeat(40),
  )
  const texts = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.array(pieces, { maxLength: 40 }).map((list) => list.join('')),
  )
  const countries = fc.constantFrom('US', 'GB', 'DE', 'AQ', '', 'us', '__proto__')
  fc.assert(
    fc.property(texts, countries, (written, country) => {
      const reading = phone(written, country)
      if ('value' in reading) signals.phone.schema.parse(reading.value)
      else expect(['out-of-range', 'unknown']).toContain(reading.why)
    }),
    { numRuns: 2000 },
  )
})

describe('the table of areas', () => {
  const folder = mkdtempSync(join(tmpdir(), 'phone-areas-'))
  const url = pathToFileURL(`${folder}/`)
  const file = join(folder, 'phone-areas.tsv.gz')

  it('is refused when it is not there', async () => {
    await expect(create({ folder: url })).rejects.toThrow(
      /expected a gzip file at .*phone-areas\.tsv\.gz, got: ENOENT/,
    )
  })

  it.each([
    ['damaged', 'not gzip', /expected a gzip file/],
    ['without prefixes', gzipSync('Texas\n'), /expected a place and its prefixes, got Texas/],
    ['of something else', gzipSync('Texas\tTX\n'), /expected a place and its prefixes/],
  ])('is refused when it is %s', async (_, bytes, message) => {
    writeFileSync(file, bytes)
    await expect(create({ folder: url })).rejects.toThrow(message)
  })
})
