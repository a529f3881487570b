/** How often something that goes on all the time is told: each pause is longer than the one before. */

/** Pauses that follow one another. */
export interface Pace {
  /** Whether it is time, ms of the page's clock. */
  isDue(atMs: number): boolean
  /** It was told: the next pause begins. */
  told(atMs: number): void
}

/** Starts at once. In: how much longer each pause is than the one before, and how long the first, ms. */
export function createPace(stepMs: number): Pace {
  let pauseMs = 0
  let nextAtMs = -Infinity
  return {
    isDue: (atMs) => atMs >= nextAtMs,
    told(atMs) {
      pauseMs += stepMs
      nextAtMs = atMs + pauseMs
    },
  }
}
