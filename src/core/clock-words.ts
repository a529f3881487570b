/** How far the clock of a device is from ours, in words for managers. */
import { fill } from '../texts/fill.ts'
import { managersLocale } from '../texts/managers-language.ts'
import { managers } from '../texts/managers.ts'
import { counted } from '../texts/plural.ts'
import { roughSpan } from './rough-span.ts'

const texts = managers.words.clock

/** In: ms, positive where the device is ahead. Example: "2 hours ahead of ours". */
export function skewWords(skewMs: number): string {
  if (Math.abs(skewMs) < 1000) return texts.none
  const { count, unit } = roughSpan(skewMs)
  const time = counted(managersLocale, texts[unit], count)
  return fill(skewMs > 0 ? texts.ahead : texts.behind, { time })
}
