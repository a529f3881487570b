/** The tables of `data/`, read when the process starts. */
import { readFile } from 'node:fs/promises'
import { shippedData } from '../data/shipped-data.ts'
import { openOwners, type AsnAbout, type FindOwner } from './asn-table.ts'
import { openLists, type NetworkList } from './network-list.ts'
import { unpack, type Table } from './packed-file.ts'

/** What ships. */
export interface ShippedTables {
  owners: { about: AsnAbout; find: FindOwner }
  lists: NetworkList[]
}

/**
 * Reads both files.
 *
 * In: their folder, ending in a slash; the shipped one unless told.
 * Fails: rejects when one is missing, cut short or something else.
 */
export async function readShippedTables(folder?: URL): Promise<ShippedTables> {
  const [asn, networks] = await Promise.all([
    read('asn.bin.gz', folder),
    read('networks.bin.gz', folder),
  ])
  return { owners: openOwners(asn), lists: openLists(networks) }
}

async function read(name: string, folder: URL | undefined): Promise<Table> {
  const file = new URL(name, folder ?? shippedData(name))
  try {
    return await unpack(await readFile(file))
  } catch (cause) {
    const got = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`table of networks ${file.pathname}: expected a whole file, got: ${got}`, {
      cause,
    })
  }
}
