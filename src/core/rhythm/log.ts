/** What a page sends of a control check: times only, by the page's own clock. Never kept; estimates are. */
import { z } from 'zod'
import { variants } from './plan.ts'

/** Times are ms of the page's clock since the check began. */
const at = z.number().min(0).max(600_000)

const beatsAndTaps = {
  tempoMs: z.number().min(300).max(2000),
  /** When each beat was to be seen, by the frames that showed it. */
  beats: z.array(at).max(100),
  taps: z.array(at).max(300),
  /** Frames that took more than 50 ms: from and to. */
  longFrames: z.array(z.tuple([at, at])).max(300),
}

const tapBlockSchema = z.object({ kind: z.literal('tap'), ...beatsAndTaps })

const reactionBlockSchema = z.object({
  kind: z.literal('react'),
  targets: z
    .array(
      z.object({
        isCatch: z.boolean(),
        /** When it was shown, or when the wait of a catch was over. */
        shownAt: at,
        /** First press after the wait began; null for none. */
        pressedAt: at.nullable(),
      }),
    )
    .max(60),
  longFrames: z.array(z.tuple([at, at])).max(300),
})

const vanishBlockSchema = z.object({
  kind: z.literal('vanish'),
  ...beatsAndTaps,
  /** When the figure was not there any more, for each vanishing; null where the frame for it came late. */
  vanishedAt: z.array(at.nullable()).max(60),
})

const jumpBlockSchema = z.object({ kind: z.literal('jump'), ...beatsAndTaps })

/** Everything of one check. */
export const controlLogSchema = z.object({
  variant: z.enum(variants),
  input: z.enum(['key', 'mouse', 'touch']),
  blocks: z
    .array(
      z.discriminatedUnion('kind', [
        tapBlockSchema,
        reactionBlockSchema,
        vanishBlockSchema,
        jumpBlockSchema,
      ]),
    )
    .max(8),
  /** Finest step of the page's clock that was seen, ms. */
  clockStepMs: z.number().min(0).max(1000),
  /** Median time from frame to frame, ms. */
  frameMs: z.number().min(0).max(1000),
  /** Whether the page was hidden at any moment. */
  wasHidden: z.boolean(),
  /** From start to end by the page's clock, ms. */
  elapsedMs: at,
})

/** Everything of one check. */
export type ControlLog = z.infer<typeof controlLogSchema>

/** One block of taps of a log. */
export type LoggedTaps = z.infer<typeof tapBlockSchema>

/** The reactions of a log. */
export type LoggedReactions = z.infer<typeof reactionBlockSchema>

/** The beats that vanished, of a log. */
export type LoggedVanishes = z.infer<typeof vanishBlockSchema>

/** The beats that jumped, of a log. */
export type LoggedJumps = z.infer<typeof jumpBlockSchema>
