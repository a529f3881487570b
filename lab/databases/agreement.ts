/** How far two databases agree on addresses of which nobody knows the place. */
import { distanceKm, type Point } from '../../src/core/geo.ts'
import type { AddressLocation } from '../../src/core/signals.ts'
import { zoneOffsetMin } from '../../src/core/zone.ts'
import { publicAddress } from '../../src/lookups/address/public-address.ts'
import { zoneAt } from '../../src/lookups/ip-location/zone-at.ts'
import { quantiles, type Measured } from './errors.ts'
import type { Row } from './rows.ts'

/** Blocks of IPv6 that the regional registries give out of, /12 each. Source: IANA IPv6 Global Unicast Address Assignments. */
const REGISTRY_BLOCKS = ['2400', '2600', '2800', '2a00', '2c00']

/** Of ten addresses drawn by chance hardly one is in use; after so many per address wanted it is given up. */
const MOST_DRAWS = 1000

/** A day in winter and one in summer: zones that agree on both agree all year. */
const DAYS = ['2026-01-15', '2026-07-15'].map((day) => Date.parse(day))

/**
 * Compares two databases on addresses that both know, drawn evenly over the public addresses of a family.
 *
 * Out: a row on places, and one per database that names zones of its own, comparing them with those of its coordinates.
 */
export function compareOnRandom(
  one: Measured,
  other: Measured,
  { family, count, chance }: { family: 4 | 6; count: number; chance: () => number },
): Row[] {
  const pairs: (readonly [AddressLocation, AddressLocation])[] = []
  let drawn = 0
  let silent = 0
  while (pairs.length < count && drawn < count * MOST_DRAWS) {
    drawn += 1
    const address = family === 4 ? drawV4(chance) : drawV6(chance)
    if (publicAddress(address) === undefined) continue
    const [a, b] = [one.ask(address), other.ask(address)]
    if (a !== undefined && b !== undefined) pairs.push([a, b])
    else if (a !== undefined || b !== undefined) silent += 1
  }
  const points = pairs.flatMap(([a, b]) => {
    const [from, to] = [pointOf(a), pointOf(b)]
    return from === undefined || to === undefined ? [] : [distanceKm(from, to)]
  })
  const zones = pairs.flatMap(([a, b]) =>
    a.zone === undefined || b.zone === undefined ? [] : [gapMin(a.zone, b.zone)],
  )
  const head = { family, n: pairs.length }
  return [
    {
      part: 'agreement',
      ...head,
      databases: `${one.name}, ${other.name}`,
      onlyOneKnows: silent,
      sameCountry: pairs.filter(([a, b]) => a.country === b.country).length,
      bothPoints: points.length,
      ...quantiles(points),
      bothZones: zones.length,
      ...gaps(zones),
    },
    ...[one, other].flatMap(({ name }, side) => {
      const own = pairs.flatMap((pair) => {
        const location = pair[side]
        const point = location && pointOf(location)
        const drawnZone = point && zoneAt(point.lat, point.lon)
        if (location?.zone === undefined || drawnZone === undefined) return []
        return [{ isOther: location.zone !== drawnZone, gap: gapMin(location.zone, drawnZone) }]
      })
      // A database without zones of its own has those of its coordinates.
      if (!own.some(({ isOther }) => isOther)) return []
      return [
        { part: 'zone', family, database: name, n: own.length, ...gaps(own.map(({ gap }) => gap)) },
      ]
    }),
  ]
}

function gaps(list: readonly number[]): Row {
  return {
    sameOffset: list.filter((gap) => gap === 0).length,
    withinAnHour: list.filter((gap) => gap <= 60).length,
  }
}

/** The most that the clocks of two zones differ on the two days, in minutes. */
function gapMin(a: string, b: string): number {
  return Math.max(
    ...DAYS.map((at) => Math.abs((zoneOffsetMin(a, at) ?? 0) - (zoneOffsetMin(b, at) ?? 0))),
  )
}

function pointOf({ lat, lon }: AddressLocation): Point | undefined {
  return lat === undefined || lon === undefined ? undefined : { lat, lon }
}

function drawV4(chance: () => number): string {
  return Array.from({ length: 4 }, () => Math.floor(chance() * 256)).join('.')
}

/** Evenly over the /32s of a registry's block, which are about what one provider gets. */
function drawV6(chance: () => number): string {
  const block = REGISTRY_BLOCKS[Math.floor(chance() * REGISTRY_BLOCKS.length)] ?? '2a00'
  const first = (Number.parseInt(block, 16) + Math.floor(chance() * 16)).toString(16)
  const rest = Array.from({ length: 7 }, () => Math.floor(chance() * 65_536).toString(16))
  return [first, ...rest].join(':')
}
