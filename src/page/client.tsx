/** The candidate's script. Everything on the pages works without it; it adds the readings and the live state. */
import { runMoveWaiting } from './run-move-waiting.ts'
import { runSession } from './run-session.ts'

const main = document.querySelector<HTMLElement>('main[data-page]')
// A page that came back from the browser's cache with its time over has nothing left to run.
const live = main?.querySelector('[data-live]:not([hidden])')

if (main?.dataset['page'] === 'session' && live) runSession(main)
if (main?.dataset['page'] === 'move-waiting') runMoveWaiting(main)
