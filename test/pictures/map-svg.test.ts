/** Maps: whatever is where on the earth, all of it is seen, and nothing written there is markup. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawMap } from '../../src/pictures/map-svg.ts'
import { elementsOf, extentOf, wordsOf, type Extent } from './_svg.ts'
import { address, austin, bucharest, frankfurt, maps, mapView, place, server } from './_views.ts'

const shapes = {
  wide: { id: 'wide', width: 880, height: 480 },
  narrow: { id: 'narrow', width: 320, height: 400 },
  card: { id: 'card', width: 480, height: 380 },
}
const every = Object.entries(maps).flatMap(([name, view]) =>
  Object.values(shapes).map((shape) => ({ name, view, shape })),
)

/** Half of the widest line lies beyond the middle of it. */
const LINE = 2
const byClass = (svg: string, name: string) =>
  elementsOf(svg).filter(({ attributes }) => attributes['class'] === name)
const extents = (svg: string, name: string): Extent[] =>
  byClass(svg, name).flatMap((element) => {
    const extent = extentOf(element)
    return extent === null ? [] : [extent]
  })
const overlap = (a: Extent, b: Extent) =>
  Math.min(a[2], b[2]) - Math.max(a[0], b[0]) > 0.2 &&
  Math.min(a[3], b[3]) - Math.max(a[1], b[1]) > 0.2

describe.each(every)('$name, $shape.id', ({ view, shape }) => {
  const svg = drawMap(view, shape)

  test('lies inside its edges', () => {
    for (const element of elementsOf(svg)) {
      const [left, top, right, bottom] = extentOf(element) ?? [0, 0, 0, 0]
      const { name, attributes, words } = element
      const what = `${name} ${attributes['class'] ?? ''} ${words}`
      expect(left, what).toBeGreaterThanOrEqual(-LINE)
      expect(top, what).toBeGreaterThanOrEqual(-LINE)
      expect(right, what).toBeLessThanOrEqual(shape.width + LINE)
      expect(bottom, what).toBeLessThanOrEqual(shape.height + LINE)
    }
  })

  test('shows the stated place and every address, and a server for each ring', () => {
    expect(byClass(svg, 'mark-claim')).toHaveLength(1)
    expect(byClass(svg, 'mark-address')).toHaveLength(view.addresses.length)
    const rings = byClass(svg, 'ring-inside').length
    expect(byClass(svg, 'mark-server').length).toBeGreaterThanOrEqual(rings)
    const reaches = view.vantages.filter(({ reachKm }) => reachKm <= 10_007)
    expect(rings > 0).toBe(reaches.length > 0)
  })

  test('has no script, no style, no address of anything, and no number that is none', () => {
    expect(svg).not.toMatch(
      /<(script|style|image|foreignObject|a)\b| on\w+=| style=|href|NaN|Infinity|undefined/,
    )
  })

  test('has a name and a description, which its ids lead to', () => {
    const [root, title, description] = elementsOf(svg)
    expect(root?.attributes['aria-labelledby']).toBe(`${shape.id}-title ${shape.id}-description`)
    expect(title).toMatchObject({ name: 'title', attributes: { id: `${shape.id}-title` } })
    expect(description?.attributes).toEqual({ id: `${shape.id}-description` })
    expect(description?.words).toMatch(/^Map\. Stated place: /)
  })
})

test.each(every.filter(({ shape }) => shape.id !== 'narrow'))(
  'labels of $name do not lie on each other, $shape.id',
  ({ view, shape }) => {
    const labels = extents(drawMap(view, shape), 'label')
    expect(labels.length).toBeGreaterThan(0)
    const pairs = labels.flatMap((a, index) => labels.slice(index + 1).map((b) => [a, b] as const))
    expect(pairs.filter(([a, b]) => overlap(a, b))).toEqual([])
  },
)

describe('what is written', () => {
  test('says which mark is what, and how far the answer allows', () => {
    const words = wordsOf(
      drawMap(maps['elsewhere, measured from one server'] ?? never(), shapes.card),
    )
    expect(words).toEqual(
      expect.arrayContaining([
        'Austin',
        'stated place',
        'Bucharest',
        'IP address',
        'Frankfurt',
        'our server',
        'at most 3,640 km from our server',
      ]),
    )
    expect(words.join(' ')).toContain('Places of IP addresses are estimates.')
    expect(words.join(' ')).toContain('IP geolocation by DB-IP.')
    expect(words.join(' ')).toContain('Map: Natural Earth.')
  })

  test('says so where a ring would allow more than half of the earth, and draws none', () => {
    const svg = drawMap(mapView(austin, [address(austin)], [server(frankfurt, 134)]), shapes.wide)
    expect(byClass(svg, 'ring')).toEqual([])
    expect(wordsOf(svg).join(' ')).toContain(
      'Frankfurt: the fastest answer allows more than half of the earth, so no ring is drawn.',
    )
  })

  test('names a place by coordinates where the font has nothing of its name', () => {
    const words = wordsOf(
      drawMap(mapView(place('東京', 35.68, 139.69), [], [server(frankfurt, 90)]), shapes.wide),
    )
    expect(words).toContain('35.7° N, 139.7° E')
    expect(words.join('')).not.toMatch(/[東京]/)
  })

  test('shows markup as text, and drops what XML does not have', () => {
    const words = wordsOf(
      drawMap(maps['names that are no markup and not in the font'] ?? never(), shapes.wide),
    )
    expect(words).toContainEqual(expect.stringMatching(/^<\/text><script>alert/))
  })

  test('one name on one spot is written once', () => {
    const words = wordsOf(drawMap(mapView(austin, [address(austin)], []), shapes.wide))
    expect(words.filter((text) => text === 'Austin')).toHaveLength(1)
  })
})

describe('what part of the earth is shown', () => {
  const width = (svg: string) => {
    const [a, b] = [...extents(svg, 'mark-claim'), ...extents(svg, 'mark-address')]
    if (a === undefined || b === undefined) throw new Error('a mark is missing')
    return Math.hypot(a[0] + a[2] - b[0] - b[2], a[1] + a[3] - b[1] - b[3]) / 2
  }

  test('two places on both sides of the date line are neighbours', () => {
    const [east, west] = [place('East', -17, 179), place('West', -17, -179)]
    expect(width(drawMap(mapView(east, [address(west)], []), shapes.wide))).toBeLessThan(100)
  })

  test('no less than 1,200 km on its short side', () => {
    const near = place('Near', 31.17, -97.74)
    // 100 km of 1,200 km, which the 420 and odd units of the map show.
    const apart = width(drawMap(mapView(austin, [address(near)], []), shapes.wide))
    expect(apart).toBeGreaterThan(30)
    expect(apart).toBeLessThan(42)
  })

  test('places far apart use the room there is', () => {
    const svg = drawMap(mapView(austin, [address(bucharest)], []), shapes.wide)
    expect(width(svg)).toBeGreaterThan(0.7 * shapes.wide.width)
  })

  test('a ring is a circle around its server', () => {
    const svg = drawMap(mapView(austin, [], [server(frankfurt, 36.4)]), shapes.wide)
    const [ring] = extents(svg, 'ring')
    if (ring === undefined) throw new Error('there is no ring')
    const [across, down] = [ring[2] - ring[0], ring[3] - ring[1]]
    expect(across / down).toBeGreaterThan(0.8)
    expect(across / down).toBeLessThan(1.25)
  })

  test('a ring that holds a tighter one says nothing more and is left out', () => {
    const dallas = place('Dallas', 32.78, -96.8)
    const svg = drawMap(
      mapView(austin, [], [server(dallas, 5), server(frankfurt, 99)]),
      shapes.wide,
    )
    expect(byClass(svg, 'ring-inside')).toHaveLength(1)
    expect(wordsOf(svg)).toContain('at most 500 km from Dallas')
  })
})

const anyPlace = fc
  .record({
    label: fc.string({ unit: 'grapheme', maxLength: 40 }),
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
  })
  .map(({ label, lat, lon }) => place(label, lat, lon))
const anyMap = fc
  .record({
    claim: anyPlace,
    addresses: fc.array(fc.tuple(anyPlace, fc.option(fc.integer({ min: 0, max: 20_100 }))), {
      maxLength: 6,
    }),
    servers: fc.array(fc.tuple(anyPlace, fc.double({ min: 0, max: 300, noNaN: true })), {
      maxLength: 5,
    }),
  })
  .map(({ claim, addresses, servers }) =>
    mapView(
      claim,
      addresses.map(([at, radiusKm]) => address(at, { radiusKm })),
      servers.map(([at, ms]) => server(at, ms)),
    ),
  )

test('any places of the earth: all of it is inside, with every mark that it must have', () => {
  const run = fc.property(anyMap, fc.constantFrom(...Object.values(shapes)), (view, shape) => {
    const svg = drawMap(view, shape)
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
    expect(byClass(svg, 'mark-claim')).toHaveLength(1)
    expect(byClass(svg, 'mark-address')).toHaveLength(view.addresses.length)
    for (const element of elementsOf(svg)) {
      const [left, top, right, bottom] = extentOf(element) ?? [0, 0, 0, 0]
      const isInside =
        left >= -LINE &&
        top >= -LINE &&
        right <= shape.width + LINE &&
        bottom <= shape.height + LINE
      expect(isInside, JSON.stringify(element)).toBe(true)
    }
  })
  fc.assert(run, { numRuns: 40 })
})

/** A map that is always there. */
function never(): never {
  throw new Error('no such map')
}
