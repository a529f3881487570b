/** Coasts and borders of the world: Natural Earth, in two resolutions, read when first needed. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { MultiLineString, MultiPolygon } from 'geojson'
import { merge, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

/** What is drawn of the world. */
export interface Atlas {
  land: MultiPolygon
  borders: MultiLineString
}

/** Coarse for a continent or more, fine below. Source: world-atlas 2.0.2, Natural Earth 4.1.0 at 1:110 and 1:50 million. */
const FILES = { coarse: 'countries-110m.json', fine: 'countries-50m.json' } as const

const read = new Map<keyof typeof FILES, Atlas>()

/** Reads a resolution; from then on it is kept. */
export function readAtlas(resolution: keyof typeof FILES): Atlas {
  const known = read.get(resolution)
  if (known !== undefined) return known
  const { resolve } = createRequire(import.meta.url)
  const path = resolve(`world-atlas/${FILES[resolution]}`)
  // The files of that package hold these two collections.
  const topology = JSON.parse(readFileSync(path, 'utf8')) as Topology<{
    countries: GeometryCollection
    land: GeometryCollection
  }>
  const polygons = topology.objects.countries.geometries.filter(
    (geometry) => geometry.type === 'Polygon' || geometry.type === 'MultiPolygon',
  )
  const atlas = {
    land: merge(topology, polygons),
    borders: mesh(topology, topology.objects.countries, (a, b) => a !== b),
  }
  read.set(resolution, atlas)
  return atlas
}
