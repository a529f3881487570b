import { stateWords } from '../core/words.ts'
import type { State } from '../core/verdict.ts'
import { Icon, type IconName } from './icon.tsx'

/** The drawing beside the word of a state. Its colour repeats what the word says. */
const stateIcons: Readonly<Record<State, IconName>> = {
  consistent: 'check',
  unclear: 'question',
  review: 'triangle',
  contradicted: 'differs',
}

/** A state: icon, word, colour. */
export function StateMark({ state }: { state: State }) {
  const { label, tone } = stateWords[state]
  return (
    <span class={`state tone-${tone}`}>
      <Icon name={stateIcons[state]} />
      {label}
    </span>
  )
}
