/** What a candidate reads where something did not work, in English: the source of all other languages. */
import type { ExerciseRefusal } from '../../core/app-error.ts'

/** Where something did not work, and what to do. */
interface ErrorPage {
  title: string
  text: string
}

/** The texts. `{name}` is a place. */
export interface ErrorTexts {
  pages: {
    'session-missing': ErrorPage
    'nonce-invalid': ErrorPage
    'session-over': ErrorPage
    'illegal-transition': ErrorPage
    'code-unavailable': ErrorPage
    'too-many-requests': ErrorPage
    'too-large': ErrorPage
    'bad-input': ErrorPage
    internal: ErrorPage
    nothing: ErrorPage
  }
  /** Why the tapping exercise does not begin. */
  exercise: Record<ExerciseRefusal, string>
  /** For whoever asks us about it. */
  number: string
}

/** The texts. */
export const errors: ErrorTexts = {
  pages: {
    'session-missing': {
      title: 'No interview is open in this browser',
      text: 'Open your link in the browser in which you pressed “Continue”. If that is on another device, “Use another device” there brings you here.',
    },
    'nonce-invalid': {
      title: 'This form is too old',
      text: 'Nothing of it was taken. Open the page again and repeat.',
    },
    'session-over': {
      title: 'That is over here',
      text: 'Your interview time is over, or another device has taken over. Nothing more is read, and you can close this tab.',
    },
    'illegal-transition': {
      title: 'That is not possible now',
      text: 'It is over here, or done already. Open the page again to see how things stand.',
    },
    'code-unavailable': {
      title: 'This code does not work',
      text: 'It was mistyped or used, or is older than ten minutes. Press “Use another device” again for a new one.',
    },
    'too-many-requests': {
      title: 'Too many requests',
      text: 'Wait a minute and try again.',
    },
    'too-large': {
      title: 'That is larger than this page takes',
      text: 'Go back and write less.',
    },
    'bad-input': {
      title: 'That request does not fit',
      text: 'Go back, open the page again and repeat.',
    },
    internal: {
      title: 'Something went wrong on our side',
      text: 'Nothing you did was lost. Please try again.',
    },
    nothing: {
      title: 'There is nothing here',
      text: 'Check the address: it must be the whole of the link that you were given.',
    },
  },
  exercise: {
    'exercise-not-asked': 'No tapping exercise is asked for here.',
    'exercise-over': 'Your interview time is over here.',
    'exercise-done': 'The exercise is done already. Thank you.',
    'exercise-often':
      'That was tried often enough. Skipping it, or asking for another way, does not count against you.',
  },
  number: 'Number of this failure: {id}',
}
