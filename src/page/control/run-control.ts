/** The exercise's section at work: starts it, sends what came of it, and says what became of that. */
import type { Variant } from '../../core/rhythm/plan.ts'
import type { ControlAnswer } from '../views.ts'
import { finishCheck, Refusal, startCheck } from './control-calls.ts'
import { runExercise } from './exercise.ts'
import { ExerciseEnded } from './kit.ts'
import { findStage, textsOf, type Stage } from './stage.ts'

/** Brings the section to life. */
export function runControl(section: HTMLElement): void {
  const stage = findStage(section)
  const starts = section.querySelectorAll<HTMLButtonElement>('[data-control-start]')
  if (starts.length === 0) return
  if (stage === undefined) return say(section, [textsOf(section).cannot])
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
    const calm = section.querySelector<HTMLInputElement>('[name="variant"][value="calm"]')
    if (calm !== null) calm.checked = true
  }
  const show = (name: string, shown: boolean) => {
    const part = section.querySelector<HTMLElement>(`[data-control-${name}]`)
    if (part !== null) part.hidden = !shown
  }
  for (const start of starts) {
    start.hidden = false
    start.addEventListener('click', () => {
      start.disabled = true
      void tryOnce(section, stage).then((answer) => {
        start.disabled = false
        if (answer?.done || answer?.more) {
          show('offer', false)
          show('more', answer.more)
        }
        section.querySelector<HTMLElement>('h2')?.focus()
      })
    })
  }
}

/** One exercise from start to answer. Out: undefined where there was none. */
async function tryOnce(section: HTMLElement, stage: Stage): Promise<ControlAnswer | undefined> {
  const { texts } = stage
  say(section, [])
  const ending = new AbortController()
  const forget = endWith(section, stage, ending)
  try {
    const { id, plan } = await startCheck(wishOf(section))
    const log = await runExercise(stage, plan, performance.now(), ending.signal)
    say(section, [texts.sending])
    const answer = await finishCheck(id, log)
    say(section, answer.say)
    return answer
  } catch (error) {
    const refusal = error instanceof Refusal ? error.message || texts.unreachable : texts.failed
    say(section, [error instanceof ExerciseEnded ? texts.stopped : refusal])
    return undefined
  } finally {
    forget()
  }
}

/** Ends an exercise when the person stops it, the page goes out of sight, or the interview is over. */
function endWith(section: HTMLElement, { dialog }: Stage, ending: AbortController): () => void {
  const forgetting = new AbortController()
  const { signal } = forgetting
  const stop = () => ending.abort(new ExerciseEnded('stopped'))
  const hide = () => document.hidden && ending.abort(new ExerciseEnded('hidden'))
  dialog.querySelector('[data-exercise-stop]')?.addEventListener('click', stop, { signal })
  dialog.addEventListener('cancel', stop, { signal })
  document.addEventListener('visibilitychange', hide, { signal })
  addEventListener('pagehide', stop, { signal })
  // A dialog in a part of the page that goes away would stay in the way of everything else.
  const live = section.closest('[data-live]')
  const watching = new MutationObserver(stop)
  if (live !== null) watching.observe(live, { attributes: true, attributeFilter: ['hidden'] })
  return () => {
    forgetting.abort()
    watching.disconnect()
  }
}

function wishOf(section: HTMLElement) {
  const isOn = (name: string) =>
    section.querySelector<HTMLInputElement>(`[name="${name}"]`)?.checked === true
  const chosen = section.querySelector<HTMLInputElement>('[name="variant"]:checked')
  return {
    // The page offers no other.
    variant: (chosen?.value ?? 'usual') as Variant,
    remoteDesktop: isOn('remoteDesktop'),
    assistive: isOn('assistive'),
  }
}

function say(section: HTMLElement, sentences: readonly string[]): void {
  const place = section.querySelector<HTMLElement>('[data-control-say]')
  if (place === null) return
  place.textContent = sentences.join(' ')
}
