/** From the readings of a round to the figures of one run. */
import type { Point } from '../../src/core/geo.ts'
import type { Signal, SignalName, SignalValue } from '../../src/core/signals.ts'
import { expectedRoundTripMs } from '../../src/core/usual-path.ts'

/** What one run showed; ms. Null where nothing was read. */
export interface Figures {
  /** Least round trip of the page's answers, at the server that they reach soonest. */
  echoMs: number | null
  /** Least round trip of the connection there. */
  kernelMs: number | null
  /** Least difference of the two, at any server. */
  splitMs: number | null
  /** Least gap before a ClientHello. */
  gapMs: number | null
  /** Least that a TLS handshake took beyond the connection's round trip. */
  flightMs: number | null
  /** Least segment, bytes. */
  mss: number | null
  /** Least over servers of what an answer took beyond what is usual from the claimed place. */
  excessMs: number | null
}

/** Every value of one signal. */
function valuesOf<N extends SignalName>(signals: readonly Signal[], name: N): SignalValue<N>[] {
  // Found by this very name.
  return signals.flatMap((signal) =>
    signal.name === name && 'value' in signal ? [signal.value as SignalValue<N>] : [],
  )
}

/** Sums a round up. In: its readings, and where the person says they are. */
export function figuresOf(signals: readonly Signal[], claim: Point): Figures {
  const layers = valuesOf(signals, 'layers')
  const [closest] = [...layers].sort((a, b) => a.echoMinMs - b.echoMinMs)
  const excesses = valuesOf(signals, 'echoes').flatMap(({ vantage, minMs }) =>
    vantage === null ? [] : [minMs - expectedRoundTripMs(vantage, claim)],
  )
  return {
    echoMs: closest?.echoMinMs ?? null,
    kernelMs: closest?.kernelMinMs ?? null,
    splitMs: least(layers.map(({ echoMinMs, kernelMinMs }) => echoMinMs - kernelMinMs)),
    gapMs: least(layers.map(({ helloGapMs }) => helloGapMs)),
    flightMs: least(layers.map(({ flightExtraMs }) => flightExtraMs)),
    mss: least(layers.map(({ sendMss }) => sendMss)),
    excessMs: least(excesses),
  }
}

/** Servers whose first burst of echoes has come in full. */
export function heardFrom(signals: readonly Signal[], count: number): string[] {
  const echoes = valuesOf(signals, 'echoes').filter((echo) => echo.count >= count)
  return [...new Set(echoes.flatMap(({ vantage }) => vantage?.id ?? []))]
}

function least(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : Math.min(...known)
}
