/** What `npm run fit` leaves for evaluating without files: how late people's answers were, and nothing of where they are. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { distanceKm } from '../../src/core/geo.ts'
import { leastRoundTripMs } from '../../src/core/latency.ts'
import type { Reach } from '../../src/core/path-table.ts'
import { expectedRoundTripMs, reachOf } from '../../src/core/usual-path.ts'
import { paths } from '../../src/core/fitted/paths.ts'
import type { Draw } from './draws.ts'
import { excessOf } from './excess.ts'
import type { Site } from './measured.ts'

/** Where they are kept. */
export const DISTRIBUTIONS = new URL('./distributions.json', import.meta.url)

/** Excesses kept of one scenario, ms, ascending; every reach has its own. */
const keptSchema = z.object({
  name: z.string(),
  access: z.enum(['fixed', 'mobile', 'satellite']),
  vantages: z.number().int().min(1).max(4),
  behindKm: z.tuple([z.number(), z.number()]).nullable(),
  near: z.array(z.number()),
  far: z.array(z.number()),
})

/** One scenario without its places. */
export type Kept = z.infer<typeof keptSchema>

const fileSchema = z.object({
  source: z.string(),
  fittedOn: z.string(),
  scenarios: z.array(keptSchema),
})

/** Quantiles kept of each scenario and reach: from the middle of the first of that many parts to that of the last. */
const PARTS = 200

/** Sums draws up. */
export function keep(head: Omit<Kept, 'near' | 'far'>, draws: readonly Draw[]): Kept {
  const of = (reach: Reach) =>
    quantiles(
      draws
        .filter((draw) => {
          const km = Math.min(...draw.echoes.map(({ vantage }) => distanceKm(vantage, draw.claim)))
          return reachOf(km) === reach
        })
        .map((draw) => excessOf(draw, paths)),
    )
  return { ...head, near: of('near'), far: of('far') }
}

function quantiles(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  const parts = Math.min(PARTS, sorted.length)
  return Array.from({ length: parts }, (_, i) =>
    Math.round(sorted[Math.floor(((i + 0.5) / parts) * sorted.length)] ?? 0),
  )
}

/** Reads what was kept. Fails: when the file is missing or damaged. */
export function readDistributions(): z.infer<typeof fileSchema> {
  return fileSchema.parse(JSON.parse(readFileSync(DISTRIBUTIONS, 'utf8')))
}

/** A claim and servers near and far from it, in no region that moves the expectation: stand-ins for the places not kept. */
const CLAIM = { lat: 30.3, lon: -97.7 }
const SERVERS: Readonly<Record<Reach, readonly Site[]>> = {
  near: [
    { name: 'near 1', lat: 32.8, lon: -96.8 },
    { name: 'near 2', lat: 39, lon: -77.5 },
    { name: 'near 3', lat: 37.4, lon: -121.9 },
    { name: 'near 4', lat: 33.7, lon: -84.4 },
  ],
  far: [
    { name: 'far 1', lat: 50.1, lon: 8.7 },
    { name: 'far 2', lat: -23.5, lon: -46.6 },
    { name: 'far 3', lat: 35.7, lon: 139.7 },
    { name: 'far 4', lat: 1.3, lon: 103.8 },
  ],
}

/** Draws whose answers are as late as those kept. */
export function drawsOf({ access, vantages, behindKm, near, far }: Kept): Draw[] {
  const draw = (reach: Reach, excessMs: number): Draw => ({
    claim: CLAIM,
    person: CLAIM,
    access,
    behindKm: behindKm?.[0] ?? 0,
    echoes: SERVERS[reach].slice(0, vantages).map((vantage) => ({
      vantage,
      // Nowhere sooner than light, which the stand-ins might else ask for.
      rttMs: Math.max(
        leastRoundTripMs(distanceKm(vantage, CLAIM)),
        expectedRoundTripMs(vantage, CLAIM) + excessMs,
      ),
    })),
  })
  return [...near.map((ms) => draw('near', ms)), ...far.map((ms) => draw('far', ms))]
}
