/** What every language says of readings: a signal, a reason or a part without words does not compile. */
import type { PartName } from '../core/browser-parts.ts'
import type { Declared } from '../core/claim.ts'
import type { Absence, NetworkKind, SignalName, SignalValue } from '../core/signals.ts'
import type { Plural } from './plural.ts'

/** The texts. `{name}` is a place for what was read. */
export interface ReadingTexts {
  /** What is read, one line, as the page of readings and the documents of the project name it. */
  titles: Record<SignalName, string>
  /** Why there is no value. */
  absences: Record<Absence, string>
  /** Instead of `out-of-range`, of the tapping exercise. */
  voidExercise: string
  /** Which zone the times on the page are of. */
  times: string
  nothing: string
  yes: string
  no: string
  /** Between parts, and between answers of several databases. */
  comma: string
  semicolon: string
  declared: Record<keyof Declared, string>
  kinds: Record<NetworkKind, string>
  phone: Record<SignalValue<'phone'>['kind'], string>
  /** A phone number that no numbering plan has. */
  noPlan: string
  /** Instead of the usual name of KP, which is an accusation in this trade. */
  korea: string
  /** A database or list with the day it was made. */
  dated: string
  /** A list that comes with the product. */
  ourTable: string
  near: string
  least: string
  leastOf: string
  begun: string
  to: string
  onSystem: string
  noName: string
  noWindow: string
  devices: Record<Exclude<SignalValue<'userAgent'>['device'], 'other'>, string>
  mobile: string
  sameNetwork: string
  otherNetwork: string
  country: string
  clock: {
    allYear: string
    seasons: string
    month: string
    months: string
    same: string
    ahead: string
    behind: string
  }
  screen: string
  processors: Plural
  memory: string
  touchPoints: Plural
  bits: string
  maker: string
  networks: Record<SignalValue<'network'>, string>
  afterBeat: string
  taps: Plural
  reacted: string
  heldBack: string
  toStop: string
  movements: Plural
  apart: string
  presses: Plural
  held: string
  every: string
  pressed: string
  /** What a meeting service told of them: heard as it happened, or found out later. */
  call: Record<'joined' | 'found' | 'left' | 'gone' | 'lost', string>
  parts: Record<PartName, string>
}
