/** A part of a form as a modal of Discord's. */
import type { Form } from '../../core/card.ts'
import { clean, oneLine } from '../text.ts'
import { fieldText } from '../command.ts'
import { toLabel, type Label } from './inputs.ts'
import { COMPONENT, MOST } from './most.ts'
import { toPages, valuesOf } from './pages.ts'
import { label, plain } from './text.ts'

/** Words above the inputs. */
interface TextDisplay {
  type: typeof COMPONENT.textDisplay
  content: string
}

/** A modal. */
export interface Modal {
  custom_id: string
  title: string
  components: (Label | TextDisplay)[]
}

/** Draws a part. In: its number from 0, and the id that carries all else. Out: within Discord's limits for any form. */
export function toModal(form: Form, part: number, customId: string): Modal {
  const page = toPages(form)[part] ?? []
  const intro = clean(form.intro ?? '')
  const words = { type: COMPONENT.textDisplay, content: plain(intro, MOST.textDisplay) }
  const labels = page.map((asked) => toLabel(asked, zoneOf(form)))
  const components = fitsIntro(form, part) && intro !== '' ? [words, ...labels] : labels
  return {
    custom_id: customId,
    title: label(form.title, MOST.modalTitle),
    // Discord refuses a modal without anything in it; the title then says what the button does.
    components:
      components.length === 0
        ? [{ ...words, content: plain(form.title, MOST.textDisplay) }]
        : components,
  }
}

/** Whether the words of a form have a place above the inputs of a part. */
export function fitsIntro(form: Form, part: number): boolean {
  if (oneLine(form.intro ?? '') === '') return true
  return part === 0 && (toPages(form)[0] ?? []).length < MOST.modalParts
}

/** The zone that the times of a form are meant in. */
export function zoneOf(form: Form): string {
  const field = form.fields.find(({ kind }) => kind === 'zone')
  return field === undefined ? '' : fieldText(valuesOf(form), field.name)
}
