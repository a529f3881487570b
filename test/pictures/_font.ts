/** The shipped font, read by the format's own rules: which characters it has, and how wide they are. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const path = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')
const bytes = readFileSync(path)

/** Where a table begins. Source: OpenType 1.9, table directory. */
function table(tag: string): number {
  for (let index = 0; index < bytes.readUInt16BE(4); index++) {
    const at = 12 + index * 16
    if (bytes.toString('latin1', at, at + 4) === tag) return bytes.readUInt32BE(at + 8)
  }
  throw new Error(`the font has no table ${tag}`)
}

/** Code point → glyph. Source: OpenType 1.9, cmap format 12. */
function readGlyphs(): Map<number, number> {
  const glyphs = new Map<number, number>()
  const cmap = table('cmap')
  for (let index = 0; index < bytes.readUInt16BE(cmap + 2); index++) {
    const at = cmap + bytes.readUInt32BE(cmap + 8 + index * 8)
    if (bytes.readUInt16BE(at) !== 12) continue
    for (let group = 0; group < bytes.readUInt32BE(at + 12); group++) {
      const [from, to, glyph] = [0, 4, 8].map((byte) =>
        bytes.readUInt32BE(at + 16 + group * 12 + byte),
      ) as [number, number, number]
      for (let code = from; code <= to; code++) glyphs.set(code, glyph + code - from)
    }
  }
  return glyphs
}

const glyphs = readGlyphs()
const unitsPerEm = bytes.readUInt16BE(table('head') + 18)
const metrics = bytes.readUInt16BE(table('hhea') + 34)

/** Whether the font draws a character. */
export function isInFont(code: number): boolean {
  return (glyphs.get(code) ?? 0) !== 0
}

/** How wide a text is, in em. */
export function emOf(text: string): number {
  return [...text].reduce((sum, character) => {
    const glyph = Math.min(glyphs.get(character.codePointAt(0) ?? 0) ?? 0, metrics - 1)
    return sum + bytes.readUInt16BE(table('hmtx') + 4 * glyph) / unitsPerEm
  }, 0)
}
