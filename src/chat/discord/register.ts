/** Telling Discord what our commands are: only where it knows something else. */
import { isObject } from '../json-faults.ts'
import type { Api } from './api.ts'
import type { ApplicationCommand } from './slash.ts'

/** What became of the commands in one place. */
export interface Registered {
  /** A server; null for everywhere. */
  guild: string | null
  added: string[]
  changed: string[]
  removed: string[]
}

/**
 * Registers the commands.
 *
 * In: the servers that are listed, where they then stand alone; null for everywhere. Out: what changed in each place.
 */
export async function registerCommands(
  api: Api,
  application: string,
  guilds: readonly string[] | null,
  wanted: readonly ApplicationCommand[],
): Promise<Registered[]> {
  const places =
    guilds === null
      ? [{ guild: null, commands: wanted }]
      : [
          // In both places each command would be offered twice.
          { guild: null, commands: [] },
          ...guilds.map((guild) => ({ guild, commands: wanted })),
        ]
  const registered: Registered[] = []
  for (const { guild, commands } of places) {
    const before = await api.commands(application, guild)
    const difference = compare(before, commands)
    const { added, changed, removed } = difference
    if (added.length + changed.length + removed.length > 0) {
      await api.setCommands(application, guild, commands)
    }
    registered.push({ guild, ...difference })
  }
  return registered
}

function compare(before: readonly unknown[], wanted: readonly ApplicationCommand[]) {
  const known = new Map(before.map((command) => [nameOf(command), essence(command)]))
  const names = new Set(wanted.map(nameOf))
  return {
    added: wanted.filter((command) => !known.has(nameOf(command))).map(({ name }) => name),
    changed: wanted
      .filter((command) => {
        const now = known.get(nameOf(command))
        return now !== undefined && now !== essence(command)
      })
      .map(({ name }) => name),
    removed: [...known.keys()]
      .filter((name) => !names.has(name))
      .map((name) => name.replace(/^\d+ /, '')),
  }
}

/** Commands of different types may have one name. */
function nameOf(command: unknown): string {
  if (!isObject(command)) return ''
  return `${String(command['type'] ?? 1)} ${String(command['name'])}`
}

/** What we say of a command, as Discord gives it back among what it adds. */
const SAID = [
  'type',
  'name',
  'description',
  'required',
  'autocomplete',
  'max_length',
  'choices',
  'value',
  'options',
  'default_member_permissions',
  'contexts',
  'integration_types',
]

function essence(value: unknown): string {
  return JSON.stringify(reduced(value))
}

/** Without what we do not say, and without what stands for nothing said. */
function reduced(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reduced)
  if (!isObject(value)) return value
  return Object.fromEntries(
    SAID.filter((name) => isSaid(value[name])).map((name) => [name, reduced(value[name])]),
  )
}

function isSaid(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '') return false
  return !Array.isArray(value) || value.length > 0
}
