/** Kinds of networks told by who announces them: by the number of the autonomous system, or by its name. */
import type { NetworkKind } from '../../core/signals.ts'
import type { Owner } from './asn-table.ts'

/** A table of systems of one kind. */
export interface SystemTable {
  kind: NetworkKind
  /** For people. */
  list: string
  /** Day the table was last held against its sources, YYYY-MM-DD. */
  builtOn: string
  /** System → who runs it, where that is more than a carrier's name, else null. */
  systems: ReadonlyMap<number, string | null>
  /** Names of organisations of this kind, where their words leave no doubt. */
  names?: RegExp
}

/** Whether a table names a system. Out: with its operator. */
export function findSystem(
  table: SystemTable,
  owner: Owner,
): { operator: string | null } | undefined {
  const operator = table.systems.get(owner.asn)
  if (operator !== undefined) return { operator }
  const isNamed = owner.organisation !== null && table.names?.test(owner.organisation) === true
  return isNamed ? { operator: null } : undefined
}
