/** Which commands fit what is being typed. */
import { fill } from '../texts/fill.ts'
import { desk } from '../texts/managers-desk.ts'
import type { CommandView } from './views.ts'

/** How a command begins when typed: "/verify demo"; "/verify" for `verify` itself. */
export function toTyped({ name }: Pick<CommandView, 'name'>): string {
  return name === 'verify' ? '/verify' : `/verify ${name}`
}

/** Commands that begin with what was typed, for the menu. Empty once one is complete and its own words begin. */
export function menuFor(commands: readonly CommandView[], text: string): readonly CommandView[] {
  if (!text.startsWith('/')) return []
  const typed = text.toLowerCase()
  return commands.filter((command) => toTyped(command).startsWith(typed))
}

/** The command that a line calls: the one with the longest beginning. */
function called(commands: readonly CommandView[], text: string): CommandView | undefined {
  const line = `${text.trim().toLowerCase()} `
  return commands
    .filter((command) => line.startsWith(`${toTyped(command)} `))
    .sort((a, b) => toTyped(b).length - toTyped(a).length)
    .at(0)
}

/** The line under the composer: how the typed command goes on, or how to begin. */
export function hintFor(commands: readonly CommandView[], text: string): string {
  const command = called(commands, text)
  if (command === undefined) return desk.composer.hint
  const { usage, summary } = command
  return fill(desk.composer.usage, { usage, summary })
}
