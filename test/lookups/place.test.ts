import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { placeSchema } from '../../src/core/claim.ts'
import { isZone } from '../../src/core/zone.ts'
import create from '../../src/lookups/place.ts'
import { aliases } from '../../src/lookups/place/aliases.ts'
import { fold } from '../../src/lookups/place/fold.ts'
import type { PlaceLookup } from '../../src/usecases/lookups.ts'

let places: PlaceLookup

beforeAll(async () => {
  places = await create()
})

/** "=" and the label of the one place, "?" and the labels to choose from, or "unknown". */
function resolved(text: string): string {
  const answer = places.resolve(text)
  if ('place' in answer) return `= ${answer.place.label}`
  return 'ambiguous' in answer
    ? `? ${answer.ambiguous.map(({ label }) => label).join(' | ')}`
    : 'unknown'
}

const AUSTIN = 'Austin, Texas, United States'
const NEW_YORK = 'New York City, New York, United States'
const WASHINGTON = 'Washington, D.C., District of Columbia, United States'
const MUNICH = 'Munich, Bavaria, Germany'

describe('resolve', () => {
  it.each([
    ['Austin', AUSTIN],
    ['Austin TX', AUSTIN],
    ['austin, tx', AUSTIN],
    ['Austin, Texas', AUSTIN],
    ['Austin Texas USA', AUSTIN],
    ['Austin, TX, United States', AUSTIN],
    ['Austin, Travis County, Texas', AUSTIN],
    ['12 Main St, Austin, TX 78701', AUSTIN],
    ['Austin, Texas Metropolitan Area', AUSTIN],
    ['Our office, San Francisco Bay Area', 'San Francisco, California, United States'],
    ['Greater Seattle Area', 'Seattle, Washington, United States'],
    ['Portland, OR', 'Portland, Oregon, United States'],
    ['Portland, ME', 'Portland, Maine, United States'],
    ['London', 'London, England, United Kingdom'],
    ['London UK', 'London, England, United Kingdom'],
    ['London, Ontario', 'London, Ontario, Canada'],
    ['London ON', 'London, Ontario, Canada'],
    ['Paris', 'Paris, Île-de-France, France'],
    ['Paris, TX', 'Paris, Texas, United States'],
    ['Vancouver, CA', 'Vancouver, British Columbia, Canada'],
    ['Ontario, CA', 'Ontario, California, United States'],
    ['Athens, GA', 'Athens, Georgia, United States'],
    ['Atlanta, Georgia', 'Atlanta, Georgia, United States'],
    ['Washington DC', WASHINGTON],
    ['Washington, D.C.', WASHINGTON],
    ['NYC', NEW_YORK],
    ['New York', NEW_YORK],
    ['New York, NY', NEW_YORK],
    ['SF', 'San Francisco, California, United States'],
    ['LA', 'Los Angeles, California, United States'],
    ['Philly', 'Philadelphia, Pennsylvania, United States'],
    ['München', MUNICH],
    ['Munchen', MUNICH],
    ['Muenchen', MUNICH],
    ['Munich, Bayern', MUNICH],
    ['Duesseldorf', 'Düsseldorf, North Rhine-Westphalia, Germany'],
    ['Cologne', 'Köln, North Rhine-Westphalia, Germany'],
    ['Germany, Berlin', 'Berlin, Germany'],
    ['Texas, Paris', 'Paris, Texas, United States'],
    ['United States, Texas, Paris', 'Paris, Texas, United States'],
    ['10 Rue de Rivoli, 75001 Paris', 'Paris, Île-de-France, France'],
    ['São Paulo', 'São Paulo, Brazil'],
    ['Sao Paulo, Brasil', 'São Paulo, Brazil'],
    ['Bangalore', 'Bengaluru, Karnataka, India'],
    ['Bombay', 'Mumbai, Maharashtra, India'],
    ['Hyderabad, India', 'Hyderabad, Telangana, India'],
    ['Saigon', 'Ho Chi Minh City, Vietnam'],
    ['Ho Chi Minh', 'Ho Chi Minh City, Vietnam'],
    ['Peking', 'Beijing, China'],
    ['Kiev', 'Kyiv, Kyiv City, Ukraine'],
    ['București, România', 'Bucharest, Romania'],
    ['Lisboa', 'Lisbon, Portugal'],
    ['Lagos', 'Lagos, Nigeria'],
    ['Lagos, Portugal', 'Lagos, Faro, Portugal'],
    ['Dubai, UAE', 'Dubai, United Arab Emirates'],
    ['Singapore', 'Singapore'],
    ['Saint Louis, MO', 'St. Louis, Missouri, United States'],
    ['Ft. Worth', 'Fort Worth, Texas, United States'],
    ['San Sebastián, Spain', 'Donostia / San Sebastián, Basque Country, Spain'],
    ['Xi’an', 'Xi’an, Shaanxi, China'],
    ['北京', 'Beijing, China'],
    ['תל אביב', 'Tel Aviv, Israel'],
  ])('%s', (text, label) => {
    expect(resolved(text)).toBe(`= ${label}`)
  })

  it.each([
    ['Springfield', 'Springfield, Missouri, United States'],
    ['Springfield, US', 'Springfield, Illinois, United States'],
    ['Portland', 'Portland, Maine, United States'],
    ['Birmingham', 'Birmingham, Alabama, United States'],
    ['Washington', WASHINGTON],
    ['Washington', 'Seattle, Washington, United States'],
    ['Mexico', 'Mexico City, Mexico'],
    ['Germany', 'Berlin, Germany'],
    ['Texas', 'Houston, Texas, United States'],
    ['Georgia', 'Tbilisi, Georgia'],
    ['Georgia', 'Atlanta, Georgia, United States'],
    ['USA', NEW_YORK],
  ])('asks about %s and offers %s', (text, label) => {
    expect(resolved(text)).toMatch(/^\? /)
    expect(resolved(text)).toContain(label)
  })

  it.each(['', '   ', '😀', ',,,', 'Remote', 'London, Wonderland', '\u202E', 'qqqqqq', '12345'])(
    'does not know %j',
    (text) => {
      expect(resolved(text)).toBe('unknown')
    },
  )

  it('gives the place as a claim holds it', () => {
    expect(places.resolve('Austin TX')).toEqual({
      place: { label: AUSTIN, country: 'US', lat: 30.2672, lon: -97.7431, zone: 'America/Chicago' },
    })
  })

  it.each(
    aliases.flatMap(([country, name, others]) => others.map((other) => [other, name, country])),
  )('alias %s of %s, %s', (other = '', name = '', country = '') => {
    const answer = places.resolve(`${other}, ${country}`)
    expect('place' in answer && answer.place).toMatchObject({ country })
    expect('place' in answer && answer.place.label.startsWith(name)).toBe(true)
  })

  it('never throws and gives valid places', () => {
    const words = fc.constantFrom(
      'Austin',
      'San',
      'New',
      'tx',
      ',',
      ' ',
      'Georgia',
      'İ',
      '東',
      '\u0000',
      '(',
      '9',
    )
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.array(words, { maxLength: 40 }).map((list) => list.join(' ')),
    )
    fc.assert(
      fc.property(texts, fc.oneof(fc.integer(), fc.double()), (text, limit) => {
        const answer = places.resolve(text)
        const found = places.search(text, limit)
        expect(found.length).toBeLessThanOrEqual(50)
        const named =
          'place' in answer ? [answer.place] : 'ambiguous' in answer ? answer.ambiguous : []
        for (const place of [...found, ...named]) placeSchema.parse(place)
      }),
      { numRuns: 500 },
    )
  })
})

describe('search', () => {
  const labels = (text: string, limit?: number) =>
    places.search(text, limit).map(({ label }) => label)

  it('puts whole names first, then beginnings by population, then later words', () => {
    expect(labels('york', 3)[0]).toBe('York, England, United Kingdom')
    expect(labels('lon', 3)).toEqual([
      'London, England, United Kingdom',
      'Long Beach, California, United States',
      'Londrina, Paraná, Brazil',
    ])
    expect(labels('janeiro')).toContain('Rio de Janeiro, Brazil')
  })

  it.each([
    ['aus', AUSTIN],
    ['Austin, T', AUSTIN],
    ['austin te', AUSTIN],
    ['münch', MUNICH],
    ['muench', MUNICH],
    ['bomb', 'Mumbai, Maharashtra, India'],
    ['nyc', NEW_YORK],
    ['new yo', NEW_YORK],
    ['springfield, il', 'Springfield, Illinois, United States'],
  ])('%s finds %s', (text, label) => {
    expect(labels(text)).toContain(label)
  })

  it('keeps to the limit', () => {
    expect(labels('san')).toHaveLength(8)
    expect(labels('san', 3)).toHaveLength(3)
    expect(labels('san', 0)).toEqual([])
    expect(labels('san', 1e9)).toHaveLength(50)
  })

  it('answers while a person types', () => {
    const typed = [
      'Austin, Texas',
      'São Paulo',
      'Springfield',
      'München',
      'zzzzzzzz',
      'New York City',
    ]
    const beginnings = typed.flatMap((text) => [...text].map((_, end) => text.slice(0, end + 1)))
    const times = beginnings.map((text) => {
      const start = performance.now()
      places.search(text)
      return performance.now() - start
    })
    times.sort((a, b) => a - b)
    // Measured 1 ms; 5 is the promise.
    expect(times[times.length >> 1]).toBeLessThan(5)
  })
})

describe('the gazetteer', () => {
  it('has only zones that the engine knows', () => {
    const zones = new Set(
      [...'abcdefghijklmnopqrstuvwxyz']
        .flatMap((letter) => places.search(letter, 50))
        .map(({ zone }) => zone),
    )
    expect(zones.size).toBeGreaterThan(100)
    for (const zone of zones) expect(isZone(zone), zone).toBe(true)
  })

  it('is refused when it is not there', async () => {
    await expect(create({ folder: new URL('./nowhere/', import.meta.url) })).rejects.toThrow(
      /expected a gzip file at .*nowhere\/gazetteer\.tsv\.gz, got: ENOENT/,
    )
  })
})

it.each([
  ['São Paulo', 'sao paulo'],
  ['Washington, D.C.', 'washington dc'],
  ['Xi’an', 'xian'],
  ['ŁÓDŹ', 'lodz'],
  ['İstanbul', 'istanbul'],
  ['Straße', 'strasse'],
  ['  Rostov-na-Donu ', 'rostov na donu'],
  ['ΑΘΉΝΑΣ', 'αθηνασ'],
  ['😀', ''],
])('folds %j to %j', (text, folded) => {
  expect(fold(text)).toBe(folded)
})
