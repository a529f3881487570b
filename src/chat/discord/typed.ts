/** What people type in Discord, as deeds of ours. */
import type { Deed } from '../dispatch.ts'
import type { CommandData } from './interaction.ts'
import { commandOf, FILLED_BY_OPTION, MESSAGE_COMMAND } from './slash.ts'

/** A typed command: the deed, the one command that is meant, and answers of its form that were given beside it. */
export interface Typed {
  deed: Extract<Deed, { kind: 'type' }>
  /** Text of the first form is never taken for the name of another command. */
  only?: string
  given: Readonly<Record<string, string>>
}

/** Reads a command; null for one that names no subcommand. */
export function readTyped(data: CommandData): Typed | null {
  if (data.name === MESSAGE_COMMAND) {
    const text = data.resolved?.messages?.[data.target_id ?? '']?.content ?? ''
    return { deed: { kind: 'type', text: toTyped(text) }, only: 'verify', given: {} }
  }
  const [subcommand] = data.options
  if (subcommand === undefined) return null
  const name = commandOf(subcommand.name)
  const options = (subcommand.options ?? []).map((option) => ({
    name: option.name,
    value: String(option.value ?? '').trim(),
  }))
  const isGiven = (option: { name: string }) =>
    FILLED_BY_OPTION.some((known) => known === option.name)
  const words = options.filter((option) => !isGiven(option)).map(({ value }) => value)
  const text = [...(name === 'verify' ? [] : [name]), ...words].join(' ')
  return {
    deed: { kind: 'type', text },
    ...(name === 'verify' ? { only: name } : {}),
    given: Object.fromEntries(options.filter(isGiven).map((option) => [option.name, option.value])),
  }
}

/** Text as the person saw it, without Discord's markup for names and times. */
function toTyped(text: string): string {
  return text
    .replace(/<(?:@[!&]?|#)\d+>/g, ' ')
    .replace(/<a?:(\w+):\d+>/g, '$1')
    .replace(/<t:(\d+)(?::\w)?>/g, (_all, seconds: string) =>
      new Date(Number(seconds) * 1000).toISOString().slice(0, 16).replace('T', ' ').concat(' UTC'),
    )
    .replace(/<(https?:[^>\s]+)>/g, '$1')
    .replace(/\*\*|__|~~|\|\||`+/g, '')
}
