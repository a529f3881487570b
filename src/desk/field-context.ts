/** What the parts of a form share. */
import type { Option } from '../core/card.ts'
import type { OpenForm } from './console-model.ts'

/** What the fields of a form can ask for and say. */
export interface FieldContext {
  /** Prefix of ids, unique on the page. */
  id: string
  answers: OpenForm['answers']
  faults: OpenForm['faults']
  /** IANA zone of the person; null while drawn on the server. */
  ownZone: string | null
  onEdit(name: string, value: string | boolean): void
  /** Places for what was typed; null when they cannot be had now. */
  findPlaces(query: string, signal: AbortSignal): Promise<readonly Option[] | null>
}

/** Attributes that tie an input to its label, hint and fault. */
export interface Ties {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean
  'aria-required': boolean
}
