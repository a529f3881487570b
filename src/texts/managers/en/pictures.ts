/** What stands in maps and timelines: short, as there is little room. */

/** The texts, by picture. */
export const pictures = {
  map: {
    title: 'Map of the stated place and of what was measured',
    server: 'our server',
    stated: 'stated place',
    address: 'IP address',
    numberedAddress: 'IP address {numbers}',
    by: '{address}, by {databases}',
    reach: 'at most {distance} from {server}',
    openRing:
      '{servers}: the fastest answer allows more than half of the earth, so no ring is drawn.',
    countries: 'Placed in a country, without a city: {countries}.',
    estimates: 'Places of IP addresses are estimates.',
    attribution: '{text}.',
    naturalEarth: 'Map: Natural Earth.',
    ring: 'as far away as the fastest answer allows',
    error: 'error that the database itself allows for',
  },
  timeline: {
    title: 'Round-trip times over time',
    mark: '{what} {time}',
    panel: 'ms to our server',
    namedPanel: 'ms to our server in {name}',
    floor: 'least from the stated place: {time}',
    lines: 'Each line: from the fastest answer to the slowest tenth; the dot is the middle one.',
    dashed: 'Dashed: what light in fibre needs to the stated place and back.',
    striped: 'Striped: the page was in the background.',
    zone: 'Times: {zone}.',
  },
} as const
