/** Our commands as Discord lists them: subcommands of one, with what is offered while they are typed. */
import { managers } from '../../texts/managers.ts'
import type { Command, Parameter } from '../command.ts'
import { MOST } from './most.ts'
import { label } from './text.ts'

const texts = managers.chat.discord.slash

/** The one command; what follows it names ours. */
const ROOT = 'verify'

/** What opens a case is called so: Discord does not let a command be used that has subcommands. */
const NEW = 'new'

/** Stands in the menu of a message. */
export const MESSAGE_COMMAND = texts.message

/** Who sees the commands until an admin of the server says otherwise: whoever may manage it. */
const MANAGE_GUILD = '32'

/** Where they can be used: in servers that installed the app, not in direct messages. */
const GUILD_ONLY = { contexts: [0], integration_types: [0] } as const

/** Fields of the first form that can be filled in by type-ahead, which forms of Discord do not have. */
export const FILLED_BY_OPTION = ['place', 'zone', 'opening'] as const

const FILL_IN: readonly Option[] = [
  typeAhead('place', texts.place),
  typeAhead('zone', texts.zone),
  typeAhead('opening', texts.opening),
]

/** An option of a subcommand. */
export interface Option {
  type: 3
  name: string
  description: string
  required?: true
  autocomplete?: true
  choices?: { name: string; value: string }[]
  max_length?: number
}

/** A command as Discord is told of it. */
export interface ApplicationCommand {
  name: string
  type: 1 | 3
  description?: string
  default_member_permissions: string
  contexts: readonly number[]
  integration_types: readonly number[]
  options?: { type: 1; name: string; description: string; options: Option[] }[]
}

/** The longest line that is read. */
const TEXT_MOST = 1000

/** All commands. Fails: never; a test holds them to Discord's limits. */
export function toApplicationCommands(
  commands: readonly Pick<Command, 'name' | 'summary' | 'parameters'>[],
): ApplicationCommand[] {
  const whoAndWhere = { default_member_permissions: MANAGE_GUILD, ...GUILD_ONLY }
  const options = commands.map(({ name, summary, parameters = [] }) => ({
    type: 1 as const,
    name: subcommandOf(name),
    description: label(summary, MOST.commandText),
    options: [...parameters.map(toOption), ...(name === ROOT ? FILL_IN : [])],
  }))
  return [
    { name: ROOT, type: 1, description: texts.description, ...whoAndWhere, options },
    { name: MESSAGE_COMMAND, type: 3, ...whoAndWhere },
  ]
}

/** What a command of ours is called below `/verify`. */
function subcommandOf(name: string): string {
  return name === ROOT ? NEW : name
}

/** The command that a subcommand is. */
export function commandOf(subcommand: string): string {
  return subcommand === NEW ? ROOT : subcommand
}

/** How a command is typed in Discord: "/verify review case: decision:". */
export function usageInDiscord({
  name,
  parameters = [],
}: Pick<Command, 'name' | 'parameters'>): string {
  return [`/${ROOT} ${subcommandOf(name)}`, ...parameters.map((one) => `${one.name}:`)].join(' ')
}

function toOption({ name, summary, required, offers }: Parameter): Option {
  const isList = offers !== null && typeof offers !== 'string'
  return {
    type: 3,
    name,
    description: label(summary, MOST.commandText),
    ...(required ? { required } : {}),
    ...(isList ? { choices: offers.map((value) => ({ name: value, value })) } : {}),
    ...(typeof offers === 'string' ? { autocomplete: true } : {}),
    ...(offers === null ? { max_length: TEXT_MOST } : {}),
  }
}

function typeAhead(name: string, description: string): Option {
  return { type: 3, name, description, autocomplete: true }
}
