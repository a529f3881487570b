/** Who announces an address: number and name of the autonomous system. */
import type { Boundaries } from './boundaries.ts'
import { countUpTo } from './boundaries.ts'
import { interleave, split } from './columns.ts'
import type { Table } from './packed-file.ts'

/** An autonomous system, in the words of the table. */
export interface Owner {
  asn: number
  organisation: string | null
}

/** Finds the owner of an address, in words. */
export type FindOwner = (family: 4 | 6, address: readonly number[]) => Owner | undefined

/** Announced from this address on, up to the next row: the number of the system, or 0 for nobody. */
export interface OwnerRows {
  starts: Boundaries
  asns: Uint32Array
}

/** Everything the table holds. */
export interface OwnerTable {
  four: OwnerRows
  six: OwnerRows
  /** Numbers ascending, and the name of each. */
  asns: Uint32Array
  names: readonly string[]
}

/** What the file says of itself. */
export interface AsnAbout {
  list: string
  builtOn: string
  source: string
  licence: string
}

/** The table as it is kept in a file. */
export function packOwners(about: AsnAbout, { four, six, asns, names }: OwnerTable): Table {
  const columns = [...split(four.starts), four.asns, ...split(six.starts), six.asns, asns]
  return { about, columns, text: Buffer.from(names.join('\n')) }
}

/** Opens the table of a file. Fails: throws when the file holds something else. */
export function openOwners({ about, columns, text }: Table): { about: AsnAbout; find: FindOwner } {
  const [four, fourAsns, s0, s1, s2, s3, sixAsns, asns, ...rest] = columns
  if (!four || !fourAsns || !s0 || !s1 || !s2 || !s3 || !sixAsns || !asns || rest.length > 0) {
    throw new Error(`expected 8 columns, got ${String(columns.length)}`)
  }
  const rows = {
    4: { starts: interleave([four]), asns: fourAsns },
    6: { starts: interleave([s0, s1, s2, s3]), asns: sixAsns },
  }
  const nameOf = indexNames(asns, text)
  return {
    // Written by `packOwners`, which the file's first line says.
    about: about as AsnAbout,
    find(family, address) {
      const asn = rows[family].asns[countUpTo(rows[family].starts, address) - 1] ?? 0
      return asn === 0 ? undefined : { asn, organisation: nameOf(asn) }
    },
  }
}

/** Names stay bytes until they are asked for: 91,000 strings would take more memory than everything else. */
function indexNames(asns: Uint32Array, bytes: Buffer): (asn: number) => string | null {
  const ends = new Uint32Array(asns.length)
  let at = 0
  for (let i = 0; i < asns.length; i++) {
    const end = bytes.indexOf('\n', at)
    ends[i] = end === -1 ? bytes.length : end
    at = (ends[i] ?? 0) + 1
  }
  const numbers: Boundaries = { width: 1, words: asns }
  return (asn) => {
    const row = countUpTo(numbers, [asn]) - 1
    if (asns[row] !== asn) return null
    const name = bytes.toString('utf8', row === 0 ? 0 : (ends[row - 1] ?? 0) + 1, ends[row])
    return name === '' ? null : name
  }
}
