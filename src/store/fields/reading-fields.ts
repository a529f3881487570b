/** Fields of readings, and of what serves to take them. */
import type { Database } from '../schema.ts'
import { field, type FieldsOf } from './field.ts'

type Tables = 'links' | 'sessions' | 'previews' | 'signals' | 'grants'

/** What each column is for. */
export const readingFields: { readonly [T in Tables]: FieldsOf<Database[T]> } = {
  links: {
    hash: field('hash', 'readings', 'whereabouts', 'operator', 'finds the round of a link'),
    round_id: field('plain', 'readings', 'whereabouts', 'operator', 'where the link leads'),
    state: field(
      'plain',
      'readings',
      'whereabouts',
      'operator',
      'live, used or superseded: works once',
    ),
    created_at: field('plain', 'readings', 'whereabouts', 'operator', 'when it was made'),
  },
  sessions: {
    id: field('plain', 'readings', 'whereabouts', 'hiring', 'names the session in the audit log'),
    hash: field('hash', 'readings', 'whereabouts', 'operator', 'knows the browser by its cookie'),
    round_id: field('plain', 'readings', 'whereabouts', 'hiring', 'the round it is bound to'),
    state: field('plain', 'readings', 'whereabouts', 'hiring', 'bound, joined, moved or ended'),
    network_hash: field(
      'keyed hash',
      'readings',
      'our server',
      'operator',
      'network of the address (/24 or /64): is a second browser in the same one',
    ),
    created_at: field('plain', 'readings', 'whereabouts', 'hiring', 'when it began'),
    last_seen_at: field('plain', 'readings', 'our server', 'hiring', 'when it last sent readings'),
  },
  previews: {
    seq: field('plain', 'readings', 'whereabouts', 'operator', 'their order'),
    round_id: field('plain', 'readings', 'whereabouts', 'hiring', 'whose link was looked at'),
    at: field('plain', 'readings', 'our server', 'hiring', 'when; no address is kept'),
    method: field('plain', 'readings', 'our server', 'hiring', 'GET or HEAD'),
    previewer: field(
      'plain',
      'readings',
      'our server',
      'hiring',
      'whether it named itself a preview or mail scanner',
    ),
  },
  signals: {
    seq: field('plain', 'readings', 'whereabouts', 'operator', 'their order'),
    id: field('plain', 'readings', 'whereabouts', 'operator', 'binds the ciphertext to its row'),
    round_id: field('plain', 'readings', 'whereabouts', 'both', 'the round it was read in'),
    session_id: field('plain', 'readings', 'whereabouts', 'operator', 'the session it was read in'),
    name: field('plain', 'readings', 'whereabouts', 'both', 'which reading: see “Signals”'),
    source: field(
      'plain',
      'readings',
      'whereabouts',
      'both',
      'who told it: what a page says is believed less',
    ),
    at: field('plain', 'readings', 'our server', 'both', 'when, by our clock'),
    reading: field(
      'encrypted',
      'readings',
      'browser',
      'both',
      'its value, or why there is none; from the browser or our server',
    ),
  },
  grants: {
    hash: field(
      'hash',
      'expiry',
      'whereabouts',
      'operator',
      'proves a report link, a link to a calendar file, a code for another device, a console’s cookie, a page’s right to a beacon, a page that comes by another path',
    ),
    kind: field('plain', 'expiry', 'whereabouts', 'operator', 'which of these'),
    subject: field(
      'plain',
      'expiry',
      'whereabouts',
      'operator',
      'the case, session or console it is for',
    ),
    state: field(
      'plain',
      'expiry',
      'browser',
      'both',
      'another device: browser and system as it names itself, shown to the first one, with the hash of what it waits with; a beacon: number of its last statement; a page: which of our addresses it came to',
    ),
    expires_at: field('plain', 'expiry', 'whereabouts', 'operator', 'when it ends'),
  },
}
