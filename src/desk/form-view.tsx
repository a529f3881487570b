import type { Field } from '../core/card.ts'
import { desk } from '../texts/managers-desk.ts'
import { managersLocale } from '../texts/managers-language.ts'
import { counted } from '../texts/plural.ts'
import { isTouched, type OpenForm } from './console-model.ts'
import type { FieldContext } from './field-context.ts'
import { FieldView } from './field-view.tsx'
import { Icon } from './icon.tsx'

const texts = desk.form

/** What a form needs. */
export interface FormProps extends Omit<FieldContext, 'id' | 'answers' | 'faults'> {
  open: OpenForm
  onSubmit(): void
  onClose(): void
}

/** Faults that name no field of the form: said at its top, so that none is lost. */
function homelessFaults(fields: readonly Field[], faults: OpenForm['faults']): string[] {
  const names = new Set(fields.map((field) => field.name))
  return Object.entries(faults).flatMap(([name, fault]) => (names.has(name) ? [] : [fault]))
}

/** A form with its fields, faults beside them, and what went wrong on sending. */
export function FormView({ open, onSubmit, onClose, ...rest }: FormProps) {
  const { form, faults, error, busy } = open
  const id = `form-${open.id}`
  const context: FieldContext = { id, answers: open.answers, faults, ...rest }
  const homeless = homelessFaults(form.fields, faults)
  const count = Object.keys(faults).length - homeless.length
  return (
    <form
      class="form"
      noValidate
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <header class="form-head">
        <h2 id={`${id}-title`} dir="auto">
          {form.title}
        </h2>
        <button type="button" class="icon-button" onClick={onClose} aria-label={texts.close}>
          <Icon name="close" />
        </button>
      </header>
      <div class="form-body">
        <div role="alert" class="form-alert">
          {error !== null && (
            <p class="trouble">
              <Icon name="triangle" /> {error}
            </p>
          )}
          {homeless.map((fault) => (
            <p class="trouble" dir="auto">
              <Icon name="triangle" /> {fault}
            </p>
          ))}
          {count > 0 && (
            <p class="trouble">
              <Icon name="triangle" /> {counted(managersLocale, texts.faults, count)}
            </p>
          )}
        </div>
        {form.intro !== undefined && (
          <p class="form-intro" dir="auto">
            {form.intro}
          </p>
        )}
        {form.fields.map((field) => (
          <FieldView key={field.name} field={field} context={context} />
        ))}
      </div>
      <footer class="form-foot">
        <button type="button" class="button button-normal" onClick={onClose}>
          {isTouched(open) ? texts.keep : texts.cancel}
        </button>
        <button type="submit" class="button button-primary" aria-disabled={busy} aria-busy={busy}>
          {form.submit}
        </button>
      </footer>
    </form>
  )
}
