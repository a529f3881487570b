/** Shows on the session page what the server and the connection say. It changes what the server drew, and adds nothing. */
import type { Texts } from '../texts/en.ts'
import type { ProgressView, StateMessage, StepState } from './views.ts'

/** What the connection is, for the candidate. */
export type Companion = 'connecting' | 'connected' | 'reconnecting' | 'limited'

/** The parts of the session page that change. */
export interface SessionScreen {
  companion(state: Companion): void
  state(message: StateMessage): void
  /** Says that readings take long, unless all are done. */
  slow(): void
}

/** Finds the parts in the page; one that is missing is left alone. */
export function findSessionScreen(main: HTMLElement): SessionScreen {
  const find = (selector: string) => main.querySelector<HTMLElement>(selector)
  // The server wrote them in the language of the page.
  const texts = JSON.parse(main.dataset['texts'] ?? '{}') as Texts['live']

  function progress(measured: ProgressView): void {
    for (const [step, state] of Object.entries<StepState>({ ...measured })) {
      const item = find(`[data-step="${CSS.escape(step)}"]`)
      if (item === null || item.dataset['state'] === state) continue
      item.dataset['state'] = state
      const word = item.querySelector('span')
      if (word !== null) word.textContent = texts[state]
    }
    if (find('[data-step][data-state="waiting"]') === null) say('[data-summary]', texts.allRead)
  }

  /** Sets a text only when it differs, because each setting is read out. */
  function say(selector: string, text: string): void {
    const element = find(selector)
    if (element !== null && element.textContent !== text) element.textContent = text
  }

  function show(selector: string, shown: boolean): void {
    const element = find(selector)
    if (element !== null) element.hidden = !shown
  }

  return {
    companion(state) {
      say('[data-companion]', texts[state])
      const status = find('[data-companion]')
      if (status !== null) status.dataset['state'] = state
      show('[data-companion]', true)
    },
    state({ measured, asked, over, moved }) {
      progress(measured)
      if (asked !== null) say('[data-device]', asked)
      show('[data-asked]', asked !== null)
      show('[data-code]', asked === null)
      show('[data-moved]', moved)
      show('[data-over]', over && !moved)
      show('[data-live]', !over && !moved)
    },
    slow() {
      if (find('[data-step][data-state="waiting"]') !== null) say('[data-summary]', texts.slow)
    },
  }
}
