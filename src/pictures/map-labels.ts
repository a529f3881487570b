/** The labels of a map: what each mark and each ring is. */
import type { MapView } from '../core/map-view.ts'
import { kmWords } from '../core/map-words.ts'
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import { colours } from './colours.ts'
import type { LabelWish, PlacedLabel } from './labels.ts'
import { markReach } from './map-marks.ts'
import { locate, ringAround, type Frame, type Layout } from './map-projection.ts'
import { shortName, type Spot } from './map-spots.ts'
import { element, short } from './svg.ts'
import { fitText, textAt, textWidth } from './text.ts'

const texts = managers.pictures.map

/** A label and the words in it. */
export interface Label extends LabelWish {
  lines: readonly Line[]
}

interface Line {
  text: string
  size: number
  tone: 'ink' | 'quiet' | 'server'
}

const NAME_SIZE = 14.5
const SMALL_SIZE = 12
const PADDING = 5

/** Marks this close that bear the same name share a label. */
const SAME_SPOT = 24

/** Every how many points of a ring its label is tried. */
const RING_STEP = 4

/** One label per mark; marks of one name on one spot share one. In: how wide a label may be. */
export function spotLabels(spots: readonly Spot[], most: number): Label[] {
  const groups: Spot[][] = []
  for (const spot of spots) {
    const near = groups.find(([first]) => first !== undefined && isSameSpot(first, spot))
    if (near === undefined) groups.push([spot])
    else near.push(spot)
  }
  return groups.map((group) => {
    const lines: Line[] = [
      { text: group[0]?.name ?? '', size: NAME_SIZE, tone: 'ink' },
      ...group.map(({ role }): Line => ({ text: role, size: SMALL_SIZE, tone: 'quiet' })),
    ]
    return boxed(lines, most, {
      anchors: group.slice(0, 1).map(({ at }) => at),
      reach: Math.max(...group.map(({ kind }) => markReach[kind])),
    })
  })
}

function isSameSpot(a: Spot, b: Spot): boolean {
  return a.name === b.name && Math.hypot(a.at.x - b.at.x, a.at.y - b.at.y) < SAME_SPOT
}

/** What each ring means, written on it where that can be seen; its lowest point first. */
export function ringLabels(
  { vantages }: MapView,
  { projection, rings }: Layout,
  frame: Frame,
  most: number,
): Label[] {
  return rings.flatMap((ring, index) => {
    const anchors = ringAround(ring, ring.reachKm)
      .coordinates.filter((_, each) => each % RING_STEP === 0)
      .flatMap(([lon = 0, lat = 0]) => locate(projection, { lat, lon }, frame) ?? [])
      .sort((a, b) => b.y - a.y)
    if (anchors.length === 0) return []
    const from = vantages.length > 1 ? shortName(ring.name, ring) : texts.server
    const text = fill(texts.reach, { distance: kmWords(ring.reachKm), server: from })
    const lines: Line[] = [{ text, size: SMALL_SIZE, tone: 'server' }]
    // The tightest is what a reader must know; the legend tells what the others are.
    return [boxed(lines, most, { anchors, reach: 0, isOnPoint: true, isOptional: index > 0 })]
  })
}

function boxed(
  lines: readonly Line[],
  most: number,
  wish: Omit<LabelWish, 'width' | 'height'>,
): Label {
  const fitted = lines.map((line) => ({
    ...line,
    text: fitText(line.text, line.size, most - 2 * PADDING),
  }))
  return {
    ...wish,
    lines: fitted,
    width: Math.max(...fitted.map(({ text, size }) => textWidth(text, size))) + 2 * PADDING,
    height: fitted.reduce((sum, { size }) => sum + size + 2, 2 * PADDING - 2),
  }
}

/** The line that leads to a label which found no place beside its mark. */
export function drawLeader({ box, anchor, isFar }: PlacedLabel): string {
  if (!isFar) return ''
  const x = Math.max(box.x, Math.min(anchor.x, box.x + box.width))
  const y = Math.max(box.y, Math.min(anchor.y, box.y + box.height))
  return element('path', {
    class: 'leader',
    d: `M${short(anchor.x)} ${short(anchor.y)}L${short(x)} ${short(y)}`,
    stroke: colours.quiet,
    'stroke-width': 1,
  })
}

/** A label in its place. */
export function drawLabel({ box }: PlacedLabel, lines: Label['lines']): string {
  let y = box.y + PADDING - 2
  const written = lines.map(({ text, size, tone }) => {
    y += size + 2
    return textAt(
      text,
      { x: box.x + PADDING, y: y - 1, size },
      { class: tone, fill: colours[tone] },
    )
  })
  const shape = { class: 'label', ...box, rx: 4, fill: colours.paper, 'fill-opacity': 0.86 }
  return element('rect', shape) + written.join('')
}
