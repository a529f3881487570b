/** The files of which the shipped lists are made. */
import type { ListForm } from '../../src/lookups/ip-network/read-networks.ts'

/** A list and the files it is published in. */
export interface ListFile {
  id: string
  /** Day of the files, YYYY-MM-DD. */
  builtOn: string
  source: string
  parts: readonly { name: string; form: ListForm }[]
  /** A file of numbers of autonomous systems. */
  asnPart?: string
}

const X4B = { builtOn: '2026-08-22', source: 'github.com/X4BNet/lists_vpn' }
const MISP = 'github.com/MISP/misp-warninglists'

/** A list of MISP's; its version is its day. */
function misp(id: string, builtOn: string): ListFile {
  return { id, builtOn, source: MISP, parts: [{ name: `misp-${id}.json`, form: 'json' }] }
}

/** The lists, in the order in which they are asked. */
export const listFiles: readonly ListFile[] = [
  misp('icloud-private-relay', '2026-08-11'),
  misp('zscaler', '2026-08-11'),
  {
    id: 'x4b-vpn',
    ...X4B,
    parts: [
      { name: 'x4b-vpn-ipv4.txt', form: 'lines' },
      { name: 'x4b-vpn-ipv6.txt', form: 'lines' },
    ],
  },
  misp('amazon-aws', '2026-08-11'),
  misp('google-gcp', '2026-08-11'),
  misp('microsoft-azure', '2024-12-03'),
  misp('oracle-oci', '2026-08-08'),
  {
    id: 'x4b-datacenter',
    ...X4B,
    parts: [
      { name: 'x4b-datacenter-ipv4.txt', form: 'lines' },
      { name: 'x4b-datacenter-ipv6.txt', form: 'lines' },
    ],
    asnPart: 'x4b-datacenter-asn.txt',
  },
]
