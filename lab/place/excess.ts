/** How much later than expected the soonest of a person's answers came. */
import type { PathTable } from '../../src/core/path-table.ts'
import { expectedRoundTripMs } from '../../src/core/usual-path.ts'
import type { Draw } from './draws.ts'

/** Least over vantages of measured − expected, ms. */
export function excessOf({ claim, echoes }: Draw, table: PathTable): number {
  return Math.min(
    ...echoes.map(({ vantage, rttMs }) => rttMs - expectedRoundTripMs(vantage, claim, table)),
  )
}
