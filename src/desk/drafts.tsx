import { isTouched, type OpenForm } from './console-model.ts'
import type { ConsoleActions } from './use-console.ts'

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
    <ul class="drafts" aria-label="Unfinished forms">
      {drafts.map(({ id, form }) => (
        <li key={id}>
          <span>
            Not sent yet: <b dir="auto">{form.title}</b>
          </span>
          <button type="button" class="text-button" onClick={() => actions.show(id)}>
            Continue<span class="heard"> {form.title}</span>
          </button>
          <button type="button" class="text-button" onClick={() => actions.discard(id)}>
            Discard<span class="heard"> {form.title}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
