/** What people add to a city's name: a country, a state, a province; by name or code. */
import type { Gazetteer } from './gazetteer.ts'
import { coreOfRegion, fold } from './fold.ts'
import { COUNTRY_FORMS, REGION_FORMS } from './region-forms.ts'

/** Languages in which people name their own country, most speakers among applicants first. */
const LANGUAGES = [
  ...['en', 'es', 'pt', 'fr', 'de', 'it', 'nl', 'pl', 'ro', 'ru', 'uk', 'tr'],
  ...['cs', 'hu', 'el', 'sv', 'fi', 'ja', 'zh', 'ko'],
]

/** Countries whose regions GeoNames knows under the letters that people write. */
const LETTERED = new Set(['US', 'CH'])

/** What an addition to a name means. */
export interface Regions {
  /** Numbers of the regions that a folded text names; empty when it names none. A country is all its regions. */
  named(key: string): ReadonlySet<number>
  /** The same for the beginning of a name. */
  beginning(key: string): ReadonlySet<number>
  /** Only countries, and the states and provinces of the United States and Canada, by their full English names. */
  wellKnown(key: string): ReadonlySet<number>
}

const NONE: ReadonlySet<number> = new Set()

/** Gathers the names and codes of all countries and regions of a gazetteer. */
export function createRegions({ regionCodes, regionNames }: Gazetteer): Regions {
  const byName: Index = new Map()
  const wellKnown: Index = new Map()
  const countries = new Map<string, Set<number>>()
  regionCodes.forEach((code, number) => {
    const [country = '', local = ''] = code.split('.')
    const whole = countries.get(country) ?? new Set()
    countries.set(country, whole.add(number))
    const own = new Set([number])
    const name = fold(regionNames[number] ?? '')
    const forms = REGION_FORMS[code]?.split('|').map(fold) ?? []
    for (const key of [name, coreOfRegion(name), ...forms]) add(byName, key, own)
    if (LETTERED.has(country)) add(byName, fold(local), own)
    if (country === 'US' || country === 'CA') add(wellKnown, name, own)
  })
  const inLanguages = LANGUAGES.map(
    (language) => new Intl.DisplayNames([language], { type: 'region' }),
  )
  for (const [country, whole] of countries) {
    const [english = '', ...others] = inLanguages.map((names) => fold(names.of(country) ?? country))
    const forms = COUNTRY_FORMS[country]?.split('|').map(fold) ?? []
    for (const key of [english, ...forms]) add(wellKnown, key, whole)
    for (const key of [fold(country), english, ...others, ...forms]) add(byName, key, whole)
  }

  return {
    named: (key) => union(byName.get(key) ?? []),
    wellKnown: (key) => union(wellKnown.get(key) ?? []),
    beginning: (key) =>
      union([...byName].flatMap(([name, sets]) => (name.startsWith(key) ? sets : []))),
  }
}

/** What a name means, each meaning once: Georgia is a country and a state. */
type Index = Map<string, ReadonlySet<number>[]>

function add(index: Index, key: string, numbers: ReadonlySet<number>): void {
  if (key === '') return
  const known = index.get(key)
  if (known === undefined) index.set(key, [numbers])
  else if (!known.includes(numbers)) known.push(numbers)
}

function union(sets: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  const [first = NONE, ...others] = sets
  return others.length === 0 ? first : new Set(sets.flatMap((set) => [...set]))
}
