/** A form in parts: a modal of Discord's has room for five inputs. */
import type { Field, Form } from '../../core/card.ts'
import type { Answers } from '../command.ts'
import { MOST } from './most.ts'

type FieldOf<K extends Field['kind']> = Extract<Field, { kind: K }>

/** What one input asks: a field; a time with its length; or several yes-or-no questions. */
export type Asked =
  | { kind: 'field'; field: Exclude<Field, { kind: 'datetime' | 'switch' }> }
  | { kind: 'when'; field: FieldOf<'datetime'>; length: FieldOf<'choice'> | null }
  | { kind: 'switches'; fields: FieldOf<'switch'>[] }

/** Lists of people, channels or groups that are longer are changed elsewhere: they do not fit into a message. */
export const LIST_MOST = 20

/** What a form asks, in its order. Switches that follow each other are one input; a length is typed with its time. */
export function askedBy(form: Form): Asked[] {
  const lengths = new Set(form.fields.flatMap((field) => lengthNames(field)))
  const asked: Asked[] = []
  for (const field of form.fields) {
    const last = asked.at(-1)
    if (field.kind === 'switch') {
      if (last?.kind === 'switches' && last.fields.length < MOST.boxes) last.fields.push(field)
      else asked.push({ kind: 'switches', fields: [field] })
    } else if (field.kind === 'datetime') {
      const length = form.fields.find(({ name }) => name === field.lengthField)
      asked.push({ kind: 'when', field, length: length?.kind === 'choice' ? length : null })
    } else if (
      !lengths.has(field.name) &&
      !(field.kind === 'choice' && field.options.length === 0)
    ) {
      asked.push({ kind: 'field', field })
    }
  }
  return asked
}

function lengthNames(field: Field): string[] {
  return field.kind === 'datetime' && field.lengthField !== undefined ? [field.lengthField] : []
}

/** Its parts, each of at most five inputs. Out: at least one, which may be empty. */
export function toPages(form: Form): Asked[][] {
  const asked = askedBy(form)
  const pages: Asked[][] = []
  for (let at = 0; at < asked.length; at += MOST.modalParts) {
    pages.push(asked.slice(at, at + MOST.modalParts))
  }
  return pages.length === 0 ? [[]] : pages
}

/** The labels of a part, for the button that opens it. */
export function labelsOf(page: readonly Asked[]): string[] {
  return page.flatMap((asked) =>
    asked.kind === 'switches' ? asked.fields.map(({ label }) => label) : [asked.field.label],
  )
}

/** The answers that a form holds already. */
export function valuesOf(form: Form): Answers {
  return Object.fromEntries(
    form.fields.map((field) => [
      field.name,
      field.kind === 'switch' ? field.value === true : (field.value ?? ''),
    ]),
  )
}

/** The form with answers in its fields. */
export function fillIn(form: Form, answers: Answers): Form {
  return { ...form, fields: form.fields.map((field) => filled(field, answers[field.name])) }
}

function filled(field: Field, answer: string | boolean | undefined): Field {
  if (answer === undefined) return field
  if (field.kind === 'switch') return { ...field, value: answer === true }
  return { ...field, value: typeof answer === 'string' ? answer : '' }
}

/** Ids in a list. */
export function idsOf(value: string | undefined): string[] {
  const ids = (value ?? '').split(/[\s,]+/).filter((id) => /^\d{1,20}$/.test(id))
  return [...new Set(ids)]
}
