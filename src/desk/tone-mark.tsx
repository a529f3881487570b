import type { Tone } from '../core/card.ts'
import { Icon, type IconName } from './icon.tsx'

/** Icon and word of every tone; the word is heard before the title of a card. */
export const toneMarks: Readonly<Record<Tone, { icon: IconName; word: string }>> = {
  neutral: { icon: 'info', word: 'For information' },
  good: { icon: 'check', word: 'Nothing needed' },
  attention: { icon: 'triangle', word: 'Needs attention' },
  serious: { icon: 'octagon', word: 'Serious' },
}

/** The mark of a tone: an icon for the eye, a word for the ear. */
export function ToneMark({ tone }: { tone: Tone }) {
  const { icon, word } = toneMarks[tone]
  return (
    <span class="mark">
      <Icon name={icon} />
      <span class="heard">{word}: </span>
    </span>
  )
}
