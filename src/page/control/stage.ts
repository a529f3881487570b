/** Draws the exercise: words between its parts, and in each part nothing but what is to be followed. */
import type { Variant } from '../../core/rhythm/plan.ts'
import type { Texts } from '../../texts/en.ts'

/** Higher is tiring to follow, CSS pixels. */
const HIGHEST_PX = 360

/** The place of the exercise. */
export interface Stage {
  dialog: HTMLDialogElement
  /** What it says, in the language of the page. */
  texts: Texts['exercise']
  open(variant: Variant): void
  close(): void
  /** Words before a part, which a press begins; nothing else is to be seen. */
  words(title: string, text: string): void
  /** The end, for a moment: a finger that is still down must press nothing below. */
  thanks(): void
  /** The figure that is tapped along with, as far as it is from one beat to the next: 0 on the beat. Not shown where it vanished. */
  beat(phase: number, shown?: boolean): void
  /** Shows or hides the disc that is reacted to. */
  target(shown: boolean): void
  /** Takes everything away that is not words. */
  clear(): void
}

/** What the server wrote for the script, in the language of the page. */
export function textsOf(section: HTMLElement): Texts['exercise'] {
  return JSON.parse(section.dataset['texts'] ?? '{}') as Texts['exercise']
}

/** Finds the parts in the page. Out: undefined where one is missing, or the browser has no dialogs. */
export function findStage(section: HTMLElement): Stage | undefined {
  const find = <E extends Element>(name: string) => section.querySelector<E>(`[data-${name}]`)
  const dialog = find<HTMLDialogElement>('exercise')
  const place = find<HTMLElement>('exercise-stage')
  const title = find<HTMLElement>('exercise-title')
  const text = find<HTMLElement>('exercise-text')
  const go = find<HTMLElement>('exercise-go')
  const ball = find<HTMLElement>('ball')
  const ground = find<HTMLElement>('ground')
  const dial = find<SVGElement>('dial')
  const hand = find<SVGElement>('hand')
  const target = find<HTMLElement>('target')
  if (
    !dialog ||
    !place ||
    !title ||
    !text ||
    !go ||
    !ball ||
    !ground ||
    !dial ||
    !hand ||
    !target
  ) {
    return undefined
  }
  if (typeof dialog.showModal !== 'function') return undefined
  const texts = textsOf(section)
  let isCalm = false
  /** How high the ball goes, px. */
  let height = 0

  const clear = () => {
    ball.hidden = ground.hidden = target.hidden = true
    dial.removeAttribute('data-on')
    ball.style.visibility = hand.style.visibility = ''
  }

  return {
    dialog,
    texts,
    open(variant) {
      isCalm = variant === 'calm'
      dialog.dataset['variant'] = variant
      clear()
      dialog.showModal()
      // Not on Stop, which the space bar would press.
      place.focus()
    },
    close: () => dialog.close(),
    words(heading, words) {
      clear()
      title.textContent = heading
      text.textContent = words
      go.hidden = false
    },
    thanks() {
      clear()
      title.textContent = texts.thanks
      text.textContent = ''
      go.hidden = true
    },
    beat(phase, shown = true) {
      if (ball.hidden && !dial.hasAttribute('data-on')) {
        go.hidden = true
        if (isCalm) dial.setAttribute('data-on', '')
        else ball.hidden = ground.hidden = false
        height = Math.min(HIGHEST_PX, place.clientHeight - ball.offsetHeight - 8)
      }
      // Out of sight, not out of the page: what vanishes must move nothing else.
      ball.style.visibility = hand.style.visibility = shown ? '' : 'hidden'
      if (isCalm) hand.style.transform = `rotate(${String(phase)}turn)`
      else {
        // A thrown ball: on the ground at 0 and 1, highest half-way.
        ball.style.transform = `translateY(${String(-4 * height * phase * (1 - phase))}px)`
      }
    },
    target(shown) {
      go.hidden = true
      target.hidden = !shown
    },
    clear,
  }
}
