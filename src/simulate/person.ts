/** What a simulated person is made of. */
import type { Declared } from '../core/claim.ts'
import type { Line } from './lines.ts'
import type { Machine } from './machines.ts'

/** One browser of a simulated person. */
export interface SimulatedBrowser {
  /** An address that the databases place where this browser says it stands. */
  address: string
  /** The time zone that `Intl` and `Date` both tell: the computer's own, or one set in both. */
  zone: string
  machine: Machine
  line: Line
}

/** A simulated person. */
export interface SimulatedPerson {
  id: string
  name: string
  /** For the newcomer: what this person does, after the name. */
  story: string
  /** The claim. */
  place: string
  /** Boxes ticked in the notice before Continue. */
  declares?: readonly (keyof Declared)[]
  browser: SimulatedBrowser
  /** A second browser that presses Continue on the same link a little later. */
  second?: SimulatedBrowser
}
