import { desk } from '../texts/managers-desk.ts'
import { isTouched, type OpenForm } from './console-model.ts'
import { Filled } from './filled.tsx'
import type { ConsoleActions } from './use-console.ts'

const texts = desk.drafts

/** What the bar of unfinished forms needs. */
export interface DraftsProps {
  forms: readonly OpenForm[]
  shown: string | null
  actions: Pick<ConsoleActions, 'show' | 'discard'>
}

/** Forms that were put aside with something typed in them. */
export function Drafts({ forms, shown, actions }: DraftsProps) {
  const drafts = forms.filter((form) => form.id !== shown && isTouched(form))
  if (drafts.length === 0) return null
  return (
    <ul class="drafts" aria-label={texts.label}>
      {drafts.map(({ id, form }) => (
        <li key={id}>
          <span>
            <Filled text={texts.unsent} parts={{ form: <b dir="auto">{form.title}</b> }} />
          </span>
          <button type="button" class="text-button" onClick={() => actions.show(id)}>
            {texts.continue}
            <span class="heard"> {form.title}</span>
          </button>
          <button type="button" class="text-button" onClick={() => actions.discard(id)}>
            {texts.discard}
            <span class="heard"> {form.title}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
