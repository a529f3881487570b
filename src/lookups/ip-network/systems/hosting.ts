/** Systems of companies that rent out servers. */
import type { SystemTable } from '../system-table.ts'

/** Words by which such companies name themselves. “Cloud” alone counts only where nothing in the name speaks of access lines. */
const NAMES =
  /hosting\b|\bweb ?host|\bhost(?:s|er)?\b|\bdata ?cent(?:er|re)s?\b|\bvps\b|\bservers\b|\bcolo(?:cation)?\b|^xtom\b|^latitude\.sh\b|^estnoc\b|^(?!.*(?:telecom|internet|broadband|communicat|wi-?fi|cable|wireless|networks?\b|\bnet\b)).*(?:\bcloud|cloud\b)/i

/**
 * By name alone; the list of data centres has the numbers of nearly 900 more.
 *
 * Source: names of the systems in @ip-location-db/asn 2.3.2026061719 (read 2026-11-25): the words find some 1,800
 * systems that no list has, of which 93 also have a word of access providers in their name.
 */
export const hosting: SystemTable = {
  kind: 'hosting',
  list: 'our table of hosting companies',
  builtOn: '2026-11-25',
  systems: new Map(),
  names: NAMES,
}
