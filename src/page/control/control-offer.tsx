/** The tapping exercise on the session page: offered with every way around it, or what became of it. */
import { AnotherWay, PostForm } from '../form.tsx'
import type { ControlView } from '../views.ts'
import { ExerciseDialog } from './exercise-dialog.tsx'

const VARIANTS = [
  { value: 'usual', label: 'As usual', hint: 'A ball bounces.' },
  {
    value: 'calm',
    label: 'Calm',
    hint: 'Nothing bounces: a hand goes round, like that of a clock.',
  },
  { value: 'slow', label: 'Slower and larger', hint: 'A large ball bounces slowly.' },
] as const

const IN_USE = [
  {
    name: 'remoteDesktop',
    label: 'A remote desktop or cloud computer',
    hint: 'For example Citrix, Windows 365, or another computer that you work on from here.',
  },
  {
    name: 'assistive',
    label: 'Assistive technology',
    hint: 'You need not say which, and the hiring channel is not told.',
  },
] as const

/** What became of it, for the candidate; nothing while it is only offered. */
const STATES: Readonly<Record<ControlView['progress'], string>> = {
  offered: '',
  done: 'Done, thank you. Only averages were kept.',
  'left-out': 'It is left out, which does not count against you. You can still do it.',
  void: 'It could not be used, which does not count against you. You can do it again, or skip it.',
}

/** The section. */
export function ControlOffer(view: ControlView & { nonce: string; requested: boolean }) {
  const { progress, nonce, requested } = view
  return (
    <section aria-labelledby="control" data-control>
      <h2 id="control" tabIndex={-1}>
        A short tapping exercise
      </h2>
      <p class="done" role="status" data-control-say>
        {STATES[progress]}
      </p>
      {progress !== 'done' && (
        <div data-control-offer>
          <p>
            You tap along with a bouncing ball, then press when a disc appears. It takes about a
            minute and a half, and shows whether this computer is beside you or driven from far
            away.
          </p>
          <p>
            Only averages are kept: how late, how steady and how fast you tapped. You can skip it;
            that does not count against you, and you can join all the same.
          </p>
          <Choices {...view} />
          {!requested && <AnotherWay action="/s/another-way" nonce={nonce} />}
        </div>
      )}
      <ExerciseDialog />
    </section>
  )
}

function Choices(view: ControlView & { nonce: string }) {
  return (
    <PostForm action="/s/control/skip" nonce={view.nonce} class="option">
      <fieldset>
        <legend>How would you like it?</legend>
        {VARIANTS.map(({ value, label, hint }) => (
          <div class="choice">
            <input
              type="radio"
              id={`variant-${value}`}
              name="variant"
              value={value}
              checked={value === 'usual'}
              aria-describedby={`variant-${value}-hint`}
            />
            <label for={`variant-${value}`}>{label}</label>
            <small id={`variant-${value}-hint`}>{hint}</small>
          </div>
        ))}
      </fieldset>
      <fieldset>
        <legend>Do you use one of these right now?</legend>
        <p>The exercise is then not scored, so you may just as well skip it.</p>
        {IN_USE.map(({ name, label, hint }) => (
          <div class="choice">
            <input
              type="checkbox"
              id={`in-use-${name}`}
              name={name}
              value="yes"
              checked={view[name]}
              aria-describedby={`in-use-${name}-hint`}
            />
            <label for={`in-use-${name}`}>{label}</label>
            <small id={`in-use-${name}-hint`}>{hint}</small>
          </div>
        ))}
      </fieldset>
      <noscript>
        <p class="hint">
          Your browser does not run our script, so the exercise cannot run here. That counts for
          nothing, neither for you nor against you.
        </p>
      </noscript>
      <div class="row">
        <button class="primary" type="button" data-control-start hidden>
          Start the check
        </button>
        <button>Skip</button>
      </div>
    </PostForm>
  )
}
