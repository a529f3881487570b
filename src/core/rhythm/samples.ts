/** Results of control checks as examples use them. */
import type { Declared } from '../claim.ts'
import type { SignalValue } from '../signals.ts'

/** A result of a person who taps and reacts so late. */
export function controlSample(
  asynchronyMs: number,
  reactionMs: number | null,
  part: Partial<SignalValue<'controlCheck'>> = {},
): SignalValue<'controlCheck'> {
  const tempo = (tempoMs: number, taps: number) => ({ tempoMs, asynchronyMs, spreadMs: 28, taps })
  return {
    asynchronyMs,
    tempi: [tempo(600, 14), tempo(800, 11)],
    reaction:
      reactionMs === null
        ? null
        : { count: 12, medianMs: reactionMs, p20Ms: reactionMs - 30, falseStarts: 0 },
    startUpMs: asynchronyMs + 190,
    evennessMs: 34,
    input: 'key',
    frameMs: 16.7,
    ...part,
  }
}

/** A further exercise of a person whose taps and time to stop are these, ms. */
export function extraSample(
  asynchronyMs: number,
  ssd50Ms: number,
  part: Partial<SignalValue<'controlExtra'>> = {},
): SignalValue<'controlExtra'> {
  return {
    ...{ asynchronyMs, spreadMs: 30, taps: 16, ssd50Ms, errorMs: 40, trials: 12, held: 8 },
    ...{ jumps: null, input: 'key', frameMs: 16.7 },
    ...part,
  }
}

/** Nothing declared but assistive technology. */
export const assistiveDeclared: Declared = {
  travel: false,
  vpn: false,
  remoteDesktop: false,
  assistive: true,
}

/** Nothing declared but a remote desktop. */
export const remoteDesktopDeclared: Declared = {
  ...assistiveDeclared,
  assistive: false,
  remoteDesktop: true,
}
