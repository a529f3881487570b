/** Presses of a person: a key, a mouse button, a finger or a switch, anywhere in the exercise. */

/** What somebody presses with. */
export type PressInput = 'key' | 'mouse' | 'touch'

/** A press, by the time of its event: when the device told of it, not when the script got to it. */
export interface Press {
  at: number
  input: PressInput
}

/** Hears every press in the exercise but those of its buttons. Out: stops listening. */
export function hearPresses(area: HTMLElement, heard: (press: Press) => void): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (!isPressKey(event) || isButton(event.target)) return
    // Space and Enter would scroll or press what has the focus.
    event.preventDefault()
    if (event.isTrusted && !event.repeat) heard({ at: event.timeStamp, input: 'key' })
  }
  const onPointer = (event: PointerEvent) => {
    if (!event.isTrusted || !event.isPrimary || isButton(event.target)) return
    heard({ at: event.timeStamp, input: event.pointerType === 'mouse' ? 'mouse' : 'touch' })
  }
  // Without this a finger also makes a click, which may arrive when the exercise is over and something else is there.
  const onTouch = (event: TouchEvent) => {
    if (!isButton(event.target)) event.preventDefault()
  }
  area.addEventListener('touchstart', onTouch, { passive: false })
  area.addEventListener('keydown', onKey)
  area.addEventListener('pointerdown', onPointer)
  return () => {
    area.removeEventListener('touchstart', onTouch)
    area.removeEventListener('keydown', onKey)
    area.removeEventListener('pointerdown', onPointer)
  }
}

/** Keys that write something, and Enter: no key that moves the focus, leaves, or belongs to the browser. */
function isPressKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return false
  // A key that browsers cannot name, as some switches and software keyboards send, is a press all the same.
  return key.length === 1 || key === 'Enter' || key === 'Unidentified'
}

function isButton(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button') !== null
}

/** What most presses were made with. */
export function mostUsed(presses: readonly Press[]): PressInput {
  const count = (wanted: PressInput) => presses.filter(({ input }) => input === wanted).length
  const inputs: PressInput[] = ['key', 'mouse', 'touch']
  return inputs.sort((a, b) => count(b) - count(a))[0] ?? 'key'
}
