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
    ['Brooklyn', 'Brooklyn, New York, United States'],
    ['Bronx, NY', 'The Bronx, New York, United States'],
    ['Manhattan, New York, NY', 'Manhattan, New York, United States'],
    ['New York City, NY, USA', NEW_YORK],
    ['Springfield IL', 'Springfield, Illinois, United States'],
    ['Springfield, Ill.', 'Springfield, Illinois, United States'],
    ['Miami, Fla.', 'Miami, Florida, United States'],
    ['Boston, Mass.', 'Boston, Massachusetts, United States'],
    ['Cambridge MA', 'Cambridge, Massachusetts, United States'],
    ['Cambridge, UK', 'Cambridge, England, United Kingdom'],
    ['San Jose, CA', 'San Jose, California, United States'],
    ['San José, Costa Rica', 'San José, Costa Rica'],
    ['Vienna', 'Vienna, Austria'],
    ['Vienna VA', 'Vienna, Virginia, United States'],
    ['Wien, Österreich', 'Vienna, Austria'],
    ['Villach, Kärnten', 'Villach, Carinthia, Austria'],
    ['Moscow', 'Moscow, Russia'],
    ['Moscow Idaho', 'Moscow, Idaho, United States'],
    ['Rome, GA', 'Rome, Georgia, United States'],
    ['Naples FL', 'Naples, Florida, United States'],
    ['The Hague', 'The Hague, South Holland, Netherlands'],
    ['Den Haag', 'The Hague, South Holland, Netherlands'],
    ['Kyiv, UA', 'Kyiv, Kyiv City, Ukraine'],
    ['Mumbai', 'Mumbai, Maharashtra, India'],
    ['Pune, MH', 'Pune, Maharashtra, India'],
    ['HCMC', 'Ho Chi Minh City, Vietnam'],
    ['KL', 'Kuala Lumpur, Malaysia'],
    ['Joburg', 'Johannesburg, Gauteng, South Africa'],
    ['Hull', 'Kingston upon Hull, England, United Kingdom'],
    ['Cork, Co. Cork', 'Cork, Munster, Ireland'],
    ['Reading, Berkshire, UK', 'Reading, England, United Kingdom'],
    ['La Habana', 'Havana, Cuba'],
    ['Santiago de Chile', 'Santiago, Chile'],
    ['León, Mexico', 'León de los Aldama, Guanajuato, Mexico'],
    ['Tijuana, BC', 'Tijuana, Baja California, Mexico'],
    ['Monterrey, N.L.', 'Monterrey, Nuevo León, Mexico'],
    ['São Paulo, SP', 'São Paulo, Brazil'],
    ['Curitiba, PR', 'Curitiba, Paraná, Brazil'],
    ['Salvador, BA', 'Salvador, Bahia, Brazil'],
    ['Lausanne, VD', 'Lausanne, Vaud, Switzerland'],
    ['Praha, Česko', 'Prague, Czechia'],
    ['Frankfurt (Oder)', 'Frankfurt (Oder), Brandenburg, Germany'],
    ['Frankfurt a. M.', 'Frankfurt am Main, Hesse, Germany'],
    ['Biel/Bienne', 'Biel/Bienne, Bern, Switzerland'],
    ['Dallas/Fort Worth', 'Dallas, Texas, United States'],
    ['Minneapolis/St Paul', 'Minneapolis, Minnesota, United States'],
    ['Pt. St. Lucie', 'Port Saint Lucie, Florida, United States'],
    ['N. Las Vegas', 'North Las Vegas, Nevada, United States'],
    ['W Palm Beach FL', 'West Palm Beach, Florida, United States'],
    ['Sault Ste. Marie, MI', 'Sault Ste. Marie, Michigan, United States'],
    ['Silicon Valley', 'San Jose, California, United States'],
    ['Tampa Bay Area', 'Tampa, Florida, United States'],
    ['Metro Detroit', 'Detroit, Michigan, United States'],
    ['Remote - Austin, TX', AUSTIN],
    ['Austin, TX - Remote', AUSTIN],
    ['Austin, TX (Hybrid)', AUSTIN],
    ['based in Berlin', 'Berlin, Germany'],
    ['75001 Paris', 'Paris, Île-de-France, France'],
    ['London SW1A 1AA', 'London, England, United Kingdom'],
    ['Toronto, Ontario M5V 2T6', 'Toronto, Ontario, Canada'],
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
    ['WA', 'Seattle, Washington, United States'],
    ['WA', 'Wa, Upper West, Ghana'],
    ['Bali', 'Denpasar, Bali, Indonesia'],
    ['Bali, Indonesia', 'Denpasar, Bali, Indonesia'],
    ['San Jose', 'San Jose, California, United States'],
    ['San José', 'San José, Costa Rica'],
    ['Cambridge', 'Cambridge, England, United Kingdom'],
    ['St. Louis', 'St. Louis, Missouri, United States'],
    ['Sao Tome', 'São Tomé, São Tomé Island, São Tomé & Príncipe'],
    ['Santa Cruz', 'Santa Cruz de la Sierra, Santa Cruz Department, Bolivia'],
    ['Rhode Island', 'Providence, Rhode Island, United States'],
    // Two towns on one border are two places.
    ['Niagara Falls', 'Niagara Falls, Ontario, Canada'],
    ['Niagara Falls', 'Niagara Falls, New York, United States'],
    ['Sault Ste Marie', 'Sault Ste. Marie, Michigan, United States'],
    // MI is Michigan before it is the province of Milan.
    ['Milano (MI)', 'Milan, Lombardy, Italy'],
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

  it.each(['Springfield', 'Geneva', 'Santa Cruz', 'Washington', 'Freeport', 'Wilson', 'Basi'])(
    'offers of %s nothing twice, the most populous first',
    (text) => {
      const answer = places.resolve(text)
      const labels = 'ambiguous' in answer ? answer.ambiguous.map(({ label }) => label) : []
      expect(labels.length).toBeGreaterThan(1)
      expect(new Set(labels).size).toBe(labels.length)
      expect(labels[0]).toBe(places.search(text, 1)[0]?.label)
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
