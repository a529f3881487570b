/** What is known of a network by who announces it alone. */
import type { AddressNetwork } from '../../../core/signals.ts'
import type { Owner } from '../asn-table.ts'
import { findSystem, type SystemTable } from '../system-table.ts'
import { education } from './education.ts'
import { gateways } from './gateways.ts'
import { hosting } from './hosting.ts'
import { mobile } from './mobile.ts'
import { relays } from './relays.ts'
import { satellite } from './satellite.ts'
import { torExits, vpns } from './tunnels.ts'

/** The tables, the more specific ones first. A school’s name goes before a host’s: some universities run clouds. */
const tables: readonly SystemTable[] = [
  relays,
  gateways,
  torExits,
  vpns,
  satellite,
  mobile,
  education,
  hosting,
]

/** What a table says of a system. */
export type SystemWord = Pick<AddressNetwork, 'kind' | 'operator' | 'list' | 'builtOn'>

/** Finds what the first table that names a system says of it; undefined when none does. */
export type FindSystemWord = (owner: Owner) => SystemWord | undefined

/** Makes the finder, which asks the patterns of names once for each system. */
export function createBySystem(): FindSystemWord {
  const known = new Map<number, SystemWord | undefined>()
  return (owner) => {
    if (!known.has(owner.asn)) known.set(owner.asn, find(owner))
    return known.get(owner.asn)
  }
}

function find(owner: Owner): SystemWord | undefined {
  for (const table of tables) {
    const found = findSystem(table, owner)
    if (found === undefined) continue
    const { kind, list, builtOn } = table
    return { kind, operator: found.operator, list, builtOn }
  }
  return undefined
}
