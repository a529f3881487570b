/** Readings of the layers below the page: least values so far, of which only news is kept. */
import type { SignalValue } from './signals.ts'

type Layers = SignalValue<'layers'>

/** Less is the noise of one machine, ms. */
const NEWS_MS = 0.5

/** Whether a later reading of the same vantage says something that an earlier one does not. */
export function isNewOfLayers(before: Layers | undefined, now: Layers): boolean {
  if (before === undefined || now.connections > before.connections) return true
  if (now.sendMss !== before.sendMss) return true
  const fell = (a: number | null, b: number | null) =>
    b !== null && (a === null || b <= a - NEWS_MS)
  return (
    fell(before.echoMinMs, now.echoMinMs) ||
    fell(before.kernelMinMs, now.kernelMinMs) ||
    fell(before.helloGapMs, now.helloGapMs) ||
    fell(before.flightExtraMs, now.flightExtraMs)
  )
}
