/** The pictures of the product: what draws them is loaded when the first is wanted. */
import { CARD_PICTURE } from '../core/card.ts'
import type { Pictures, PictureShape } from '../usecases/ports.ts'

/** Sizes of maps; those of a page are drawn at their size or smaller, so that words stay readable. */
const MAP_SIZES: Readonly<Record<PictureShape | 'card', { width: number; height: number }>> = {
  wide: { width: 880, height: 480 },
  narrow: { width: 320, height: 400 },
  card: CARD_PICTURE,
}

/** Sizes of timelines; the height is that of one server's panel. */
const TIMELINE_SIZES: Readonly<Record<PictureShape, { width: number; height: number }>> = {
  wide: { width: 880, height: 170 },
  narrow: { width: 320, height: 150 },
}

/** Makes them. */
export function createPictures(): Pictures {
  return {
    async map(view, shape, id) {
      const { drawMap } = await import('./map-svg.ts')
      return drawMap(view, { id, ...MAP_SIZES[shape] })
    },
    async timeline(view, shape, id) {
      const { drawTimeline } = await import('./timeline-svg.ts')
      return drawTimeline(view, { id, ...TIMELINE_SIZES[shape] })
    },
    async mapPng(view) {
      const [{ drawMap }, { toPng }] = await Promise.all([
        import('./map-svg.ts'),
        import('./png.ts'),
      ])
      return toPng(drawMap(view, { id: 'map', ...MAP_SIZES.card }))
    },
  }
}
