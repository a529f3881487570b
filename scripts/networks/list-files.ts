/** Which published lists ship, and what is said of them. */
import type { ListAbout } from '../../src/lookups/ip-network/network-list.ts'
import type { ListForm } from '../../src/lookups/ip-network/read-networks.ts'

/** A list and the files it is published in. */
export interface ListFile extends Omit<ListAbout, 'sha256'> {
  parts: readonly { name: string; form: ListForm | 'mmdb' }[]
  /** A file of numbers of autonomous systems. */
  asnPart?: string
}

const X4B = { builtOn: '2026-08-22', source: 'github.com/X4BNet/lists_vpn', licence: 'MIT' }
const MISP = { source: 'github.com/MISP/misp-warninglists', licence: 'CC0-1.0' }

/** Day of the files of MISP, which is their version; Azure's and Oracle's are older. */
const MISP_DAY = '2026-08-11'

/** A list of MISP's with the addresses of a cloud. */
function cloud(id: string, operator: string, name: string, builtOn = MISP_DAY): ListFile {
  const list = `${operator}’s own list of its addresses`
  return { id, kind: 'hosting', operator, list, builtOn, ...MISP, parts: [{ name, form: 'json' }] }
}

/** The lists. */
export const listFiles: readonly ListFile[] = [
  {
    id: 'icloud-private-relay',
    kind: 'relay',
    operator: 'iCloud Private Relay',
    list: 'Apple’s list of Private Relay',
    builtOn: '2026-08-17',
    source: 'github.com/nextdns/icloud-private-relay-mmdb',
    licence: 'MIT',
    parts: [{ name: 'icloud-private-relay-country-2026-08-17.mmdb', form: 'mmdb' }],
  },
  {
    id: 'zscaler',
    kind: 'gateway',
    operator: 'Zscaler',
    list: 'Zscaler’s own list of its addresses',
    builtOn: MISP_DAY,
    ...MISP,
    parts: [{ name: 'misp-zscaler.json', form: 'json' }],
  },
  {
    id: 'x4b-vpn',
    kind: 'vpn',
    operator: null,
    list: 'X4B list of VPN networks',
    ...X4B,
    parts: [
      { name: 'x4b-vpn-ipv4.txt', form: 'lines' },
      { name: 'x4b-vpn-ipv6.txt', form: 'lines' },
    ],
  },
  cloud('amazon-aws', 'Amazon Web Services', 'misp-amazon-aws.json'),
  cloud('google-gcp', 'Google Cloud', 'misp-google-gcp.json'),
  cloud('microsoft-azure', 'Microsoft Azure', 'misp-microsoft-azure.json', '2024-12-03'),
  cloud('oracle-oci', 'Oracle Cloud', 'misp-oracle-oci.json', '2026-08-08'),
  {
    id: 'x4b-datacenter',
    kind: 'hosting',
    operator: null,
    list: 'X4B list of data centres',
    ...X4B,
    parts: [
      { name: 'x4b-datacenter-ipv4.txt', form: 'lines' },
      { name: 'x4b-datacenter-ipv6.txt', form: 'lines' },
    ],
    asnPart: 'x4b-datacenter-asn.txt',
  },
]
