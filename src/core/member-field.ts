/** The field that names whose times in a call are noted, the same in every form. */
import { managers } from '../texts/managers.ts'
import type { Field } from './card.ts'

/** In: the account that is chosen so far. */
export function memberField(person: string | undefined): Field {
  const { member, memberHint } = managers.call.form
  const value = person === undefined || person === '' ? {} : { value: person }
  return { kind: 'people', name: 'member', label: member, hint: memberHint, most: 1, ...value }
}
