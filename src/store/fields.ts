/**
 * What every stored field is for, who told it, how it is kept, what removes it and who sees it.
 *
 * The compiler asks for an entry per column and signal, tests hold the entries to the migrated tables and to what
 * letting go and erasing do, and docs/stored-data.md is made from them.
 */
import { caseFields } from './fields/case-fields.ts'
import { controlFields } from './fields/control-fields.ts'
import type { FieldsOf } from './fields/field.ts'
import { readingFields } from './fields/reading-fields.ts'
import { recordFields } from './fields/record-fields.ts'
import type { Database } from './schema.ts'

/** Every column of every table. */
export const storedFields: { readonly [T in keyof Database]: FieldsOf<Database[T]> } = {
  ...caseFields,
  ...readingFields,
  ...controlFields,
  ...recordFields,
}
