/** Who announces an address: number and name of the autonomous system. */
import { z } from 'zod'
import { countUpTo, type Boundaries } from './boundaries.ts'
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

const aboutSchema = z.object({
  /** For people. */
  list: z.string(),
  builtOn: z.string(),
  source: z.string(),
  licence: z.string(),
})

/** What the file says of itself. */
export type AsnAbout = z.infer<typeof aboutSchema>

/** The table as it is kept in a file. */
export function packOwners(about: AsnAbout, { four, six, asns, names }: OwnerTable): Table {
  const bytes = names.map((name) => Buffer.from(name))
  let end = 0
  const ends = Uint32Array.from(bytes, ({ length }) => (end += length))
  const columns = [...split(four.starts), four.asns, ...split(six.starts), six.asns, asns, ends]
  return { about, columns, text: Buffer.concat(bytes) }
}

/** Opens the table of a file. Fails: throws when the file holds something else. */
export function openOwners({ about, columns, text }: Table): { about: AsnAbout; find: FindOwner } {
  const [four, fourAsns, s0, s1, s2, s3, sixAsns, asns, ends, ...rest] = columns
  if (!four || !fourAsns || !s0 || !s1 || !s2 || !s3 || !sixAsns || !asns || !ends || rest.length) {
    throw new Error(`expected 9 columns, got ${String(columns.length)}`)
  }
  const rows = {
    4: { starts: interleave([four]), asns: fourAsns },
    6: { starts: interleave([s0, s1, s2, s3]), asns: sixAsns },
  }
  const numbers: Boundaries = { width: 1, words: asns }
  // Names stay bytes until they are asked for: 91,000 strings would take more memory than everything else.
  const nameOf = (asn: number) => {
    const row = countUpTo(numbers, [asn]) - 1
    const name = asns[row] === asn ? text.toString('utf8', ends[row - 1] ?? 0, ends[row]) : ''
    return name === '' ? null : name
  }
  return {
    about: aboutSchema.parse(about),
    find(family, address) {
      const asn = rows[family].asns[countUpTo(rows[family].starts, address) - 1] ?? 0
      return asn === 0 ? undefined : { asn, organisation: nameOf(asn) }
    },
  }
}
