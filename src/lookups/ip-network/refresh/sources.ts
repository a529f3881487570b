/** Where fresh lists are to be had. */
import type { ListForm } from '../read-networks.ts'

/** A file of a list. */
export interface SourcePart {
  /** Its name in a mirror of the operator's. */
  file: string
  /** Where its publisher has it. */
  url: string
  form: ListForm
}

/** A list, by the id under which it is known. */
export interface Source {
  id: string
  parts: readonly SourcePart[]
  /** Ranges, once merged, below which it cannot be the whole list: about a third of what it had in August 2026. */
  leastRanges: number
}

const X4B = 'https://raw.githubusercontent.com/X4BNet/lists_vpn/main/output'

/** Both families of a list of X4B's. */
function x4b(name: 'vpn' | 'datacenter', leastRanges: number): Source {
  const parts = (['ipv4', 'ipv6'] as const).map((family) => ({
    file: `x4b-${name}-${family}.txt`,
    url: `${X4B}/${name}/${family}.txt`,
    form: 'lines' as const,
  }))
  return { id: `x4b-${name}`, parts, leastRanges }
}

function json(id: string, url: string, leastRanges: number): Source {
  return { id, parts: [{ file: `${id}.json`, url, form: 'json' }], leastRanges }
}

/**
 * The lists that are published where a machine can fetch them. Relays and gateways come first: they are then taken out of
 * the others. Microsoft's list has another address each week, so the one that ships goes on.
 *
 * Source: README and folders of X4BNet/lists_vpn; MISP/misp-warninglists, descriptions and issue 260; check.torproject.org
 * (read 2026-11-25).
 */
export const sources: readonly Source[] = [
  {
    id: 'icloud-private-relay',
    parts: [
      {
        file: 'icloud-private-relay.csv',
        url: 'https://mask-api.icloud.com/egress-ip-ranges.csv',
        form: 'csv',
      },
    ],
    leastRanges: 3000,
  },
  json('zscaler', 'https://config.zscaler.com/api/zscaler.net/hubs/cidr/json/recommended', 20),
  {
    id: 'tor-exits',
    parts: [
      {
        file: 'tor-exits.txt',
        url: 'https://check.torproject.org/torbulkexitlist',
        form: 'lines',
      },
    ],
    leastRanges: 200,
  },
  x4b('vpn', 2000),
  json('amazon-aws', 'https://ip-ranges.amazonaws.com/ip-ranges.json', 900),
  json('google-gcp', 'https://www.gstatic.com/ipranges/cloud.json', 60),
  json('oracle-oci', 'https://docs.oracle.com/en-us/iaas/tools/public_ip_ranges.json', 150),
  x4b('datacenter', 13_000),
]

/** A folder on the web that holds the files under their names, and `SHA256SUMS` if it likes; null: the publishers. */
export type Origin = { base: string } | null

/** Where a file is. */
export function addressOf(part: SourcePart, origin: Origin): string {
  return origin === null ? part.url : new URL(part.file, origin.base).href
}
