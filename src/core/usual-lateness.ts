/** How late local people tap: by what they tap with, and how far a deployment's own people move that. */
import type { RoundContext, UsualLateness } from './check.ts'
import { madSpread, median } from './rhythm/robust.ts'
import type { SignalValue } from './signals.ts'

/** What is expected of a local person, ms. */
export interface LatenessExpectation {
  centreMs: number
  spreadMs: number
  /** Local sessions of this deployment that it rests on; 0 for published figures alone. */
  own: number
}

/**
 * People lead the beat by 40 ms (spread 26 between people, 30 people and 17,356 taps); a browser at home adds 65 ms
 * (37 in a laboratory, 87 at home; spread of devices 18). Touch screens and trackpads answer some 20 ms later.
 * Source: Bååth & Madison 2012, data of rasmusab/bayes_timing (MIT); Semmelmann & Weigelt 2017 (read 2026-11-20); touch:
 * our judgement.
 */
const PUBLISHED = {
  key: { centreMs: 25, spreadMs: 40 },
  mouse: { centreMs: 25, spreadMs: 40 },
  touch: { centreMs: 45, spreadMs: 45 },
} as const

/** A screen drawn more slowly than 60 times a second shows the beat up to a frame late: half of that on average. */
const USUAL_FRAME_MS = 16.7

/** Sessions from which a deployment's own people count, and as many as weigh like the published figures. */
const OWN_LEAST = 30

/** Lateness is counted in steps of that, so that a count is of nobody in particular, ms. */
const STEP_MS = 5

/** What a person taps with. */
export type TapInput = SignalValue<'controlCheck'>['input']

/** How many local people tapped so late, to the nearest step, on a screen of the usual speed. */
export interface LatenessCount {
  input: TapInput
  lateMs: number
  people: number
}

/** A result as it is counted among local people. */
export function countedLateness({
  input,
  frameMs,
  asynchronyMs,
}: SignalValue<'controlCheck'>): Omit<LatenessCount, 'people'> {
  const lateMs = Math.round((asynchronyMs - slowScreenMs(frameMs)) / STEP_MS) * STEP_MS
  // Minus zero is another value to a database.
  return { input, lateMs: lateMs === 0 ? 0 : lateMs }
}

/** Centre and spread of a deployment's own people, by what they tap with; those with too few people are left out. */
export function usualLatenessOf(counts: readonly LatenessCount[]): UsualLateness {
  const known: { -readonly [K in keyof UsualLateness]: UsualLateness[K] } = {}
  for (const input of ['key', 'mouse', 'touch'] as const) {
    const all = counts.flatMap((count) =>
      count.input === input ? Array<number>(count.people).fill(count.lateMs) : [],
    )
    if (all.length < OWN_LEAST) continue
    known[input] = { centreMs: median(all), spreadMs: madSpread(all), n: all.length }
  }
  return known
}

/** What a slow screen adds on average, ms. */
function slowScreenMs(frameMs: number): number {
  return Math.max(0, frameMs - USUAL_FRAME_MS) / 2
}

/** What is expected on a device: published figures, drawn towards the deployment's own by how many they are. */
export function expectedLateness(
  { input, frameMs }: Pick<SignalValue<'controlCheck'>, 'input' | 'frameMs'>,
  own: RoundContext['usualLateness'],
): LatenessExpectation {
  const published = PUBLISHED[input]
  const slowMs = slowScreenMs(frameMs)
  const known = own?.[input]
  if (known === undefined || known.n < OWN_LEAST) {
    return { centreMs: published.centreMs + slowMs, spreadMs: published.spreadMs, own: 0 }
  }
  const share = known.n / (known.n + OWN_LEAST)
  const between = (a: number, b: number) => a + share * (b - a)
  return {
    centreMs: between(published.centreMs, known.centreMs) + slowMs,
    // Never narrower than half of what was published: few people look alike by chance.
    spreadMs: Math.max(published.spreadMs / 2, between(published.spreadMs, known.spreadMs)),
    own: known.n,
  }
}
