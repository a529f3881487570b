/** Systems of companies through whose filters employees reach the Internet. */
import type { SystemTable } from '../system-table.ts'

/**
 * Makers of secure web gateways, with the systems their gateways leave from. Palo Alto's Prisma and others that run on rented
 * clouds have no system of their own: they show as hosting.
 *
 * Source: names of the systems in @ip-location-db/asn 2.3.2026061719 (read 2026-11-25). Check Point's SSE was Perimeter 81;
 * X4B lists its AS398391 as a VPN.
 */
export const gateways: SystemTable = {
  kind: 'gateway',
  list: 'our table of company gateways',
  builtOn: '2026-11-25',
  systems: new Map([
    [22616, 'Zscaler'],
    [53444, 'Zscaler'],
    [53813, 'Zscaler'],
    [62044, 'Zscaler'],
    [62907, 'Zscaler'],
    [55256, 'Netskope'],
    [36692, 'Cisco Umbrella'],
    [25605, 'Cisco Umbrella'],
    [13150, 'Cato Networks'],
    [138627, 'Cato Networks'],
    [396253, 'iboss'],
    [137922, 'iboss'],
    [202276, 'iboss'],
    [44444, 'Forcepoint'],
    [43251, 'Forcepoint'],
    [13448, 'Forcepoint'],
    [62654, 'Menlo Security'],
    [14600, 'Skyhigh Security'],
    [213176, 'Check Point SSE'],
    [398391, 'Check Point SSE'],
    [400318, 'Versa Networks'],
    [393262, 'Todyl'],
    [11179, 'Aryaka'],
  ]),
}
