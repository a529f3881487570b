/**
 * Builds `data/asn.bin.gz` and `data/networks.bin.gz`: who announces an address, and lists of kinds of networks.
 *
 * Usage: tsx scripts/build-networks.ts FOLDER
 *
 * In: npm `@ip-location-db/asn` (development dependency), and in FOLDER the files that `scripts/networks/list-files.ts`
 * names: the lists of X4BNet/lists_vpn and MISP/misp-warninglists as published.
 * Out: the two files as `src/lookups/ip-network/` reads them, each with source, day, licence and SHA-256 at its head.
 * Private Relay and company gateways are taken out of the lists of VPNs and hosting, which contain nearly all of them.
 * IPv6 keeps all 128 bits.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packOwners } from '../src/lookups/ip-network/asn-table.ts'
import { knownList } from '../src/lookups/ip-network/known-lists.ts'
import { packLists, type NetworkList } from '../src/lookups/ip-network/network-list.ts'
import { pack, type Table } from '../src/lookups/ip-network/packed-file.ts'
import {
  rangeSet,
  sizeOf,
  union,
  without,
  type Range,
} from '../src/lookups/ip-network/range-set.ts'
import { readNetworks } from '../src/lookups/ip-network/read-networks.ts'
import { readAsnPackage } from './networks/asn-csv.ts'
import { listFiles, type ListFile } from './networks/list-files.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('expected one argument: the folder of the list files')

const { table, version, builtOn } = readAsnPackage()
const about = {
  list: 'table of networks by RouteViews, the regional registries and DB-IP',
  builtOn,
  source: `npm @ip-location-db/asn ${version}`,
  licence: 'CC BY 4.0: RouteViews, NRO, DB-IP',
}
await write('asn', packOwners(about, table))

const lists: NetworkList[] = []
for (const file of listFiles) lists.push(await readList(folder, file))
const innocent = lists.filter(({ about: { kind } }) => kind === 'relay' || kind === 'gateway')
const taken = union(innocent.map(({ ranges }) => ranges))
const shipped = lists.map((list) =>
  innocent.includes(list) ? list : { ...list, ranges: without(list.ranges, taken) },
)
for (const { about: list, ranges, asns } of shipped) {
  const { ranges: count, addresses } = sizeOf(ranges)
  const networks = `${String(count)} ranges with ${String(addresses)} IPv4 addresses`
  process.stdout.write(`${list.id}: ${networks}, ${String(asns.length)} systems\n`)
}
await write('networks', packLists(shipped))

/** Reads the parts of a list. Fails: throws when an entry is no network. */
async function readList(from: string, { parts, asnPart, ...rest }: ListFile): Promise<NetworkList> {
  const ranges: Range[] = []
  const sha256: string[] = []
  for (const { name, form } of parts) {
    const bytes = readFileSync(join(from, name))
    sha256.push(createHash('sha256').update(bytes).digest('hex'))
    const read = await readNetworks(bytes.toString('utf8'), form)
    if (read.strangers > 0 || read.ranges.length === 0) {
      throw new Error(
        `${name}: expected networks only, got ${String(read.strangers)} other entries`,
      )
    }
    ranges.push(...read.ranges)
  }
  const asns = asnPart === undefined ? [] : readAsns(join(from, asnPart))
  const about = { ...knownList(rest.id), ...rest, sha256 }
  return { about, ranges: rangeSet(ranges), asns: Uint32Array.from(asns) }
}

/** "AS45090 # Tencent cloud computing" */
function readAsns(path: string): number[] {
  const numbers = readFileSync(path, 'utf8').matchAll(/^AS(\d+)/gm)
  return [...new Set(Array.from(numbers, ([, number]) => Number(number)))].sort((a, b) => a - b)
}

async function write(name: string, content: Table): Promise<void> {
  const bytes = await pack(content)
  writeFileSync(new URL(`../data/${name}.bin.gz`, import.meta.url), bytes)
  process.stdout.write(`${name}.bin.gz: ${String(bytes.length)} bytes\n`)
}
