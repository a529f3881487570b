import type { ComponentChildren } from 'preact'
import type { Field } from '../core/card.ts'
import { desk } from '../texts/managers-desk.ts'
import { DatetimeEcho } from './datetime-echo.tsx'
import type { FieldContext, Ties } from './field-context.ts'
import { Icon } from './icon.tsx'
import { PlaceInput } from './place-input.tsx'
import { ZoneInput } from './zone-input.tsx'

/** Lists with more options than this fold into a menu. */
const MOST_RADIOS = 4

/** Which of the browser's inputs fits which kind. */
const inputTypes = {
  text: 'text',
  email: 'email',
  phone: 'tel',
  url: 'url',
  suggest: 'text',
  people: 'text',
  channels: 'text',
  groups: 'text',
} as const

/** One field: label, input, hint, fault. */
export function FieldView({ field, context }: { field: Field; context: FieldContext }) {
  const id = `${context.id}-${field.name}`
  const fault = context.faults[field.name]
  const describedBy = [
    ...(field.hint === undefined ? [] : [`${id}-hint`]),
    ...(fault === undefined ? [] : [`${id}-fault`]),
    ...(field.kind === 'datetime' ? [`${id}-echo`] : []),
  ].join(' ')
  const ties: Ties = {
    id,
    name: field.name,
    'aria-describedby': describedBy === '' ? undefined : describedBy,
    'aria-invalid': fault !== undefined,
    'aria-required': field.required === true,
  }
  const words = (
    <>
      <span dir="auto">{field.label}</span>
      {!field.required && field.kind !== 'switch' && (
        <span class="optional">{desk.form.optional}</span>
      )}
    </>
  )
  const notes = (
    <>
      {field.hint !== undefined && (
        <p class="hint" id={`${id}-hint`} dir="auto">
          {field.hint}
        </p>
      )}
      {fault !== undefined && (
        <p class="fault" id={`${id}-fault`}>
          <Icon name="triangle" /> <span dir="auto">{fault}</span>
        </p>
      )}
    </>
  )
  return (
    <FieldFrame field={field} id={id} words={words} notes={notes}>
      <Input field={field} ties={ties} context={context} />
      {field.kind === 'datetime' && (
        <DatetimeEcho
          id={`${id}-echo`}
          wall={text(context, field.name)}
          zone={text(context, field.zoneField)}
          ownZone={context.ownZone}
        />
      )}
    </FieldFrame>
  )
}

interface FrameProps {
  field: Field
  id: string
  words: ComponentChildren
  notes: ComponentChildren
  children: ComponentChildren
}

/** Where label and notes stand: before the input, beside a switch, around a group of radios. */
function FieldFrame({ field, id, words, notes, children }: FrameProps) {
  if (field.kind === 'switch') {
    return (
      <div class="field field-switch">
        <label for={id}>
          {children}
          <span>{words}</span>
        </label>
        {notes}
      </div>
    )
  }
  if (isRadios(field)) {
    return (
      <div class="field">
        <span class="label" id={`${id}-label`}>
          {words}
        </span>
        {children}
        {notes}
      </div>
    )
  }
  return (
    <div class="field">
      <label class="label" for={id}>
        {words}
      </label>
      {children}
      {notes}
    </div>
  )
}

function isRadios(field: Field): boolean {
  return field.kind === 'choice' && field.required === true && field.options.length <= MOST_RADIOS
}

function text({ answers }: FieldContext, name: string): string {
  const answer = answers[name]
  return typeof answer === 'string' ? answer : ''
}

function Input({ field, ties, context }: { field: Field; ties: Ties; context: FieldContext }) {
  const value = text(context, field.name)
  const edit = (next: string | boolean) => context.onEdit(field.name, next)
  switch (field.kind) {
    case 'text':
    case 'email':
    case 'phone':
    case 'url':
    case 'suggest':
    case 'people':
    case 'channels':
    case 'groups':
      return (
        <input
          {...ties}
          // The types of JSX know every single type of input, but no union of them.
          type={inputTypes[field.kind] as 'text'}
          // The details are another person's: the browser's own would be wrong.
          autoComplete="off"
          spellcheck={false}
          dir="auto"
          value={value}
          onInput={(event) => edit(event.currentTarget.value)}
        />
      )
    case 'long-text':
      return (
        <textarea
          {...ties}
          rows={4}
          dir="auto"
          value={value}
          onInput={(event) => edit(event.currentTarget.value)}
        />
      )
    case 'datetime':
      return (
        <input
          {...ties}
          type="datetime-local"
          value={value}
          onInput={(event) => edit(event.currentTarget.value)}
        />
      )
    case 'place':
      return <PlaceInput ties={ties} value={value} onEdit={edit} findPlaces={context.findPlaces} />
    case 'zone':
      return <ZoneInput ties={ties} value={value} onEdit={edit} />
    case 'choice':
      return <Choice field={field} ties={ties} value={value} onEdit={edit} />
    case 'switch':
      return (
        <input
          {...ties}
          // ARIA knows no required switch.
          aria-required={undefined}
          type="checkbox"
          role="switch"
          checked={context.answers[field.name] === true}
          onChange={(event) => edit(event.currentTarget.checked)}
        />
      )
  }
}

interface ChoiceProps {
  field: Extract<Field, { kind: 'choice' }>
  ties: Ties
  value: string
  onEdit: (value: string) => void
}

function Choice({ field, ties, value, onEdit }: ChoiceProps) {
  const { id, name, ...aria } = ties
  if (isRadios(field)) {
    return (
      <div class="radios" id={id} role="radiogroup" aria-labelledby={`${id}-label`} {...aria}>
        {field.options.map((option) => (
          <label>
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={value === option.value}
              onChange={() => onEdit(option.value)}
            />
            <span dir="auto">{option.label}</span>
          </label>
        ))}
      </div>
    )
  }
  return (
    <select {...ties} value={value} onChange={(event) => onEdit(event.currentTarget.value)}>
      {(!field.required || value === '') && (
        <option value="" selected={value === ''}>
          {field.required ? desk.form.choose : desk.form.none}
        </option>
      )}
      {field.options.map((option) => (
        <option value={option.value} selected={value === option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
