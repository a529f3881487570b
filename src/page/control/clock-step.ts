/** The finest step of the page's clock: browsers that protect against fingerprinting make it coarse. */

/** Looks until so many steps were seen, or two coarse ones. */
const STEPS = 12

/** A clock that never moves is given up: so many looks take about a second. */
const LOOKS = 10_000_000

/** A step from here on is too coarse to time a tap, ms. */
export const COARSE_STEP_MS = 5

/** Steps of such clocks, ms: Tor Browser and Firefox set to resist fingerprinting, older and newer. */
const KNOWN_MS = [100, 50, 20, 1000 / 60, 10] as const

/** How near a time must be to a step to be on it, ms. */
const ON_STEP_MS = 0.06

/** The finest step, ms; infinite where there is none. A moment with a fine clock, two steps with a coarse one. */
export function clockStep(now: () => number = () => performance.now()): number {
  let finest = Infinity
  let last = now()
  let seen = 0
  for (let look = 0; look < LOOKS && seen < STEPS; look++) {
    const at = now()
    if (at === last) continue
    finest = Math.min(finest, at - last)
    last = at
    seen += finest > COARSE_STEP_MS ? STEPS / 2 : 1
  }
  return finest
}

/** The step that times of events keep to, ms; 0 where they keep to none. The clock of events may be coarser. */
export function stepOfTimes(times: readonly number[]): number {
  if (times.length < 8) return 0
  const isOn = (step: number) =>
    times.every((time) => Math.abs(time - step * Math.round(time / step)) < ON_STEP_MS)
  return KNOWN_MS.find(isOn) ?? 0
}
