/** Systems whose customers are reached by satellite. */
import type { SystemTable } from '../system-table.ts'

/**
 * Providers of access by satellite to homes, ships and aircraft. Companies that only own satellites or carry television are
 * left out, and so are those that mostly sell lines on the ground (Xplore, SkyMesh, NordNet).
 *
 * Source: names of the systems in @ip-location-db/asn 2.3.2026061719, each a provider that sells access by satellite
 * under that name (read 2026-11-25).
 */
export const satellite: SystemTable = {
  kind: 'satellite',
  list: 'our table of satellite networks',
  builtOn: '2026-11-25',
  systems: new Map([
    // Low orbit.
    [14593, 'Starlink'],
    [27277, 'Starlink'],
    [800, 'OneWeb'],
    // Geostationary, homes.
    [7155, 'Viasat'],
    [16491, 'Viasat'],
    [40306, 'Viasat'],
    [40311, 'Viasat'],
    [273754, 'Viasat'],
    [1358, 'Hughes'],
    [6621, 'Hughes'],
    [12440, 'Hughes'],
    [17648, 'Hughes'],
    [28613, 'Hughes'],
    [44795, 'Hughes'],
    [63062, 'Hughes'],
    [265705, 'Hughes'],
    [29286, 'Eutelsat Skylogic'],
    [201935, 'Eutelsat Skylogic'],
    [15829, 'Eutelsat'],
    [39356, 'Avanti'],
    [328306, 'Avanti'],
    [135409, 'Kacific'],
    [38172, 'IPSTAR'],
    // Ships, aircraft and remote sites.
    [22351, 'Intelsat'],
    [26243, 'Intelsat'],
    [5377, 'Marlink'],
    [8264, 'Marlink'],
    [8841, 'Marlink'],
    [44933, 'Marlink'],
    [31515, 'Inmarsat'],
    [25222, 'Inmarsat'],
    [31753, 'Inmarsat'],
    [4913, 'Speedcast'],
    [32034, 'Speedcast'],
    [38456, 'Speedcast'],
    [25687, 'KVH'],
    [64294, 'Panasonic Avionics'],
    [36426, 'IsoTropic'],
  ]),
}
