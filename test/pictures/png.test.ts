/** Pictures as pixels: with their words, and soon. */
import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { CARD_PICTURE } from '../../src/core/card.ts'
import { createPictures } from '../../src/pictures/pictures.ts'
import { toPng } from '../../src/pictures/png.ts'
import { element, picture } from '../../src/pictures/svg.ts'
import { maps } from './_views.ts'

/** Source: product design, "a card's picture takes at most 300 ms". */
const GOAL_MS = 300

const signature = '89504e470d0a1a0a'

/** The chunks of a PNG. Source: PNG specification, third edition, 5.3. */
function read(png: Uint8Array) {
  const bytes = Buffer.from(png)
  expect(bytes.toString('hex', 0, 8)).toBe(signature)
  const data: Buffer[] = []
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') {
      data.push(bytes.subarray(at + 8, at + 8 + length))
    }
    at += length + 12
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  return { width, height, rows: inflateSync(Buffer.concat(data)) }
}

/** Pixels that are not those of an empty picture. */
async function drawn(inside: string): Promise<number> {
  const whole = (content: string) =>
    picture({ id: 'p', width: 200, height: 40, title: 't', description: 'd' }, content)
  const [empty, full] = [read(await toPng(whole(''))).rows, read(await toPng(whole(inside))).rows]
  return full.reduce((count, byte, index) => count + (byte === empty[index] ? 0 : 1), 0)
}

const text = (words: string) =>
  element('text', { x: 4, y: 28, 'font-size': 20, fill: '#000' }, words)

describe('words', () => {
  test.each(['Austin', 'Łódź', 'Москва', 'القاهرة', '35.7° N'])('are seen: %s', async (words) => {
    expect(await drawn(text(words))).toBeGreaterThan(300)
  })

  test('are not what an empty text is', async () => {
    expect(await drawn(text(' '))).toBe(0)
  })
})

describe('the map of a card', () => {
  const { mapPng } = createPictures()

  test.each(Object.entries(maps))('has pixels, twice as many as units: %s', async (_, view) => {
    const png = await mapPng(view)
    const { width, height } = read(png)
    expect({ width, height }).toEqual({
      width: 2 * CARD_PICTURE.width,
      height: 2 * CARD_PICTURE.height,
    })
    expect(png.length).toBeGreaterThan(10_000)
    expect(png.length).toBeLessThan(1_000_000)
  })

  test('is there soon', async () => {
    const times: number[] = []
    for (const view of Object.values(maps)) {
      const before = process.cpuUsage()
      await mapPng(view)
      const { user, system } = process.cpuUsage(before)
      times.push((user + system) / 1000)
    }
    const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Infinity
    // Processor time: what else runs on the machine does not count. Usually a fifth of the goal.
    expect(median).toBeLessThan(GOAL_MS)
  })
})
