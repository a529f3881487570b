/** Systems that a browser leaves from when its maker or a privacy service stands between. */
import type { SystemTable } from '../system-table.ts'

/**
 * Cloudflare: people leave from it by WARP, by its company gateway or by Private Relay; it sells no lines.
 * It does not publish which addresses WARP uses, so neither is named.
 *
 * Source: developers.cloudflare.com, Cloudflare One, egress policies: “Cloudflare does not publish WARP egress IP ranges”;
 * names of the systems in @ip-location-db/asn 2.3.2026061719 (read 2026-11-25).
 */
export const relays: SystemTable = {
  kind: 'relay',
  list: 'our table of relays',
  builtOn: '2026-11-25',
  systems: new Map(
    [13335, 14789, 132892, 202623, 209242, 395747].map((asn) => [asn, 'Cloudflare']),
  ),
}
