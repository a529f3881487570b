/** Which places a typed text means. */
import type { Place } from '../../core/claim.ts'
import { distanceKm } from '../../core/geo.ts'
import type { PlaceAnswer } from '../../usecases/lookups.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { Fit } from './names.ts'
import { parts, readings, type PlaceReading } from './readings.ts'
import type { Regions } from './regions.ts'

/**
 * A name alone means its largest place when that has ten times the people of the next: London is clear (22 times
 * London, Ontario), Portland is asked (9 times Portland, Maine).
 * Source: our judgement, 2026-11-22; a question costs one choice, a wrong city a whole case.
 */
const DOMINANT = 10

/** One name twice within this distance in one country is one place entered twice: a city and its municipality. */
const SAME_PLACE_KM = 30

/** A question with more answers is read by nobody. */
const MOST_OFFERED = 6

/** As many equal names as are looked at; no name has so many. */
const MOST_NAMESAKES = 100

/** How good a fit is, best first. */
const FITS: readonly Fit[] = ['exact', 'prefix', 'later-word']

/** The one place a text means, the places it may mean, or none. See `DOMINANT` for when a name alone is clear. */
export function resolvePlace(gazetteer: Gazetteer, regions: Regions, text: string): PlaceAnswer {
  const all = readings(text)
  const answer =
    resolveName(gazetteer, regions, all, 'exact') ??
    // "Texas" is the state before it is the beginning of Texas City.
    resolveRegion(gazetteer, all, (reading) => wellKnown(regions, reading)) ??
    resolveName(gazetteer, regions, all, 'first-words') ??
    resolveRegion(gazetteer, all, ({ name, within }) => area(regions, [name, ...within]))
  return answer ?? { unknown: true }
}

function resolveName(
  gazetteer: Gazetteer,
  regions: Regions,
  all: readonly PlaceReading[],
  fit: 'exact' | 'first-words',
): PlaceAnswer | undefined {
  for (const { name, within } of all) {
    const allowed = area(regions, within)
    if (allowed === undefined) continue
    const rows = distinct(
      gazetteer,
      gazetteer.find(name, fit, MOST_NAMESAKES, inside(gazetteer, allowed)),
    )
    const [top, next] = rows
    if (top === undefined) continue
    const own = allowed === 'anywhere' ? alsoRegion(gazetteer, regions, name, top) : NOWHERE
    // "Washington", "Mexico", "Lebanon": also a state or country, and the largest such town is not in it.
    if (own.size > 0 && !own.has(gazetteer.regionOf[top] ?? -1)) {
      const offered = [...rows.slice(0, MOST_OFFERED / 2), ...largest(gazetteer, own)]
      return choose(gazetteer, [...new Set(offered)])
    }
    const isClear =
      next === undefined || people(gazetteer, top) >= DOMINANT * people(gazetteer, next)
    return choose(gazetteer, isClear ? [top] : rows.slice(0, MOST_OFFERED))
  }
  return undefined
}

/** A country or state as the name, in what was named besides: "Texas", "Texas, USA", "Indonesia, Bali". */
function wellKnown(regions: Regions, { name, within }: PlaceReading): ReadonlySet<number> {
  const outer = area(regions, within)
  return outer === undefined ? NOWHERE : narrow(outer, regions.wellKnown(name))
}

/** What a name also means: a country or state; any region with a larger place than the largest of that name ("Bali"). */
function alsoRegion(
  gazetteer: Gazetteer,
  regions: Regions,
  name: string,
  top: number,
): ReadonlySet<number> {
  const known = regions.wellKnown(name)
  if (known.size > 0) return known
  const any = regions.named(name)
  const [first] = any.size > 0 ? largest(gazetteer, any) : []
  return first !== undefined && people(gazetteer, first) > people(gazetteer, top) ? any : NOWHERE
}

/** Only a country or region is known of what was stated: its largest cities are offered, after any of that name elsewhere. */
function resolveRegion(
  gazetteer: Gazetteer,
  all: readonly PlaceReading[],
  find: (reading: PlaceReading) => Area | undefined,
): PlaceAnswer | undefined {
  for (const reading of all) {
    const numbers = find(reading) ?? NOWHERE
    if (numbers !== 'anywhere' && numbers.size > 0) {
      const elsewhere = reading.within.length === 0 ? [] : gazetteer.find(reading.name, 'exact', 2)
      return choose(gazetteer, [...new Set([...elsewhere, ...largest(gazetteer, numbers)])])
    }
  }
  return undefined
}

/** Best matches for what was typed so far: whole names, beginnings, names with a begun region, later words. */
export function searchPlaces(
  gazetteer: Gazetteer,
  regions: Regions,
  text: string,
  limit: number,
): number[] {
  const [name = '', ...within] = parts(text)
  const found = new Set<number>()
  const collect = (key: string, fit: Fit, allowed: Area) => {
    for (const row of gazetteer.find(key, fit, limit, inside(gazetteer, allowed))) found.add(row)
  }
  const last = within.pop()
  if (last !== undefined) {
    const outer = area(regions, within) ?? 'anywhere'
    const allowed = narrow(outer, regions.beginning(last))
    for (const fit of FITS) collect(name, fit, allowed)
    return [...found].slice(0, limit)
  }
  collect(name, 'exact', 'anywhere')
  collect(name, 'prefix', 'anywhere')
  const words = name.split(' ')
  for (let left = 1; left < words.length && found.size < limit; left += 1) {
    const allowed = regions.beginning(words.slice(-left).join(' '))
    if (allowed.size === 0) continue
    for (const fit of ['exact', 'prefix'] as const)
      collect(words.slice(0, -left).join(' '), fit, allowed)
  }
  if (found.size < limit) collect(name, 'later-word', 'anywhere')
  return [...found].slice(0, limit)
}

type Area = ReadonlySet<number> | 'anywhere'

const NOWHERE: ReadonlySet<number> = new Set()

/** Regions that lie in all that was named; what nothing is named ("Travis County") is passed over, unless it is all. */
function area(regions: Regions, within: readonly string[]): Area | undefined {
  if (within.length === 0) return 'anywhere'
  const known = within.map((key) => named(regions, key)).filter((numbers) => numbers.size > 0)
  return known.length === 0 ? undefined : known.reduce<Area>(narrow, 'anywhere')
}

/** "texas", or "texas usa" as a region in a country. */
function named(regions: Regions, key: string): ReadonlySet<number> {
  const whole = regions.named(key)
  if (whole.size > 0) return whole
  for (let at = key.indexOf(' '); at >= 0; at = key.indexOf(' ', at + 1)) {
    const both = narrow(regions.named(key.slice(0, at)), regions.named(key.slice(at + 1)))
    if (both.size > 0) return both
  }
  return NOWHERE
}

function narrow(outer: Area, inner: ReadonlySet<number>): ReadonlySet<number> {
  return outer === 'anywhere' ? inner : new Set([...inner].filter((number) => outer.has(number)))
}

function inside(gazetteer: Gazetteer, allowed: Area): ((row: number) => boolean) | undefined {
  return allowed === 'anywhere' ? undefined : (row) => allowed.has(gazetteer.regionOf[row] ?? -1)
}

/** The largest places of a set of regions: rows are sorted by population. */
function largest(gazetteer: Gazetteer, numbers: ReadonlySet<number>): number[] {
  const rows: number[] = []
  for (let row = 0; row < gazetteer.size && rows.length < MOST_OFFERED / 2; row += 1) {
    if (numbers.has(gazetteer.regionOf[row] ?? -1)) rows.push(row)
  }
  return rows
}

/** Without rows that lie beside a larger one in the same country, or that a reader could not tell from one. */
function distinct(gazetteer: Gazetteer, rows: readonly number[]): number[] {
  const kept: { row: number; place: Place }[] = []
  for (const row of rows) {
    const place = gazetteer.place(row)
    const isSame = (other: Place) =>
      other.label === place.label ||
      (other.country === place.country && distanceKm(other, place) <= SAME_PLACE_KM)
    if (!kept.some((one) => isSame(one.place))) kept.push({ row, place })
  }
  return kept.map(({ row }) => row)
}

function people(gazetteer: Gazetteer, row: number): number {
  return gazetteer.population[row] ?? 0
}

function choose(gazetteer: Gazetteer, rows: readonly number[]): PlaceAnswer {
  const places = rows.map((row) => gazetteer.place(row))
  const [only] = places
  if (only === undefined) return { unknown: true }
  return places.length === 1 ? { place: only } : { ambiguous: places }
}
