/** The contract between a command and the chats: typed, pressed or submitted, answered by cards and forms. */
import type { Right } from '../core/access.ts'
import type { CallService } from '../core/call-presence.ts'
import type { Card, Form } from '../core/card.ts'
import { managers } from '../texts/managers.ts'
import type { FindCall } from '../usecases/named-call.ts'
import type { Ports } from '../usecases/ports.ts'
import type { Actor } from '../usecases/records.ts'

/** Finds out whose times in which call are to be noted. */
export interface CallFinder {
  service: CallService
  /** The server that people act in. */
  server: string
  /** In: the meeting link, and an account that was picked. */
  find: FindCall
}

/** Who calls a command, from where. */
export interface Caller {
  actor: Actor
  channel: string
  /** The channel with an id that was picked in a form; null where there is only one. */
  channelOf: ((id: string) => string) | null
  /** Where this chat has calls and tells who is in them; null where it does not. */
  calls: CallFinder | null
  /** What this person may do, looked up anew for every deed. */
  rights: readonly Right[]
  /** Which rules hold here: the workspace, or the console. */
  workspace: string
  /** Whom a right belongs to here when all its lists are empty, in words. */
  emptyListsMean: string
  /** IANA zone of the person, for showing and reading times. */
  zone: string
  /** What can be typed here, for help. */
  commands: readonly Pick<Command, 'usage' | 'summary'>[]
}

/** What a chat shows to the caller alone. What the channel sees goes through the outbox. */
export type Reply =
  | { kind: 'card'; card: Card }
  | { kind: 'form'; form: Form }
  /** Submitted answers did not fit: the form stays open, faults beside their fields. */
  | { kind: 'faults'; faults: Readonly<Record<string, string>>; form?: Form }
  | { kind: 'done' }

/** Answers to a form by field name; a switch is true or false. */
export type Answers = Readonly<Record<string, string | boolean>>

/** Something that is typed after a command's name. */
export interface Parameter {
  /** One word in lower case. */
  name: string
  /** What to type, for people; at most 100 characters. */
  summary: string
  required: boolean
  /** What is offered while it is typed: cases, people who can be played, one of some words, or nothing. */
  offers: 'case' | 'person' | readonly string[] | null
  /** How it stands in the line of help, where not by its name or its words. */
  shown?: string
}

/** What a command's file exports. */
export interface Command {
  /** File name without ending; what a person types after `/verify`, except for `verify` itself. */
  name: string
  /** One line for help. */
  summary: string
  /** What is typed after it, in order; none unless told. */
  parameters?: readonly Parameter[]
  /** How it is typed. */
  usage: string
  /** What a person must be allowed to use it; null for everybody. */
  right: Right | null
  /** Typed: the text after the name. */
  type?(ports: Ports, caller: Caller, text: string): Promise<Reply>
  /** A button was pressed. */
  press?(ports: Ports, caller: Caller, args: Readonly<Record<string, string>>): Promise<Reply>
  /** The form that `submit` answers, anew, from what it carries along and the answers so far: for chats that ask it in parts. */
  form?(
    ports: Ports,
    caller: Caller,
    args: Readonly<Record<string, string>>,
    answers: Answers,
  ): Promise<Form>
  /** A form was submitted. `submissionId` is the same when one submission arrives twice. */
  submit?(
    ports: Ports,
    caller: Caller,
    answers: Answers,
    args: Readonly<Record<string, string>>,
    submissionId: string,
  ): Promise<Reply>
}

/** Declares a command; the default export of each file in `commands/`. */
export function defineCommand(command: Omit<Command, 'usage'>): Command {
  return { ...command, usage: usageOf(command) }
}

/** The case that a command is about. */
export const CASE: Parameter = {
  name: 'case',
  summary: managers.commands.case.summary,
  required: true,
  offers: 'case',
}

/** "/verify review <case> <fine|recheck|escalate|dismiss>". */
function usageOf({ name, parameters = [] }: Omit<Command, 'usage'>): string {
  const typed = parameters.map((parameter) => {
    const { offers, required } = parameter
    const words = typeof offers === 'string' ? null : (offers?.join('|') ?? null)
    const shown = parameter.shown ?? words ?? parameter.name
    return required ? `<${shown}>` : `[${shown}]`
  })
  return ['/verify', ...(name === 'verify' ? [] : [name]), ...typed].join(' ')
}

/** Whether times in calls can be noted for what is asked from here; null where this chat has no calls. */
export function callsOf(ports: Ports, { calls }: Pick<Caller, 'calls'>) {
  return calls === null ? null : ports.settings.calls[calls.service]
}

/** The text of an answer; empty when it was left out. */
export function fieldText(answers: Answers, name: string): string {
  const value = answers[name]
  return typeof value === 'string' ? value : ''
}
