/** The fields that state an interview window, the same in every form. */
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import type { Field, Form } from './card.ts'
import { controlField } from './control-field.ts'

const texts = managers.commands.fields

/** Lengths offered, minutes. */
const LENGTHS_MIN = [15, 30, 45, 60, 90, 120, 180, 240]

/** What is known of the window before the form opens. */
export interface KnownWindow {
  /** "2026-11-23T15:00" */
  wall?: string | undefined
  zone: string
  lengthMin?: number | undefined
  /** Ask which of two, on the night when the clocks go back. */
  twice?: boolean
}

/** The fields `start`, `zone`, `lengthMin` and, where the clock shows the time twice, `occurrence`. */
export function windowFields({ wall, zone, lengthMin = 45, twice = false }: KnownWindow): Field[] {
  const lengths = [...new Set([...LENGTHS_MIN, lengthMin])].sort((a, b) => a - b)
  return [
    {
      kind: 'datetime',
      name: 'start',
      label: texts.start,
      required: true,
      zoneField: 'zone',
      lengthField: 'lengthMin',
      ...(wall === undefined ? {} : { value: wall }),
    },
    ...(twice
      ? [
          {
            kind: 'choice',
            name: 'occurrence',
            label: texts.occurrence,
            hint: texts.occurrenceHint,
            required: true,
            options: [
              { value: 'earlier', label: texts.earlier },
              { value: 'later', label: texts.later },
            ],
          } satisfies Field,
        ]
      : []),
    { kind: 'zone', name: 'zone', label: texts.zone, required: true, value: zone },
    {
      kind: 'choice',
      name: 'lengthMin',
      label: texts.length,
      required: true,
      options: lengths.map((minutes) => ({
        value: String(minutes),
        label:
          minutes < 60 || minutes % 60 !== 0
            ? fill(texts.minutes, { count: minutes })
            : fill(texts.hours, { count: minutes / 60 }),
      })),
      value: String(lengthMin),
    },
  ]
}

/**
 * The form that asks for a further round of a case; answered by the command `recheck`.
 *
 * In: whether its switch for the tapping exercise is on, null for no switch; the field for an account, null for none.
 */
export function roundForm(
  caseId: string,
  known: KnownWindow & { controlCheck?: boolean | null; member?: Field | null },
): Form {
  return {
    command: 'recheck',
    args: { case: caseId },
    title: managers.commands.recheck.title,
    intro: managers.commands.recheck.intro,
    fields: [
      ...windowFields(known),
      ...(known.member ? [known.member] : []),
      ...controlField(known.controlCheck ?? null),
    ],
    submit: texts.makeLink,
  }
}
