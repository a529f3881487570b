/** The signals that a page tells, and nobody else: believed as what they are, words of a browser. */
import { z } from 'zod'
import { define } from './signal-definition.ts'

/** A short text of a browser. */
export const word = z.string().max(100)

/** Names and versions that a browser gives of itself. */
export const brandsSchema = z.array(z.object({ brand: word, version: word })).max(20)

/** Signals of the page by name. */
export const pageSignals = {
  browserZone: define(['page'], true, z.string().min(1).max(64)),
  browserClock: define(
    ['page'],
    true,
    z.object({
      /** The zone that `Intl` names at the same moment. */
      zone: z.string().min(1).max(64),
      year: z.number().int().min(1970).max(2200),
      /** Minutes ahead of UTC at noon UTC of the 1st of each month, by `Date`. */
      offsetsMin: z.array(z.number().min(-1440).max(1440)).length(12),
    }),
  ),
  clockSkewMs: define(['page'], false, z.number().min(-1e12).max(1e12)),
  webdriver: define(['page'], false, z.boolean()),
  screen: define(
    ['page'],
    false,
    z.object({
      width: z.number().int().min(0).max(100_000),
      height: z.number().int().min(0).max(100_000),
      pixelRatio: z.number().min(0).max(100),
    }),
  ),
  device: define(
    ['page'],
    false,
    z.object({
      /** Null where the browser does not tell. */
      cores: z.number().int().min(1).max(1024).nullable(),
      /** GiB, rounded by the browser. */
      memoryGb: z.number().min(0).max(4096).nullable(),
      touchPoints: z.number().int().min(0).max(256).nullable(),
      platform: word.nullable(),
    }),
  ),
  clientHints: define(
    ['page'],
    false,
    z.object({
      brands: brandsSchema,
      mobile: z.boolean(),
      platform: word,
      platformVersion: word.nullable(),
      architecture: word.nullable(),
      bitness: word.nullable(),
      model: word.nullable(),
    }),
  ),
  renderer: define(
    ['page'],
    false,
    z.object({ vendor: z.string().max(300), renderer: z.string().max(300) }),
  ),
  focus: define(['page'], true, z.enum(['focused', 'blurred'])),
  visibility: define(['page'], true, z.enum(['visible', 'hidden'])),
  network: define(['page'], true, z.enum(['online', 'offline', 'changed'])),
  pointer: define(
    ['page'],
    false,
    z.object({
      /** Times from movement to movement under 400 ms, after joining those under 5 ms. */
      gaps: z.number().int().min(0).max(1_000_000),
      gapP10Ms: z.number().min(0).max(400),
      gapMedianMs: z.number().min(0).max(400),
      /** Share of them from 90 to 135 ms. */
      burstShare: z.number().min(0).max(1),
      /** Share of movements over more than 100 pixels at once. */
      jumpShare: z.number().min(0).max(1),
      /** Share of positions in whole pixels; null where one pixel of the page is one of the screen. */
      wholeShare: z.number().min(0).max(1).nullable(),
    }),
  ),
  keys: define(
    ['page'],
    false,
    z.object({
      presses: z.number().int().min(0).max(1_000_000),
      dwellMedianMs: z.number().min(0).max(10_000).nullable(),
      /** Share held for under 10 ms. */
      shortShare: z.number().min(0).max(1),
      /** Share of events that name no physical key. */
      codelessShare: z.number().min(0).max(1),
      /** Share of times that are whole multiples of 15.6 or 33.3 ms. */
      gridShare: z.number().min(0).max(1),
    }),
  ),
  frames: define(
    ['page'],
    false,
    z.object({
      count: z.number().int().min(1).max(1_000_000),
      medianMs: z.number().min(0).max(1000),
      p95Ms: z.number().min(0).max(10_000),
    }),
  ),
  realm: define(['page'], false, z.object({ differences: z.array(z.string().max(60)).max(40) })),
} as const
