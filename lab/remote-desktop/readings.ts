/** From the readings of a round to the figures of one run. */
import type { Signal, SignalName, SignalValue } from '../../src/core/signals.ts'

/** What one run showed, ms. Null where nothing was read. */
export interface Figures {
  asynchronyMs: number | null
  /** The larger spread of the tempi. */
  spreadMs: number | null
  evennessMs: number | null
  reactionP20Ms: number | null
  /** Discs that were reacted to, and presses where none was. */
  reactions: number
  falseStarts: number
  frameMs: number | null
  framesP95Ms: number | null
  pointerGapMs: number | null
  /** Share of gaps of the pointer from 90 to 135 ms. */
  pointerBursts: number | null
  keyDwellMs: number | null
  /** Share of events that name no key. */
  codelessShare: number | null
  /** Graphics processor, or why there is no name. */
  renderer: string
}

/** The last reading of a name, or why there is none. */
function lastOf<N extends SignalName>(
  signals: readonly Signal[],
  name: N,
): { value?: SignalValue<N>; why: string } {
  const last = signals.filter((signal) => signal.name === name).at(-1)
  if (last === undefined) return { why: 'not read' }
  // Found by this very name.
  return 'value' in last ? { value: last.value as SignalValue<N>, why: '' } : { why: last.why }
}

/** Whether a check has come to an end, with a value or without. */
export function hasEnded(signals: readonly Signal[]): boolean {
  return signals.some(({ name }) => name === 'controlCheck')
}

/** Sums a round up. A check that says nothing has no figures. */
export function figuresOf(signals: readonly Signal[]): Figures {
  const check = lastOf(signals, 'controlCheck').value
  const frames = lastOf(signals, 'frames').value
  const pointer = lastOf(signals, 'pointer').value
  const keys = lastOf(signals, 'keys').value
  const renderer = lastOf(signals, 'renderer')
  return {
    asynchronyMs: check?.asynchronyMs ?? null,
    spreadMs: check === undefined ? null : Math.max(...check.tempi.map(({ spreadMs }) => spreadMs)),
    evennessMs: check?.evennessMs ?? null,
    reactionP20Ms: check?.reaction?.p20Ms ?? null,
    reactions: check?.reaction?.count ?? 0,
    falseStarts: check?.reaction?.falseStarts ?? 0,
    frameMs: frames?.medianMs ?? null,
    framesP95Ms: frames?.p95Ms ?? null,
    pointerGapMs: pointer?.gapMedianMs ?? null,
    pointerBursts: pointer?.burstShare ?? null,
    keyDwellMs: keys?.dwellMedianMs ?? null,
    codelessShare: keys?.codelessShare ?? null,
    renderer: renderer.value?.renderer ?? renderer.why,
  }
}
