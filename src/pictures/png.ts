/** SVG to PNG, by resvg with the one font that is shipped. */
import { createRequire } from 'node:module'

/** Pixels per unit: sharp on the screens that people have. */
const SCALE = 2

/** Without a font resvg leaves out all text and says nothing. */
const FONT = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')

/** Draws the pixels on another thread. resvg is loaded here, when first needed. */
export async function toPng(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js')
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles: [FONT], defaultFontFamily: 'DejaVu Sans' },
    fitTo: { mode: 'zoom', value: SCALE },
    logLevel: 'off',
  })
  return image.asPng()
}
