/** The form of what `npm run fit` learns of paths. */

/** Kinds of access line that data tell apart; `any` where the kind is not known. */
export const accessKinds = ['fixed', 'mobile', 'satellite', 'any'] as const

/** Kind of access line. */
export type AccessKind = (typeof accessKinds)[number]

/** Parts of the world between which networks differ: dense, dense, and all others. */
export const regions = ['north-america', 'europe', 'elsewhere'] as const

/** Part of the world. */
export type Region = (typeof regions)[number]

/** Whether the nearest vantage is near the stated place: long paths scatter more. */
export type Reach = 'near' | 'far'

/** A line through points, rising in x; flat beyond its ends. */
export type Curve = readonly (readonly [x: number, y: number])[]

/** What data say of one kind of line, seen from a number of vantages. */
export interface ExcessCurve {
  /** 99 of 100 honest lines answer at most this much later than expected, ms. */
  usualMs: number
  /** Excess in ms → weight in bans. */
  bans: Curve
  /** Honest people and places behind it, and how many of them lay where the curve is highest. */
  honest: { alarms: number; n: number }
}

/** Everything that `npm run fit` learns of paths. Coefficients only. */
export interface PathTable {
  /** YYYY-MM-DD. */
  fittedOn: string
  /** Data, their n and how they were split. */
  source: string
  /** Distance in km → usual round trip in ms. */
  expectedMs: Curve
  /** What the regions of claim and vantage add to that, ms. */
  regionMs: Readonly<Record<Region, Readonly<Record<Region, number>>>>
  /** For 1, 2, 3 and 4 or more vantages, by whether one of them is near the stated place. */
  excess: Readonly<Record<AccessKind, readonly Readonly<Record<Reach, ExcessCurve>>[]>>
}
