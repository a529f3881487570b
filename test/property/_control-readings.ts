/** What is read passively of who sits at the computer: values near each border of the checks. */
import fc from 'fast-check'
import type { Source } from '../../src/core/signal-definition.ts'

const share = fc.constantFrom(0, 0.1, 0.35, 0.36, 0.5, 0.9, 1)

/** Values of each signal, and who tells it. */
export const controlReadings: readonly [string, Source, fc.Arbitrary<unknown>][] = [
  ['clockSkewMs', 'page', fc.constantFrom(0, 299_000, 301_000, -3_600_000)],
  ['webdriver', 'page', fc.boolean()],
  [
    'screen',
    'page',
    fc
      .tuple(
        fc.constantFrom([1920, 1080], [1024, 768], [800, 600], [1280, 1024]),
        fc.constantFrom(1, 1.25, 2),
      )
      .map(([[width, height], pixelRatio]) => ({ width, height, pixelRatio })),
  ],
  [
    'device',
    'page',
    fc.record({
      cores: fc.constantFrom(1, 2, 8, null),
      memoryGb: fc.constant(null),
      touchPoints: fc.constantFrom(0, 5, null),
      platform: fc.constantFrom('Win32', 'MacIntel', 'Linux x86_64', 'iPhone', null),
    }),
  ],
  [
    'renderer',
    'page',
    fc.record({
      vendor: fc.constant('Google Inc.'),
      renderer: fc.constantFrom('ANGLE (SwiftShader)', 'ANGLE (VMware, SVGA3D)', 'Apple GPU'),
    }),
  ],
  [
    'pointer',
    'page',
    fc.record({
      gaps: fc.constantFrom(59, 60, 600),
      gapP10Ms: fc.constantFrom(8, 60, 61, 99),
      gapMedianMs: fc.constantFrom(16, 112),
      burstShare: share,
      jumpShare: share,
      wholeShare: fc.constantFrom(0, 1, null),
    }),
  ],
  [
    'keys',
    'page',
    fc.record({
      presses: fc.constantFrom(19, 20, 300),
      dwellMedianMs: fc.constantFrom(0.5, 88, null),
      shortShare: share,
      codelessShare: share,
      gridShare: share,
    }),
  ],
  [
    'frames',
    'page',
    fc.record({
      count: fc.constantFrom(24, 25, 120),
      medianMs: fc.constantFrom(6.9, 16.7, 19.5, 20, 20.6, 31.2, 33.3, 40.1),
      p95Ms: fc.constantFrom(16.9, 20.1, 30.1, 66.7),
    }),
  ],
  [
    'realm',
    'page',
    fc.record({
      differences: fc.uniqueArray(
        fc.constantFrom(
          'Date.getTimezoneOffset',
          'navigator.hardwareConcurrency',
          'worker: time zone',
          'anything',
        ),
        { maxLength: 3 },
      ),
    }),
  ],
]
