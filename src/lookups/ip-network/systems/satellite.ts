/** Systems whose customers are reached by satellite. */
import type { SystemTable } from '../system-table.ts'

/** Providers of access by satellite; names as in the table of autonomous systems of 2026-06-17. */
export const satellite: SystemTable = {
  kind: 'satellite',
  list: 'our table of satellite networks',
  builtOn: '2026-11-25',
  systems: new Map([[14593, 'Starlink']]),
}
