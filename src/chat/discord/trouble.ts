/** What became of a call that did not succeed. */
import { z } from 'zod'

/** Discord refused it, with its own number for why; asked for time; or nobody knows whether it happened. */
export type Trouble =
  | { kind: 'refused'; code: number; status: number; text: string }
  | { kind: 'wait'; ms: number }
  | { kind: 'unknown'; text: string }

/** Numbers of refusals. Source: opcodes and status codes, discord/discord-api-docs, read 2026-11-25, unless a line says more. */
export const CODE = {
  unknownChannel: 10003,
  unknownGuild: 10004,
  unknownMember: 10007,
  unknownMessage: 10008,
  unknownUser: 10013,
  unknownWebhook: 10015,
  unknownInteraction: 10062,
  /** Somebody is in no call. Source: discord-api-types 0.38.57, read 2026-11-25. */
  unknownVoiceState: 10065,
  slowMode: 20016,
  channelWriteLimit: 20028,
  oldMessageEdits: 30046,
  tooLarge: 40005,
  alreadyAcknowledged: 40060,
  missingAccess: 50001,
  anothersMessage: 50005,
  noDirectMessages: 50007,
  noTextChannel: 50008,
  missingPermissions: 50013,
  wrongChannelType: 50024,
  invalidWebhookToken: 50027,
  invalidBody: 50035,
  archivedThread: 50083,
  /** No server in common. Source: discord-api-types 0.38.57, read 2026-11-25. */
  noMutualServer: 50278,
  lockedThread: 160005,
} as const

/** Limits that Discord tells without a time. */
const LIMITS = [CODE.slowMode, CODE.channelWriteLimit, CODE.oldMessageEdits]

/** How long to wait where Discord does not say. */
const UNTOLD_MS = 10_000

/** Errors of @discordjs/rest, told by their shape: the package is loaded only where Discord is on. */
const refusedSchema = z.object({
  code: z.union([z.number(), z.string()]),
  status: z.number(),
  rawError: z.unknown(),
  message: z.string(),
})
const limitedSchema = z.object({ retryAfter: z.number(), timeToReset: z.number() })

/** Reads what a call threw. */
export function readTrouble(error: unknown): Trouble {
  const limited = limitedSchema.safeParse(error)
  if (limited.success) return { kind: 'wait', ms: Math.max(1, limited.data.retryAfter) }
  const refused = refusedSchema.safeParse(error)
  if (!refused.success) return { kind: 'unknown', text: textOf(error) }
  const { status, message } = refused.data
  const code = Number(refused.data.code) || 0
  if (LIMITS.some((known) => known === code)) return { kind: 'wait', ms: UNTOLD_MS }
  return { kind: 'refused', code, status, text: message.split('\n')[0] ?? '' }
}

/** An answer that is none has a number for why. */
function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const status = 'status' in error ? `${String(error.status)} ` : ''
  return `${status}${error.message || error.name}`
}

/** Whether a refusal means that the token is no longer worth anything. */
export function isTokenGone(trouble: Trouble): boolean {
  return trouble.kind === 'refused' && trouble.status === 401
}

/** The number of a refusal; undefined for any other failure. */
export function refusal(error: unknown): number | undefined {
  const trouble = readTrouble(error)
  return trouble.kind === 'refused' ? trouble.code : undefined
}

/**
 * What a line of the log says of an error.
 *
 * An error of a call has the whole request with it, names, links and tokens included: of that only why it failed is
 * said. Any other is a fault of ours and comes with its stack.
 */
export function inLog(error: unknown): object {
  const isOfCall = error instanceof Error && ('requestBody' in error || 'url' in error)
  return isOfCall ? { reason: troubleText(readTrouble(error)) } : { err: error }
}

/** A trouble in words, for the log. */
export function troubleText(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'refused':
      return isTokenGone(trouble)
        ? 'Discord does not take the token'
        : `${trouble.text} (${trouble.code})`
    case 'wait':
      return `asks for ${trouble.ms} ms`
    case 'unknown':
      return trouble.text
  }
}
