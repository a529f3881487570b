/** Shapes of API v1: parsing, answers and OpenAPI from one source. */
import { z } from 'zod'
import { axes } from '../core/check.ts'
import { states } from '../core/verdict.ts'

const instant = z.iso.datetime({
  offset: true,
  error: 'must be a time with its offset like 2026-11-23T15:00:00-06:00',
})

/**
 * Ids of Discord have 64 bits, and go as text: numbers of JSON lose their last digits.
 *
 * Source: discord/discord-api-docs, reference, snowflakes (read 2026-11-25).
 */
function accountFault(got: unknown): string {
  const shown = JSON.stringify(got) ?? 'nothing'
  return `discordAccount must be the id of an account in Discord, 17 to 20 digits as text, got ${shown.slice(0, 60)}`
}

/** What opens a case. Texts are checked further by the use case, which names every fault at once. */
export const openCaseSchema = z.object({
  candidate: z.object({
    name: z.string().max(1000),
    email: z.string().max(1000),
    phone: z.string().max(1000).optional().describe('As the candidate wrote it'),
  }),
  claimedPlace: z.string().max(1000).describe('City and country or state: “Austin, Texas”'),
  window: z.object({ start: instant, end: instant }),
  zone: z.string().max(64).optional().describe('IANA zone for showing times'),
  meetingUrl: z.string().max(3000).optional(),
  discordAccount: z
    .string({ error: ({ input }) => accountFault(input) })
    .regex(/^\d{17,20}$/, { error: ({ input }) => accountFault(input) })
    .optional()
    .describe(
      'The candidate’s account in Discord, whose joining and leaving of the voice or stage channel in meetingUrl is noted; they are told',
    ),
  opening: z.string().max(1000).optional(),
  controlCheck: z
    .boolean()
    .optional()
    .describe('Ask for the tapping exercise; the same for all candidates of an opening'),
  sendInvitation: z
    .boolean()
    .optional()
    .describe('Whether the link goes to the candidate by e-mail; needs SMTP_URL'),
  declared: z
    .object({
      travel: z.boolean().optional(),
      vpn: z.boolean().optional(),
      remoteDesktop: z.boolean().optional(),
      assistive: z.boolean().optional(),
    })
    .optional(),
})

/** The answer: `link` is null when the same Idempotency-Key came before. */
export const openedSchema = z.object({ id: z.string(), link: z.string().nullable() })

const state = z.enum(states)
const axisSchema = z.object({
  state,
  bans: z
    .number()
    .describe('log10 of the likelihood ratio, −3…3; positive speaks against the claim'),
  coverage: z.object({ met: z.boolean(), missing: z.array(z.string()) }),
})
const verdictSchema = z.object({
  overall: state,
  axes: z.object({
    place: axisSchema,
    control: axisSchema,
    continuity: axisSchema,
    record: axisSchema,
  }),
})
const evidenceSchema = z.object({
  check: z.string(),
  axis: z.enum(axes),
  group: z.string().nullable(),
  outcome: z.enum(['consistent', 'contradictory', 'not-applicable', 'unavailable', 'error']),
  level: z.string().nullable(),
  bans: z.number(),
  basis: z.enum(['data', 'argued', 'judgement']).nullable(),
  claimed: z.string().nullable(),
  expected: z.string().nullable(),
  observed: z.string().nullable(),
  why: z.string().nullable(),
  innocent: z.array(z.string()),
})

/** A case. */
export const caseSchema = z.object({
  id: z.string(),
  state: z.enum(['open', 'decided', 'cancelled', 'forgotten']),
  simulated: z.boolean(),
  verdict: verdictSchema.nullable(),
  evidence: z.array(evidenceSchema),
  rounds: z.array(
    z.object({
      id: z.string(),
      window: z.object({ start: z.string(), end: z.string() }),
      state: z.enum(['waiting', 'opened', 'judged', 'closed', 'missed', 'cancelled']),
      invitation: z
        .enum(['waiting', 'sent', 'failed'])
        .nullable()
        .describe('What became of the invitation by e-mail; null where none was sent'),
      openedAt: z.string().nullable(),
      joinedAt: z.string().nullable(),
      verdict: verdictSchema.nullable(),
      evidence: z.array(evidenceSchema),
    }),
  ),
  reviews: z.array(
    z.object({ by: z.string(), decision: z.string(), reason: z.string(), at: z.string() }),
  ),
})

/** A failure. */
export const errorSchema = z.object({
  error: z.string(),
  code: z.string(),
  fields: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  requestId: z.string(),
})
