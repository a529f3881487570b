/** What people type and press in Slack, as deeds of ours. */
import { z } from 'zod'
import type { Right } from '../../core/access.ts'
import type { Command } from '../command.ts'
import type { Deed } from '../dispatch.ts'

/** A deed, and the one command that may be meant: text of a message is never taken for the name of another. */
export interface Asked {
  deed: Deed
  only?: string
}

/** A button that types again what was typed: for a form that could not be opened in time. */
export const TYPE_AGAIN = 'type-again'

const buttonSchema = z.object({ command: z.string(), args: z.record(z.string(), z.string()) })

/** What a button of ours does; null for one that only opens a link, or is none of ours. */
export function readButton(value: string | undefined): Asked | null {
  if (value === undefined) return null
  const parsed = buttonSchema.safeParse(parseJson(value))
  if (!parsed.success) return null
  const { command, args } = parsed.data
  if (command !== TYPE_AGAIN) return { deed: { kind: 'press', command, args } }
  const { text = '', only } = args
  return { deed: { kind: 'type', text }, ...(only === undefined ? {} : { only }) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

/**
 * Text as the person saw it, without Slack's markup.
 *
 * Slack writes `<mailto:jane@example.com|jane@example.com>`, `<https://…|label>`, `<@U012|name>`, `<#C034|name>`,
 * and `&` `<` `>` as entities. Source: docs.slack.dev, formatting, read 2026-11-22.
 */
export function toTyped(text: string): string {
  return text
    .replace(/<([^<>|]*)(?:\|([^<>]*))?>/g, (_all, target: string, label?: string) => {
      if (target.startsWith('mailto:')) return target.slice('mailto:'.length)
      if (target.startsWith('tel:')) return label ?? target.slice('tel:'.length)
      if (/^https?:/.test(target)) return target
      return label ?? ''
    })
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity)
}

/** The right that a deed needs; null where everybody may. It is checked by the dispatcher; this says whom to ask anew. */
export function neededRight(commands: readonly Command[], deed: Deed): Right | null {
  const first = deed.kind === 'type' ? (deed.text.trim().split(/\s+/)[0] ?? '') : deed.command
  const named = commands.find(({ name }) => name === first.toLowerCase())
  return (named ?? commands.find(({ name }) => name === 'verify'))?.right ?? null
}
