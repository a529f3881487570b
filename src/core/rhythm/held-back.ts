/**
 * How long before a beat somebody must see that it will not come, to hold back half of their taps: SSD50.
 *
 * Stopping races with a tap that is already on its way. Told early, everybody stops; told late, nobody. The half point and
 * its error come from all trials together, by the share of every half point and steepness that could have given them.
 */

/** One beat that vanished. */
export interface StopTrial {
  /** From its vanishing to the beat, ms. */
  beforeMs: number
  /** Whether no tap came. */
  held: boolean
}

/** The half point. */
export interface HalfPoint {
  ssd50Ms: number
  /** Its standard error, ms. */
  errorMs: number
}

/** Half points that are looked at, ms. */
const POINTS = { from: 0, to: 800, step: 5 } as const

/** How much stopping and tapping scatter together, ms: from practised to unsteady. */
const SPREADS_MS = [25, 40, 60, 90] as const

/** One trial in twenty goes wrong for no reason of time: an eye elsewhere, a slip. */
const LAPSE = 0.05

/**
 * Estimates the half point.
 *
 * In: at least one trial. Out: mean and standard deviation over all curves, each weighed by how likely it makes the
 * trials. Source: race of tapping and stopping, Logan & Cowan, Psychol. Rev. 91 (1984); curve with lapses, Wichmann &
 * Hill, Percept. Psychophys. 63 (2001), as known; error and bias: own simulation (computed 2026-11-25).
 */
export function halfPointOf(trials: readonly StopTrial[]): HalfPoint {
  let sum = 0
  let first = 0
  let second = 0
  for (let point = POINTS.from; point <= POINTS.to; point += POINTS.step) {
    for (const spreadMs of SPREADS_MS) {
      const share = likelihood(trials, point, spreadMs)
      sum += share
      first += share * point
      second += share * point * point
    }
  }
  const ssd50Ms = first / sum
  return { ssd50Ms, errorMs: Math.sqrt(Math.max(0, second / sum - ssd50Ms * ssd50Ms)) }
}

function likelihood(trials: readonly StopTrial[], point: number, spreadMs: number): number {
  return trials.reduce((product, { beforeMs, held }) => {
    const stops = LAPSE + (1 - 2 * LAPSE) * logistic((beforeMs - point) / spreadMs)
    return product * (held ? stops : 1 - stops)
  }, 1)
}

/** Logistic curve with the steepness of a normal distribution of the same spread. */
function logistic(z: number): number {
  return 1 / (1 + Math.exp(-1.702 * z))
}
