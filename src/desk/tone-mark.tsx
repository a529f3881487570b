import type { Tone } from '../core/card.ts'
import { fill } from '../texts/fill.ts'
import { desk } from '../texts/managers-desk.ts'
import { Icon, type IconName } from './icon.tsx'

/** Icon and word of every tone; the word is heard before the title of a card. */
export const toneMarks: Readonly<Record<Tone, { icon: IconName; word: string }>> = {
  neutral: { icon: 'info', word: desk.tones.neutral },
  good: { icon: 'check', word: desk.tones.good },
  attention: { icon: 'triangle', word: desk.tones.attention },
  serious: { icon: 'octagon', word: desk.tones.serious },
}

/** The mark of a tone: an icon for the eye, a word for the ear. */
export function ToneMark({ tone }: { tone: Tone }) {
  const { icon, word } = toneMarks[tone]
  return (
    <span class="mark">
      <Icon name={icon} />
      <span class="heard">{fill(desk.tones.heard, { tone: word })}</span>
    </span>
  )
}
