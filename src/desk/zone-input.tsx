import { useState } from 'preact/hooks'
import { desk } from '../texts/managers-desk.ts'
import type { Ties } from './field-context.ts'
import { knownZones, toZone } from './wall-clock.ts'

/** What a zone field needs. */
export interface ZoneInputProps {
  ties: Ties
  value: string
  onEdit: (value: string) => void
}

/** A time zone by its IANA name; a city is enough to type. */
export function ZoneInput({ ties, value, onEdit }: ZoneInputProps) {
  const [zones] = useState(knownZones)
  return (
    <>
      <input
        {...ties}
        list={`${ties.id}-zones`}
        autoComplete="off"
        spellcheck={false}
        placeholder={desk.zones.placeholder}
        value={value}
        onInput={(event) => onEdit(event.currentTarget.value)}
        onBlur={(event) => onEdit(toZone(event.currentTarget.value, zones))}
      />
      <datalist id={`${ties.id}-zones`}>
        {zones.map((zone) => (
          <option value={zone} />
        ))}
      </datalist>
    </>
  )
}
