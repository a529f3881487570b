/** A case in one file, for `npm run assess`: the claims, and each round's window and readings. */
import { z } from 'zod'
import { declaredSchema, placeSchema } from './claim.ts'
import { absences } from './signals.ts'
import { sources } from './signal-definition.ts'

const instantSchema = z
  .union([z.number().int(), z.iso.datetime({ offset: true })])
  .describe('Epoch ms, or ISO 8601 with its offset')

/** A case in one file. */
export const bundleSchema = z.object({
  claims: z.object({
    name: z.string().optional(),
    email: z.string().optional(),
    phone: z.string().optional(),
    place: z
      .union([z.string(), placeSchema])
      .optional()
      .describe('Resolved, or as text for --lookup: “Austin, Texas”'),
    declared: declaredSchema.partial().optional(),
  }),
  rounds: z
    .array(
      z.object({
        window: z.object({ start: instantSchema, end: instantSchema }),
        controlCheck: z.boolean().optional(),
        signals: z.array(
          z.object({
            name: z.string(),
            at: instantSchema,
            source: z.enum(sources),
            value: z.unknown().optional(),
            why: z.enum(absences).optional(),
          }),
        ),
      }),
    )
    .min(1),
})

/** A case in one file. */
export type Bundle = z.infer<typeof bundleSchema>

/** An instant of a bundle as epoch ms. */
export function toMs(instant: number | string): number {
  return typeof instant === 'number' ? instant : Date.parse(instant)
}
