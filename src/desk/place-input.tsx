import { useEffect, useRef, useState } from 'preact/hooks'
import type { Option } from '../core/card.ts'
import { desk } from '../texts/managers-desk.ts'
import { managersLocale } from '../texts/managers-language.ts'
import { counted } from '../texts/plural.ts'
import type { Ties } from './field-context.ts'

const texts = desk.places

/** Pause in typing before places are asked for, ms: shorter floods the server, longer feels slow. */
const PAUSE_MS = 150

/** Fewest characters worth asking for. */
const LEAST_TYPED = 2

/** What a place field needs. */
export interface PlaceInputProps {
  ties: Ties
  value: string
  onEdit: (value: string) => void
  findPlaces: (query: string, signal: AbortSignal) => Promise<readonly Option[] | null>
}

/** What the list under a place field shows. */
type Found = { options: readonly Option[]; note: string }

const NOTHING: Found = { options: [], note: '' }

/** Type-ahead over places: the ARIA combobox pattern with a list. */
export function PlaceInput({ ties, value, onEdit, findPlaces }: PlaceInputProps) {
  const [query, setQuery] = useState<string | null>(null)
  const [found, setFound] = useState<Found>(NOTHING)
  const [active, setActive] = useState(-1)
  const listId = `${ties.id}-list`
  const list = useRef<HTMLUListElement>(null)
  const isOpen = query !== null && found.options.length > 0

  useEffect(() => {
    if (query === null || query.trim().length < LEAST_TYPED) {
      setFound(NOTHING)
      return
    }
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      const options = await findPlaces(query.trim(), abort.signal)
      if (abort.signal.aborted) return
      setActive(-1)
      setFound(options === null ? { options: [], note: texts.unavailable } : says(options))
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [query])

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const choose = (option: Option) => {
    onEdit(option.value)
    setQuery(null)
    setActive(-1)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { length } = found.options
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (query === null) setQuery(value)
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (length > 0)
        setActive((at) => (at < 0 && step < 0 ? length - 1 : (at + step + length) % length))
    } else if (event.key === 'Enter' && isOpen && found.options[active] !== undefined) {
      event.preventDefault()
      choose(found.options[active])
    } else if (event.key === 'Escape' && isOpen) {
      // The first Escape closes the list, the next one the form around it.
      event.preventDefault()
      event.stopPropagation()
      setQuery(null)
    }
  }
  return (
    <div class="combobox">
      <input
        {...ties}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen && active >= 0 ? `${listId}-${active}` : undefined}
        autoComplete="off"
        spellcheck={false}
        dir="auto"
        placeholder={texts.placeholder}
        value={value}
        onInput={(event) => {
          onEdit(event.currentTarget.value)
          setQuery(event.currentTarget.value)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setQuery(null)}
      />
      <ul ref={list} id={listId} role="listbox" aria-label={texts.label} hidden={!isOpen}>
        {isOpen &&
          found.options.map((option, index) => (
            <li
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              dir="auto"
              // Before the input loses its focus, which would close the list.
              onMouseDown={(event) => {
                event.preventDefault()
                choose(option)
              }}
            >
              {option.label}
            </li>
          ))}
      </ul>
      <p class={found.options.length > 0 ? 'heard' : 'hint'} role="status">
        {query === null ? '' : found.note}
      </p>
    </div>
  )
}

function says(options: readonly Option[]): Found {
  if (options.length === 0) return { options, note: texts.none }
  return { options, note: counted(managersLocale, texts.found, options.length) }
}
