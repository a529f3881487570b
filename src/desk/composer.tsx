import { useEffect, useRef, useState } from 'preact/hooks'
import { fill } from '../texts/fill.ts'
import { desk } from '../texts/managers-desk.ts'
import { toTyped, menuFor, hintFor } from './command-menu.ts'
import { Icon } from './icon.tsx'
import type { CommandView } from './views.ts'

const texts = desk.composer

/** What the composer needs. */
export interface ComposerProps {
  channel: string
  commands: readonly CommandView[]
  text: string
  busy: boolean
  trouble: string | null
  /** Changes when the composer should take the focus. */
  focusAt: number
  onText(text: string): void
  /** Sends; true when it got through. */
  onSend(text: string): Promise<boolean>
}

/** Where a command is typed: with a menu of commands, a hint of how each is typed, and what was typed before. */
export function Composer(props: ComposerProps) {
  const { channel, commands, text, busy, trouble, focusAt, onText, onSend } = props
  const field = useRef<HTMLInputElement>(null)
  const [active, setActive] = useState(-1)
  const [dismissed, setDismissed] = useState(false)
  const [focused, setFocused] = useState(false)
  const [history, setHistory] = useState<readonly string[]>([])
  /** Place in the history, counted from its end; 0 is the line being written. */
  const [back, setBack] = useState(0)
  const options = menuFor(commands, text)
  const isOpen = focused && !dismissed && back === 0 && options.length > 0

  useEffect(() => {
    if (focusAt > 0) field.current?.focus()
  }, [focusAt])

  const change = (next: string) => {
    onText(next)
    setActive(-1)
    setDismissed(false)
    setBack(0)
  }
  const complete = (command: CommandView) => {
    change(`${toTyped(command)} `)
    field.current?.focus()
  }
  const send = async () => {
    if (busy || text.trim() === '') return
    setDismissed(true)
    setHistory((lines) => (lines.at(-1) === text ? lines : [...lines, text]))
    setBack(0)
    if (await onSend(text)) onText('')
  }
  const recall = (step: 1 | -1) => {
    const next = Math.max(0, Math.min(history.length, back + step))
    setBack(next)
    onText(next === 0 ? '' : (history.at(-next) ?? ''))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && isOpen) {
      event.preventDefault()
      const { length } = options
      setActive((at) => (at < 0 && step < 0 ? length - 1 : (at + step + length) % length))
    } else if (step === -1 && (text === '' || back > 0)) {
      event.preventDefault()
      recall(1)
    } else if (step === 1 && back > 0) {
      event.preventDefault()
      recall(-1)
    } else if ((event.key === 'Enter' || event.key === 'Tab') && isOpen && options[active]) {
      event.preventDefault()
      complete(options[active])
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      setDismissed(true)
    }
  }
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {trouble !== null && (
        <p class="trouble" role="alert">
          <Icon name="triangle" /> {trouble}
        </p>
      )}
      <ul id="commands" class="menu" role="listbox" aria-label={texts.menu} hidden={!isOpen}>
        {isOpen &&
          options.map((command, index) => (
            <li
              id={`command-${index}`}
              role="option"
              aria-selected={index === active}
              // Before the field loses its focus, which would close the menu.
              onMouseDown={(event) => {
                event.preventDefault()
                complete(command)
              }}
            >
              <b>{toTyped(command)}</b> <span>{command.summary}</span>
            </li>
          ))}
      </ul>
      <div class="composer-row">
        <button
          type="button"
          class="icon-button"
          aria-label={texts.show}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            change('/verify')
            field.current?.focus()
          }}
        >
          <Icon name="slash" />
        </button>
        <input
          ref={field}
          role="combobox"
          aria-label={fill(texts.label, { channel })}
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls="commands"
          aria-activedescendant={isOpen && active >= 0 ? `command-${active}` : undefined}
          aria-describedby="composer-hint"
          autoComplete="off"
          autoCapitalize="off"
          spellcheck={false}
          dir="auto"
          placeholder={texts.placeholder}
          value={text}
          onInput={(event) => change(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
        />
        <button
          type="submit"
          class="icon-button send"
          aria-label={texts.send}
          aria-disabled={busy || text.trim() === ''}
          aria-busy={busy}
        >
          <Icon name="arrow" />
        </button>
      </div>
      <p class="composer-hint" id="composer-hint">
        {hintFor(commands, text)}
      </p>
    </form>
  )
}
