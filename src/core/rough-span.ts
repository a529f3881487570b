/** Spans of time as people round them. */

/** A span in whole units. */
export interface RoughSpan {
  count: number
  unit: 'second' | 'minute' | 'hour' | 'day'
}

/** Rounds a span to the largest unit of which it has about two. In: ms, any sign. */
export function roughSpan(ms: number): RoughSpan {
  const seconds = Math.abs(ms) / 1000
  if (seconds < 100) return { count: Math.round(seconds), unit: 'second' }
  if (seconds < 6000) return { count: Math.round(seconds / 60), unit: 'minute' }
  if (seconds < 172_800) return { count: Math.round(seconds / 3600), unit: 'hour' }
  return { count: Math.round(seconds / 86_400), unit: 'day' }
}
