/** The map of a round as SVG. */
import { geoPath, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo'
import { attributionsOf } from '../core/attributions.ts'
import { isOverHalfEarth, type MapAddress, type MapView } from '../core/map-view.ts'
import { mapAlt } from '../core/map-words.ts'
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import { readAtlas } from './atlas.ts'
import { colours } from './colours.ts'
import { placeLabels } from './labels.ts'
import { drawLabel, drawLeader, ringLabels, spotLabels } from './map-labels.ts'
import { drawLegend, errorStroke, ringStroke, type LegendItem } from './legend.ts'
import { drawMark, markReach } from './map-marks.ts'
import { circleAround, layOut, ringAround, type Frame, type Layout } from './map-projection.ts'
import { shortName, spotsOf, type Spot } from './map-spots.ts'
import { element, picture, short, type Shape, type Value } from './svg.ts'

const texts = managers.pictures.map

/** Room around what is shown, so that labels find a place. */
const PADDING = 36

/** The widest label, as a share of the map. */
const LABEL_SHARE = 0.6

const MARGIN = 12

/** Draws a map. In: its size with the legend. Out: an `svg` element of that size; it has no style and no script. */
export function drawMap(view: MapView, { id, width, height }: Shape): string {
  const room = { x: MARGIN, width: width - 2 * MARGIN }
  // Which lines need an explanation depends on the map, and the room for the map on the explanations.
  const draft = layOut(view, { x: 0, y: 0, width, height }, PADDING)
  const taken = drawLegend(legendOf(view, draft), { ...room, y: 0 }).height + 2 * MARGIN - 6
  const frame: Frame = { x: 0, y: 0, width, height: Math.max(height - taken, height / 2) }
  const layout = layOut(view, frame, PADDING)
  const spots = spotsOf(view, layout, frame)
  const most = width * LABEL_SHARE
  const inner = { x: 4, y: 4, width: width - 8, height: frame.height - 8 }
  const labels = [...spotLabels(spots, most), ...ringLabels(view, layout, frame, inner.width)]
  const placed = placeLabels(labels, inner, spots.map(boxOf))
  const { title } = texts
  return picture(
    { id, width, height, title, description: mapAlt(view) },
    element('rect', { class: 'paper', width, height, fill: colours.paper }),
    drawWorld(layout),
    drawCircles(view, layout),
    ...placed.map((label) => (label === null ? '' : drawLeader(label))),
    ...spots.map(({ kind, at }) => drawMark(kind, at)),
    ...placed.map((label, index) =>
      label === null ? '' : drawLabel(label, labels[index]?.lines ?? []),
    ),
    element('path', {
      class: 'border',
      d: `M0 ${short(frame.height)}h${width}`,
      stroke: colours.border,
    }),
    drawLegend(legendOf(view, layout), { ...room, y: frame.height + MARGIN - 4 }).svg,
  )
}

/** What a mark covers. */
function boxOf({ kind, at }: Spot) {
  const reach = markReach[kind]
  return { x: at.x - reach, y: at.y - reach, width: 2 * reach, height: 2 * reach }
}

function drawWorld({ projection, resolution }: Layout): string {
  const path = geoPath(projection).digits(1)
  const atlas = readAtlas(resolution)
  const shape = (geometry: GeoPermissibleObjects, attributes: Readonly<Record<string, Value>>) =>
    element('path', { ...attributes, d: path(geometry) ?? undefined })
  const line = { fill: 'none', stroke: colours.border, 'stroke-width': 0.8 }
  return [
    shape({ type: 'Sphere' }, { class: 'water', fill: colours.water }),
    shape(atlas.land, { class: 'land', fill: colours.land }),
    shape(atlas.borders, { class: 'border', ...line }),
  ].join('')
}

/** How far each answer allows, and how far each database may be wrong. */
function drawCircles({ addresses }: MapView, { projection, rings }: Layout): string {
  const path = geoPath(projection).digits(1)
  const drawn = (geometry: GeoPermissibleObjects) => path(geometry) ?? undefined
  const inside = { class: 'ring-inside', fill: colours.server, 'fill-opacity': 0.09 }
  return [
    ...rings.map((ring) =>
      element('path', { ...inside, d: drawn(circleAround(ring, ring.reachKm)) }),
    ),
    ...rings.map((ring) =>
      element('path', { ...ringStroke, fill: 'none', d: drawn(ringAround(ring, ring.reachKm)) }),
    ),
    ...addresses
      .filter((spot) => isErrorSeen(spot, projection))
      .map((spot) =>
        element('path', {
          ...errorStroke,
          fill: 'none',
          d: drawn(ringAround(spot, spot.radiusKm ?? 0)),
        }),
      ),
  ].join('')
}

/** Whether the error of a database is larger than the mark that lies in its middle. */
function isErrorSeen({ lat, lon, radiusKm }: MapAddress, projection: GeoProjection): boolean {
  if (radiusKm === null) return false
  const circle = circleAround({ lat, lon }, radiusKm)
  const [[left, top], [right, bottom]] = geoPath(projection).bounds(circle)
  return Math.min(right - left, bottom - top) > 2 * markReach.address + 4
}

/** What the lines mean, what a reader must know to read the map right, and whom it is from. */
function legendOf(view: MapView, { projection, rings }: Layout): LegendItem[] {
  const { addresses, databases, countries, vantages } = view
  const open = vantages.filter(({ reachKm }) => isOverHalfEarth(reachKm))
  const names = open.map((server) => shortName(server.name, server)).join(', ')
  const notes = [
    ...(open.length === 0 ? [] : [fill(texts.openRing, { servers: names })]),
    ...(countries.length === 0
      ? []
      : [fill(texts.countries, { countries: countries.map(({ label }) => label).join(', ') })]),
    ...(addresses.length === 0 ? [] : [texts.estimates]),
    ...attributionsOf(databases.join(' ')).map(({ text }) => fill(texts.attribution, { text })),
    texts.naturalEarth,
  ]
  return [
    ...(rings.length === 0 ? [] : [{ sign: 'ring', words: texts.ring } as const]),
    ...(addresses.some((spot) => isErrorSeen(spot, projection))
      ? [{ sign: 'error', words: texts.error } as const]
      : []),
    { sign: null, words: notes.join(' ') },
  ]
}
