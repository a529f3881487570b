/** Where the exercise takes place: over the whole page, with nothing else to look at. */
import { useTexts } from '../texts.ts'

/** The dialog, closed. The script opens it; all of it is a place to tap. */
export function ExerciseDialog() {
  const { control } = useTexts()
  return (
    <dialog data-exercise aria-labelledby="exercise-title" aria-describedby="exercise-text">
      <div class="exercise-words" aria-live="polite">
        <h2 id="exercise-title" data-exercise-title />
        <p id="exercise-text" data-exercise-text />
        <p class="exercise-go" data-exercise-go>
          {control.begin}
        </p>
      </div>
      <div
        class="exercise-stage"
        data-exercise-stage
        role="application"
        tabIndex={0}
        aria-label={control.stage}
      >
        <div class="ball" data-ball hidden />
        <div class="ground" data-ground hidden />
        <svg class="dial" data-dial viewBox="0 0 100 100" aria-hidden="true">
          <circle cx="50" cy="50" r="46" />
          <path class="mark" d="M50 4v12" />
          <path class="hand" data-hand d="M50 50V18" />
        </svg>
        <div class="target" data-target hidden />
      </div>
      <button type="button" data-exercise-stop>
        {control.stop}
      </button>
    </dialog>
  )
}
