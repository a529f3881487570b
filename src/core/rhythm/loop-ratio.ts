/** How much more likely a lateness is if the computer is driven over a remote link. */

/** Density of Student's t with four degrees of freedom: tails that no single reading can outrun. */
export function student4(z: number): number {
  return 0.375 * (1 + (z * z) / 4) ** -2.5
}

/** Delays of a remote link that are thought equally likely, ms: a link across a continent to a chain of relays. */
export const REMOTE = { from: 60, to: 400, step: 5 } as const

/** The link itself scatters by that much, ms. */
const LINK_SPREAD_MS = 15

/**
 * log10 of the likelihood ratio of "driven over a remote link" to "sitting at it".
 *
 * In: lateness beyond what is expected locally, ms, and the spread of local people and devices around that, ms. Out: bans,
 * without caps: −1.7 at 40 ms early, 0 near 75, 0.85 at 130, 1.6 at 200 for a spread of 40.
 * Source: mixture over a flat prior of delays with heavy tails (own design, computed 2026-11-20); stepping-stone idea:
 * Zhang & Paxson, USENIX Security 2000.
 */
export function loopBans(latenessMs: number, spreadMs: number): number {
  const remoteSpread = Math.hypot(spreadMs, LINK_SPREAD_MS)
  let sum = 0
  let count = 0
  for (let delay = REMOTE.from; delay <= REMOTE.to; delay += REMOTE.step) {
    sum += student4((latenessMs - delay) / remoteSpread) / remoteSpread
    count += 1
  }
  return Math.log10(sum / count / (student4(latenessMs / spreadMs) / spreadMs))
}
