/** The tapping exercise on the session page: offered with every way around it, or what became of it. */
import { AnotherWay, PostForm } from '../form.tsx'
import { useTexts } from '../texts.ts'
import type { ControlView } from '../views.ts'
import { ExerciseDialog } from './exercise-dialog.tsx'

const VARIANTS = ['usual', 'calm', 'slow'] as const
const IN_USE = ['remoteDesktop', 'assistive'] as const

/** The section. */
export function ControlOffer(view: ControlView & { nonce: string; requested: boolean }) {
  const { progress, nonce, requested } = view
  const { control, exercise } = useTexts()
  return (
    <section aria-labelledby="control" data-control data-texts={JSON.stringify(exercise)}>
      <h2 id="control" tabIndex={-1}>
        {control.title}
      </h2>
      <p class="done" role="status" data-control-say>
        {control.states[progress]}
      </p>
      {progress !== 'done' && progress !== 'more' && (
        <div data-control-offer>
          <p>{control.what}</p>
          <p>{control.kept}</p>
          <Choices {...view} />
        </div>
      )}
      {progress !== 'done' && <More shown={progress === 'more'} nonce={nonce} />}
      {progress !== 'done' && !requested && <AnotherWay action="/s/another-way" nonce={nonce} />}
      <ExerciseDialog />
    </section>
  )
}

/** The part that is asked for besides; hidden until the script hears of it. */
function More({ shown, nonce }: { shown: boolean; nonce: string }) {
  const { control, buttons } = useTexts()
  return (
    <div data-control-more hidden={!shown}>
      <p>{control.more.what}</p>
      <p>{control.more.kept}</p>
      <PostForm action="/s/control/skip" nonce={nonce} class="option">
        <div class="row">
          <button class="primary" type="button" data-control-start hidden>
            {control.more.start}
          </button>
          <button>{buttons.skip}</button>
        </div>
      </PostForm>
    </div>
  )
}

function Choices(view: ControlView & { nonce: string }) {
  const { control, buttons } = useTexts()
  return (
    <PostForm action="/s/control/skip" nonce={view.nonce} class="option">
      <fieldset>
        <legend>{control.how}</legend>
        {VARIANTS.map((value) => (
          <div class="choice">
            <input
              type="radio"
              id={`variant-${value}`}
              name="variant"
              value={value}
              checked={value === 'usual'}
              aria-describedby={`variant-${value}-hint`}
            />
            <label for={`variant-${value}`}>{control.variants[value].label}</label>
            <small id={`variant-${value}-hint`}>{control.variants[value].hint}</small>
          </div>
        ))}
      </fieldset>
      <fieldset>
        <legend>{control.inUse}</legend>
        <p>{control.inUseHint}</p>
        {IN_USE.map((name) => (
          <div class="choice">
            <input
              type="checkbox"
              id={`in-use-${name}`}
              name={name}
              value="yes"
              checked={view[name]}
              aria-describedby={`in-use-${name}-hint`}
            />
            <label for={`in-use-${name}`}>{control[name].label}</label>
            <small id={`in-use-${name}-hint`}>{control[name].hint}</small>
          </div>
        ))}
      </fieldset>
      <noscript>
        <p class="hint">{control.noScript}</p>
      </noscript>
      <div class="row">
        <button class="primary" type="button" data-control-start hidden>
          {buttons.start}
        </button>
        <button>{buttons.skip}</button>
      </div>
    </PostForm>
  )
}
