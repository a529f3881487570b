/** What people add to a city's name: a country, a state, a province; by name or code. */
import type { Gazetteer } from './gazetteer.ts'
import { coreOfRegion, fold } from './fold.ts'

/** Languages in which people name their own country, most speakers among applicants first. */
const LANGUAGES = ['en', 'es', 'pt', 'fr', 'de', 'it', 'nl', 'pl', 'ro', 'ru', 'uk', 'tr']

/** Common forms that no table of names has. ISO 3166-1 alpha-3 codes only of countries often written so. */
const COUNTRY_FORMS: Readonly<Record<string, string>> = {
  AE: 'UAE|Emirates|ARE',
  AR: 'ARG',
  AT: 'AUT',
  AU: 'AUS',
  BA: 'Bosnia',
  BE: 'BEL',
  BR: 'BRA',
  CA: 'CAN',
  CD: 'DRC|DR Congo|Democratic Republic of the Congo',
  CG: 'Congo|Republic of the Congo',
  CH: 'CHE',
  CI: 'Ivory Coast',
  CN: 'PRC|Peoples Republic of China|Mainland China|CHN',
  CV: 'Cape Verde',
  CZ: 'Czech Republic|CZE',
  DE: 'DEU|Federal Republic of Germany',
  DK: 'DNK',
  ES: 'ESP',
  FI: 'FIN',
  FR: 'FRA',
  GB: 'UK|U.K.|Great Britain|Britain|GBR',
  GR: 'GRC',
  HK: 'Hong Kong',
  ID: 'IDN',
  IE: 'Republic of Ireland|Eire|IRL',
  IN: 'IND|Bharat',
  IT: 'ITA',
  JP: 'JPN',
  KP: 'North Korea|DPRK',
  KR: 'South Korea|Korea|Republic of Korea|ROK|KOR',
  MK: 'Macedonia',
  MM: 'Burma|Myanmar',
  MO: 'Macau|Macao',
  MX: 'MEX',
  NG: 'NGA',
  NL: 'Holland|The Netherlands|NLD',
  NO: 'NOR',
  NZ: 'NZL',
  PH: 'PHL|The Philippines',
  PK: 'PAK',
  PL: 'POL',
  PS: 'Palestine',
  PT: 'PRT',
  RO: 'ROU|ROM',
  RS: 'Republic of Serbia',
  RU: 'Russian Federation|RUS',
  SE: 'SWE',
  SG: 'SGP',
  SZ: 'Swaziland',
  TR: 'Turkey|TUR',
  TW: 'ROC|TWN',
  UA: 'UKR|Ukraine',
  US: 'USA|U.S.|U.S.A.|United States of America|America|The United States',
  VA: 'Vatican',
  VN: 'Viet Nam|Vietnam|VNM',
  ZA: 'RSA|ZAF',
}

/** Codes and native names of regions that GeoNames knows under a number. Source: ISO 3166-2:CA, AU, GB, DE, ES, IT. */
const REGION_FORMS: Readonly<Record<string, string>> = {
  'CA.01': 'AB|Alta',
  'CA.02': 'BC',
  'CA.03': 'MB|Man',
  'CA.04': 'NB',
  'CA.05': 'NL|NFLD|Newfoundland',
  'CA.07': 'NS',
  'CA.08': 'ON|Ont',
  'CA.09': 'PE|PEI',
  'CA.10': 'QC|PQ|Que',
  'CA.11': 'SK|Sask',
  'CA.12': 'YT',
  'CA.13': 'NT|NWT',
  'CA.14': 'NU',
  'AU.01': 'ACT',
  'AU.02': 'NSW',
  'AU.03': 'NT',
  'AU.04': 'QLD',
  'AU.05': 'SA',
  'AU.06': 'TAS',
  'AU.07': 'VIC',
  'AU.08': 'WA',
  'US.DC': 'D.C.|Washington DC',
  'US.CA': 'Calif|Cali',
  'US.MA': 'Mass',
  'US.PA': 'Penn|Penna',
  'GB.WLS': 'Cymru',
  'DE.01': 'Baden-Württemberg|BW|Baden-Wuerttemberg',
  'DE.02': 'Bayern|BY',
  'DE.05': 'Hessen',
  'DE.06': 'Niedersachsen',
  'DE.07': 'Nordrhein-Westfalen|NRW|Nordrhein Westfalen',
  'DE.08': 'Rhineland-Palatinate',
  'DE.13': 'Sachsen',
  'DE.15': 'Thüringen|Thueringen',
  'ES.51': 'Andalucía',
  'ES.56': 'Cataluña|Catalunya',
  'IT.09': 'Lombardia',
  'IT.12': 'Piemonte',
  'IT.16': 'Toscana',
}

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
    if (country === 'US') add(byName, fold(local), own)
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
