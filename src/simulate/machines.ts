/** Ordinary computers, as their browsers describe them: nothing about them is odd. */
import type { SignalValue } from '../core/signals.ts'

/** A computer with its browser. */
export interface Machine {
  userAgent: string
  /** What Chromium says of itself, in headers and in the page, without the made-up brand; null for other browsers. */
  hints: SignalValue<'clientHints'> | null
  device: SignalValue<'device'>
  renderer: SignalValue<'renderer'>
  screen: SignalValue<'screen'>
  frames: SignalValue<'frames'>
  /** How movements of its mouse or trackpad arrive. */
  pointer: SignalValue<'pointer'>
}

/** Two seconds of a screen that is drawn 60 times a second. */
const SIXTY_A_SECOND: Machine['frames'] = { count: 120, medianMs: 16.7, p95Ms: 17.4 }

/** A hand that moves a pointer which is read 125 times a second. */
const BY_HAND: Machine['pointer'] = {
  gaps: 120,
  gapP10Ms: 7.6,
  gapMedianMs: 8.1,
  burstShare: 0.01,
  jumpShare: 0,
  wholeShare: null,
}

/** Safari on a laptop of Apple's, which does not tell its memory. */
export const macWithSafari: Machine = {
  userAgent:
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15',
  hints: null,
  device: { cores: 8, memoryGb: null, touchPoints: 0, platform: 'MacIntel' },
  renderer: { vendor: 'Apple Inc.', renderer: 'Apple GPU' },
  screen: { width: 1512, height: 982, pixelRatio: 2 },
  frames: SIXTY_A_SECOND,
  pointer: BY_HAND,
}

/** Chrome on a laptop with Windows. */
export const windowsWithChrome: Machine = {
  userAgent:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  hints: {
    brands: [
      { brand: 'Chromium', version: '156' },
      { brand: 'Google Chrome', version: '156' },
    ],
    mobile: false,
    platform: 'Windows',
    platformVersion: '19.0.0',
    architecture: 'x86',
    bitness: '64',
    model: null,
  },
  device: { cores: 8, memoryGb: 8, touchPoints: 0, platform: 'Win32' },
  renderer: {
    vendor: 'Google Inc. (Intel)',
    renderer:
      'ANGLE (Intel, Intel(R) Iris(R) Xe Graphics (0x00009A49) Direct3D11 vs_5_0 ps_5_0, D3D11)',
  },
  screen: { width: 1536, height: 864, pixelRatio: 1.25 },
  frames: SIXTY_A_SECOND,
  // Pixels of this page are larger than those of the screen, so that few positions are whole.
  pointer: { ...BY_HAND, wholeShare: 0.2 },
}
