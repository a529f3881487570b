/** The marked spots of a map: what stands where, and what it is called. */
import type { Point } from '../core/geo.ts'
import type { MapView } from '../core/map-view.ts'
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import type { MarkKind } from './map-marks.ts'
import { locate, type Frame, type Layout } from './map-projection.ts'
import { drawable } from './text.ts'

const texts = managers.pictures.map

/** A marked spot. */
export interface Spot {
  kind: MarkKind
  at: { x: number; y: number }
  name: string
  /** "stated place" */
  role: string
}

/** Every spot inside the frame; larger marks first, so that smaller ones on the same spot lie on them. */
export function spotsOf(view: MapView, { projection }: Layout, frame: Frame): Spot[] {
  const servers = view.vantages.map((server) => ({
    kind: 'server' as const,
    place: server,
    label: server.name,
    role: texts.server,
  }))
  const claim = { kind: 'claim' as const, place: view.claim, label: view.claim.label }
  const addresses = view.addresses.map((spot) => ({
    kind: 'address' as const,
    place: spot,
    label: spot.label,
    role: addressRole(view, spot),
  }))
  return [...servers, { ...claim, role: texts.stated }, ...addresses].flatMap(
    ({ kind, place, label, role }) => {
      const at = locate(projection, place, frame)
      return at === undefined ? [] : [{ kind, at, name: shortName(label, place), role }]
    },
  )
}

/** Which address, and which database where not all say the same. */
function addressRole(
  { addressCount, databases: all }: MapView,
  { numbers, databases }: MapView['addresses'][number],
): string {
  const address =
    addressCount > 1 ? fill(texts.numberedAddress, { numbers: numbers.join(', ') }) : texts.address
  return databases.length < all.length
    ? fill(texts.by, { address, databases: databases.join(', ') })
    : address
}

/** The first part of a place's name; its coordinates where the font has none of it. */
export function shortName(label: string, { lat, lon }: Point): string {
  const name = drawable(label.split(',')[0] ?? '') || drawable(label)
  if (name !== '') return name
  const [north, east] = [lat < 0 ? 'S' : 'N', lon < 0 ? 'W' : 'E']
  return `${Math.abs(lat).toFixed(1)}° ${north}, ${Math.abs(lon).toFixed(1)}° ${east}`
}
