/** Labels beside marks: each finds a free place as near as there is one. */

/** A rectangle. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** A label to place. */
export interface LabelWish {
  /** The point it is about, or several that would do. */
  anchors: readonly { x: number; y: number }[]
  /** How far the mark reaches from its point. */
  reach: number
  width: number
  height: number
  /** Whether it may lie on its point, as heights do on contour lines. */
  isOnPoint?: true
  /** Whether it is left out where everything is taken. */
  isOptional?: boolean
}

/** A label in its place. */
export interface PlacedLabel {
  box: Box
  anchor: { x: number; y: number }
  /** Whether it stands so far away that a line has to lead to it. */
  isFar: boolean
}

/** Directions, best first: right and left read most easily. */
const DIRECTIONS = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
] as const

/** Distances that are tried, in units of the picture. */
const DISTANCES = [4, 16, 32, 52, 76, 104, 140]

/** From this distance on a line leads from the mark to its label. */
const FAR = 16

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}

/** The box moved, as little as needed, to lie inside the frame. */
function inside(box: Box, frame: Box): Box {
  return {
    ...box,
    x: Math.max(frame.x, Math.min(box.x, frame.x + frame.width - box.width)),
    y: Math.max(frame.y, Math.min(box.y, frame.y + frame.height - box.height)),
  }
}

/**
 * Places labels one after another.
 *
 * In: boxes that are taken, by marks or others. Out: one per wish, always inside the frame; where everything is taken, on what it
 * covers least, or null for one that may be left out.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  frame: Box,
  taken: readonly Box[],
): (PlacedLabel | null)[] {
  const occupied = [...taken]
  return wishes.map((wish) => {
    const { label, covered } = placeOne(wish, frame, occupied)
    if (wish.isOptional === true && covered > 0) return null
    occupied.push(label.box)
    return label
  })
}

interface Placed {
  label: PlacedLabel
  /** How much of others it covers. */
  covered: number
}

function placeOne(wish: LabelWish, frame: Box, taken: readonly Box[]): Placed {
  let best: (Placed & { cost: number }) | undefined
  for (const { anchor, wanted, distance } of candidates(wish)) {
    const box = inside(wanted, frame)
    const moved = Math.abs(box.x - wanted.x) + Math.abs(box.y - wanted.y)
    const covered = taken.reduce((sum, other) => sum + overlap(box, other), 0)
    const label = { box, anchor, isFar: distance >= FAR }
    const cost = covered * 10 + moved * 3 + distance
    if (best === undefined || cost < best.cost) best = { label, covered, cost }
    if (covered === 0 && moved === 0) break
  }
  const nowhere = { box: frame, anchor: { x: frame.x, y: frame.y }, isFar: false }
  return best ?? { label: nowhere, covered: 0 }
}

/** Where a label could go, best first. */
function* candidates(wish: LabelWish) {
  if (wish.isOnPoint) {
    for (const anchor of wish.anchors) {
      yield { anchor, wanted: boxAt(wish, anchor, [0, 0], 0), distance: 0 }
    }
  }
  for (const distance of DISTANCES) {
    for (const anchor of wish.anchors) {
      for (const direction of DIRECTIONS) {
        yield { anchor, wanted: boxAt(wish, anchor, direction, distance), distance }
      }
    }
  }
}

function boxAt(
  { reach, width, height }: LabelWish,
  { x, y }: { x: number; y: number },
  [right, down]: readonly [number, number],
  distance: number,
): Box {
  const isCorner = right !== 0 && down !== 0
  const gap = (reach + distance) * (isCorner ? Math.SQRT1_2 : 1)
  return {
    x: x + right * gap - (right === 0 ? width / 2 : right < 0 ? width : 0),
    y: y + down * gap - (down === 0 ? height / 2 : down < 0 ? height : 0),
    width,
    height,
  }
}
