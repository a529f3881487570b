/** The switch that asks for the tapping exercise, the same in every form. */
import type { Field } from './card.ts'

/** The field `controlCheck`. In: whether it is on; null where the operator has the exercise off. */
export function controlField(value: boolean | null): Field[] {
  if (value === null) return []
  return [
    {
      kind: 'switch',
      name: 'controlCheck',
      label: 'Ask for the tapping exercise',
      hint: 'Are they at this computer? 90 seconds, may be skipped. Ask all of an opening, or none.',
      value,
    },
  ]
}
