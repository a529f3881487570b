/** Feeds that an operator pays for: MMDB files of kinds of networks. */
import { readFile } from 'node:fs/promises'
import { builtOn, openMmdb, recordOf, WELL_KNOWN } from '../address/mmdb-file.ts'
import type { PublicAddress } from '../address/public-address.ts'
import { readFeedRecord, type FeedWord } from './feed-record.ts'

/** A feed: what it says of an address, or undefined. */
export interface Feed {
  name: string
  builtOn: string
  /** Fails: `DamagedRecord`. */
  ask(address: PublicAddress): FeedWord | undefined
}

/**
 * Opens a feed.
 *
 * Read, not mapped: an operator may overwrite it in place while we run.
 * Fails: rejects when the file is missing, damaged, or not about networks.
 */
export async function openFeed(path: string): Promise<Feed> {
  const reader = await openMmdb(path, readFile, 'feed of networks')
  const name = reader.metadata.databaseType.slice(0, MOST_NAME) || 'MMDB'
  const get = ({ text, family }: PublicAddress) =>
    family === 6 && reader.metadata.ipVersion === 4 ? null : recordOf(reader, text)
  const known = WELL_KNOWN.filter((sample) => get(sample) !== null)
  if (known.length > 0 && known.every((sample) => readFeedRecord(get(sample)) === undefined)) {
    throw new Error(
      `feed of networks ${path}: expected kinds of networks (vpn, hosting, connection type …), got ${name}`,
    )
  }
  return {
    name,
    builtOn: builtOn(reader),
    ask: (address) => readFeedRecord(get(address)),
  }
}

/** Longest name that the signal takes. */
const MOST_NAME = 100
