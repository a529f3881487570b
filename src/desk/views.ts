/** What the desk is given to draw, and what its script and the server say to each other. */
import type { Card, Form, Option } from '../core/card.ts'

/** A message of the channel. */
export interface ConsoleMessageView {
  id: string
  card: Card
  /** Epoch ms. */
  at: number
  edited: boolean
  removed: boolean
}

/** A command that can be typed, for the menu and the hint of the composer. */
export interface CommandView {
  /** What is typed after `/verify`; `verify` for the command without a word after it. */
  name: string
  /** How it is typed: "/verify demo [scenario]". */
  usage: string
  summary: string
}

/** The console as first drawn. It is embedded in the page, so nothing secret belongs in it. */
export interface ConsoleData {
  /** Without "#": "hiring". */
  channel: string
  company: string
  person: string
  /** Oldest first. */
  messages: readonly ConsoleMessageView[]
  commands: readonly CommandView[]
  /** One sentence above the channel when candidates here are simulated. */
  simulatedNote?: string
}

/** A small page of a title and some lines: an expired report link, a missing console key. */
export interface PlainView {
  title: string
  lines: readonly string[]
}

/** Answers to a form by field name; a switch is true or false. */
export type AnswersView = Readonly<Record<string, string | boolean>>

/** What the server answers to the caller alone: the chat contract's reply, as JSON. */
export type ReplyView =
  | { kind: 'card'; card: Card }
  | { kind: 'form'; form: Form }
  | { kind: 'faults'; faults: Readonly<Record<string, string>>; form?: Form }
  | { kind: 'done' }

/** Body of `POST /console/type`; `text` is the whole line as typed, with its "/verify". */
export interface TypeBody {
  text: string
  /** IANA zone of the browser. */
  zone: string
}

/** Body of `POST /console/press`. */
export interface PressBody {
  command: string
  args: Readonly<Record<string, string>>
  zone: string
}

/** Body of `POST /console/submit`. */
export interface SubmitBody extends PressBody {
  answers: AnswersView
  /** Made when the form opened, the same on every retry. */
  submissionId: string
}

/** Answer to `GET /console/places?q=`. */
export interface PlacesView {
  options: readonly Option[]
}

/** What comes down `/console/live`. */
export type LiveView =
  | { t: 'all'; messages: readonly ConsoleMessageView[] }
  | { t: 'message'; message: ConsoleMessageView }
