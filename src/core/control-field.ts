/** The switch that asks for the tapping exercise, the same in every form. */
import { managers } from '../texts/managers.ts'
import type { Field } from './card.ts'

/** The field `controlCheck`. In: whether it is on; null where the operator has the exercise off. */
export function controlField(value: boolean | null): Field[] {
  if (value === null) return []
  return [
    {
      kind: 'switch',
      name: 'controlCheck',
      label: managers.commands.fields.controlCheck,
      hint: managers.commands.fields.controlCheckHint,
      value,
    },
  ]
}
