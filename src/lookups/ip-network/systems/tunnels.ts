/** Systems of sellers of VPNs and of people who run exits of Tor. */
import type { SystemTable } from '../system-table.ts'

const head = { list: 'our table of VPN and Tor networks', builtOn: '2026-11-25' }

/**
 * Sellers of VPNs and proxies that announce networks under a name of their own or of a daughter known to the public:
 * PacketHub is NordVPN's, Cyberzone is Surfshark's. M247 and Datacamp, whose customers are VPNs and others, are left to the lists of ranges.
 *
 * Source: X4BNet/lists_vpn, input of systems, 2026-08-22; names of the systems in @ip-location-db/asn
 * 2.3.2026061719 (read 2026-11-25).
 */
export const vpns: SystemTable = {
  ...head,
  kind: 'vpn',
  systems: new Map([
    [136787, 'NordVPN'],
    [207137, 'NordVPN'],
    [141039, 'NordVPN'],
    [147049, 'NordVPN'],
    [272096, 'NordVPN'],
    [209854, 'Surfshark'],
    [208172, 'Proton VPN'],
    [209103, 'Proton VPN'],
    [199218, 'Proton VPN'],
    [216025, 'Mullvad'],
    [397540, 'Windscribe'],
    [203619, 'IVPN'],
    [396319, 'Oxylabs'],
    [209043, 'IPRoyal'],
    [399916, 'PacketStream'],
  ]),
}

/**
 * Associations that run exits of Tor and little else. Exits elsewhere are known where the list of the Tor Project is fetched.
 *
 * Source: X4BNet/lists_vpn names AS60729 “Tor exit nodes”; the others by the names of the systems in @ip-location-db/asn
 * 2.3.2026061719 and their own statement of purpose (read 2026-11-25).
 */
export const torExits: SystemTable = {
  ...head,
  kind: 'tor',
  systems: new Map([
    [60729, 'Stiftung Erneuerbare Freiheit'],
    [208323, 'Foundation for Applied Privacy'],
    [396507, 'Emerald Onion'],
    [62744, 'Quintex'],
    [401401, 'Unredacted'],
    [401720, 'Unredacted'],
  ]),
}
