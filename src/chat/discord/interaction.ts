/** What Discord tells us that somebody did, read once, here. It is the same by gateway and over HTTP. */
import { z } from 'zod'

/** Kinds of interactions. */
export const INTERACTION = { ping: 1, command: 2, component: 3, typeAhead: 4, modal: 5 } as const

const id = z.string().regex(/^\d{1,20}$/)

const userSchema = z.object({
  id,
  username: z.string().default(''),
  global_name: z.string().nullish(),
})

const memberSchema = z.object({
  user: userSchema,
  nick: z.string().nullish(),
  roles: z.array(id).default([]),
  permissions: z.string().regex(/^\d+$/).default('0'),
  pending: z.boolean().default(false),
})

/** A message of ours, as it comes back. */
const messageSchema = z.object({
  embeds: z
    .array(
      z.object({
        title: z.string().optional(),
        description: z.string().optional(),
        fields: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
      }),
    )
    .default([]),
})

/** A message of ours, as it comes back. */
export type ReturnedMessage = z.infer<typeof messageSchema>

const leafSchema = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
})

const commandSchema = z.object({
  name: z.string(),
  type: z.number().default(1),
  options: z.array(leafSchema.extend({ options: z.array(leafSchema).optional() })).default([]),
  target_id: id.optional(),
  resolved: z
    .object({
      messages: z.record(z.string(), z.object({ content: z.string().default('') })).optional(),
    })
    .optional(),
})

/** A command as it was typed. */
export type CommandData = z.infer<typeof commandSchema>

const inputSchema = z.object({
  type: z.number(),
  custom_id: z.string(),
  value: z.string().nullish(),
  values: z.array(z.string()).nullish(),
})

/** What stood in an input of a form. */
export type Input = z.infer<typeof inputSchema>

const modalSchema = z.object({
  custom_id: z.string(),
  // What only shows a text comes back too.
  components: z.array(z.object({ component: inputSchema.optional() })),
})

const baseSchema = z.object({
  id,
  application_id: id,
  token: z.string(),
  guild_id: id.optional(),
  channel_id: id.optional(),
  channel: z.object({ type: z.number().optional(), parent_id: id.nullish() }).optional(),
  member: memberSchema.optional(),
  user: userSchema.optional(),
  message: messageSchema.optional(),
})

const interactionSchema = z.discriminatedUnion('type', [
  baseSchema.extend({ type: z.literal(INTERACTION.command), data: commandSchema }),
  baseSchema.extend({ type: z.literal(INTERACTION.typeAhead), data: commandSchema }),
  baseSchema.extend({
    type: z.literal(INTERACTION.component),
    data: z.object({ custom_id: z.string() }),
  }),
  baseSchema.extend({ type: z.literal(INTERACTION.modal), data: modalSchema }),
])

/** Something that somebody did. */
export type Interaction = z.infer<typeof interactionSchema>

/** Reads an interaction. Out: null for what is none, or of a kind that we have no use for. */
export function readInteraction(value: unknown): Interaction | null {
  return interactionSchema.safeParse(value).data ?? null
}

/** Threads: a thread belongs to its channel. Source: channel types, discord/discord-api-docs, read 2026-11-25. */
const THREADS = [10, 11, 12]

/** The channel that rules name, for where somebody acts; null outside any server. */
export function channelOf({ guild_id, channel_id, channel }: Interaction): string | null {
  if (guild_id === undefined) return null
  const isThread = channel?.type !== undefined && THREADS.includes(channel.type)
  return (isThread ? channel.parent_id : undefined) ?? channel_id ?? null
}
