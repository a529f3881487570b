/** How much of a small jump of the beat is made good by the next tap, and by the one after. */
import type { LoggedJumps } from './log.ts'

/** Answers to jumps. */
export interface JumpAnswers {
  /** Share made good one tap later: some 0.5 to 0.9; 0 where the tap was already on its way. */
  lag1: number
  /** And two taps later. */
  lag2: number
  /** Standard error of the first, by how much the answers differ. */
  error1: number
  count: number
}

/** Jumps that must have been answered by three taps each. */
const LEAST = 4

/** Sums up a part. In: which beats jumped, and by how much. Out: null where too few were answered. */
export function answersTo(
  { tempoMs, beats, taps, longFrames }: LoggedJumps,
  jumps: readonly { beat: number; byMs: number }[],
): JumpAnswers | null {
  const offsets = beats.map((beat) => {
    const near = taps.filter((tap) => Math.abs(tap - beat) < tempoMs / 2)
    const isDisturbed = longFrames.some(([from, to]) => beat > from - tempoMs && beat < to + 100)
    return near.length === 1 && !isDisturbed ? (near[0] ?? 0) - beat : null
  })
  const answers = jumps.flatMap(({ beat, byMs }) => {
    const [before = null, next = null, later = null] = offsets.slice(beat, beat + 3)
    return before === null || next === null || later === null
      ? []
      : [{ lag1: (next - before) / byMs, lag2: (later - before) / byMs }]
  })
  if (answers.length < LEAST) return null
  const lag1 = answers.map((answer) => answer.lag1)
  const mean = meanOf(lag1)
  const spread = Math.sqrt(
    lag1.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (lag1.length - 1),
  )
  return {
    lag1: mean,
    lag2: meanOf(answers.map((answer) => answer.lag2)),
    error1: spread / Math.sqrt(lag1.length),
    count: answers.length,
  }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
