/** From what a person typed, pressed or submitted to the command it is meant for. */
import { AppError } from '../core/app-error.ts'
import { textCard } from '../core/card.ts'
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import type { Ports } from '../usecases/ports.ts'
import type { Answers, Caller, Command, Reply } from './command.ts'

const texts = managers.chat.refused

/** What a person did. */
export type Deed =
  | { kind: 'type'; text: string }
  | { kind: 'press'; command: string; args: Readonly<Record<string, string>> }
  /** A part of a form is answered: the form is asked for anew. */
  | {
      kind: 'redraw'
      command: string
      args: Readonly<Record<string, string>>
      answers: Answers
    }
  | {
      kind: 'submit'
      command: string
      args: Readonly<Record<string, string>>
      answers: Answers
      submissionId: string
    }

/** Expected failures that a person can mend; shown as a card, never as an error page. */
const SHOWN = new Set([
  'bad-input',
  'not-found',
  'illegal-transition',
  'already-decided',
  'forbidden',
])

/**
 * Runs a command.
 *
 * Out: what the caller sees. An expected failure becomes a card that says so; anything else is thrown.
 */
export async function dispatch(
  ports: Ports,
  commands: readonly Command[],
  caller: Omit<Caller, 'commands'>,
  deed: Deed,
): Promise<Reply> {
  try {
    return await run(ports, commands, { ...caller, commands }, deed)
  } catch (error) {
    if (!(error instanceof AppError) || !SHOWN.has(error.code)) throw error
    return { kind: 'card', card: textCard(texts.title, [error.message], 'attention') }
  }
}

async function run(
  ports: Ports,
  commands: readonly Command[],
  caller: Caller,
  deed: Deed,
): Promise<Reply> {
  if (deed.kind === 'type') {
    const { command, text } = findTyped(commands, deed.text)
    refuseWithout(command, caller)
    if (command.type) return command.type(ports, caller, text)
    throw new AppError('bad-input', fill(texts.notTyped, { command: command.name }))
  }
  const command = commands.find(({ name }) => name === deed.command)
  if (command) refuseWithout(command, caller)
  if (deed.kind === 'press' && command?.press) return command.press(ports, caller, deed.args)
  if (deed.kind === 'redraw' && command?.form) {
    return { kind: 'form', form: await command.form(ports, caller, deed.args, deed.answers) }
  }
  if (deed.kind === 'submit' && command?.submit) {
    return command.submit(ports, caller, deed.answers, deed.args, deed.submissionId)
  }
  throw new AppError('bad-input', fill(texts.nothing, { deed: deed.kind, command: deed.command }))
}

/** Fails: `forbidden` for a person without the command's right. Asked anew for every deed. */
function refuseWithout({ name, right }: Command, caller: Caller): void {
  if (right === null || caller.rights.includes(right)) return
  throw new AppError('forbidden', fill(texts.forbidden, { command: name }))
}

/** "/verify demo austin" → demo with "austin"; anything that names no command is for `verify` itself. */
function findTyped(commands: readonly Command[], line: string): { command: Command; text: string } {
  const text = line
    .trim()
    .replace(/^\/verify\b/i, '')
    .trim()
  const [first = ''] = text.split(/\s+/)
  const named = commands.find(({ name }) => name === first.toLowerCase() && name !== 'verify')
  if (named) return { command: named, text: text.slice(first.length).trim() }
  const verify = commands.find(({ name }) => name === 'verify')
  if (verify === undefined) throw new Error('the command “verify” is missing')
  return { command: verify, text }
}
