/** Frames as they were drawn: how far apart, and which took long. */

/** A frame that took longer disturbs what was tapped near it, ms. */
const LONG_MS = 50

/** Long frames kept of one block; more than the server takes would lose it. */
const KEPT = 300

/** Keeps times of frames, ms of the page's clock. */
export interface FrameLog {
  /** Another frame of the same block. */
  note(at: number): void
  /** Long frames of this block so far. */
  longSoFar(): number
  /** A new block: the pause before it is no long frame. Out: long frames of the block that ends. */
  cut(): [from: number, to: number][]
  /** Median time from frame to frame so far, ms; 0 before there are two. */
  medianMs(): number
}

/** An empty log. */
export function createFrameLog(): FrameLog {
  const gaps: number[] = []
  let long: [number, number][] = []
  let last: number | undefined
  return {
    note(at) {
      if (last !== undefined) {
        gaps.push(at - last)
        if (at - last > LONG_MS && long.length < KEPT) long.push([last, at])
      }
      last = at
    },
    longSoFar: () => long.length,
    cut() {
      const ended = long
      long = []
      last = undefined
      return ended
    },
    medianMs() {
      const sorted = [...gaps].sort((a, b) => a - b)
      return sorted[sorted.length >> 1] ?? 0
    },
  }
}
