/** The script of the tapping exercise; a page loads it only where the exercise is part of it. */
import { runControl } from './run-control.ts'

const section = document.querySelector<HTMLElement>('[data-live]:not([hidden]) [data-control]')
if (section !== null) runControl(section)
