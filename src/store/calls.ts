/** Whose times in a call are noted. Account, server and channel are encrypted; equality shows by keyed hashes. */
import type { Selectable } from 'kysely'
import type { RoundState } from '../core/round.ts'
import type { CallRecord, Tx } from '../usecases/records.ts'
import { createCells, type Cells } from './cells.ts'
import type { Cipher } from './cipher.ts'
import type { Database, Trx } from './schema.ts'

type Row = Selectable<Database['calls']>

/** What is encrypted together. */
type Subject = Pick<CallRecord, 'server' | 'channel' | 'person'>

/** Rounds in which readings are taken: somebody pressed Continue, and the window is not over. */
const readStates: readonly RoundState[] = ['opened', 'judged']

/** What finds a call without reading it: by the account in a server, and by the server. */
export function callHashes(
  cipher: Cipher,
  service: CallRecord['service'],
  { server, person }: Pick<Subject, 'server' | 'person'>,
) {
  return {
    person_hash: cipher.blind('call', `${service} ${server} ${person}`),
    server_hash: cipher.blind('call', `${service} ${server}`),
  }
}

/** Calls in one transaction. */
export function createCalls(trx: Trx, cipher: Cipher): Tx['calls'] {
  const cells = createCells(cipher, 'calls')
  const heardNow = () =>
    trx
      .selectFrom('calls')
      .innerJoin('rounds', 'rounds.id', 'calls.round_id')
      .selectAll('calls')
      .where('rounds.state', 'in', readStates)
      .orderBy('calls.round_id')
  return {
    async insert(record) {
      await trx
        .insertInto('calls')
        .values(toRow(record, cells, cipher))
        .execute()
    },

    async get(roundId) {
      const row = await trx
        .selectFrom('calls')
        .selectAll()
        .where('round_id', '=', roundId)
        .executeTakeFirst()
      return row && fromRow(row, cells)
    },

    async ofPerson(service, server, person) {
      const hashes = cipher.blinds('call', `${service} ${server} ${person}`)
      const rows = await heardNow().where('calls.person_hash', 'in', hashes).execute()
      return rows.map((row) => fromRow(row, cells))
    },

    async ofServer(service, server) {
      const hashes = cipher.blinds('call', `${service} ${server}`)
      const rows = await heardNow().where('calls.server_hash', 'in', hashes).execute()
      return rows.map((row) => fromRow(row, cells))
    },

    async all(service) {
      const rows = await heardNow().where('calls.service', '=', service).execute()
      return rows.map((row) => fromRow(row, cells))
    },

    async hear(roundId, at) {
      await trx.updateTable('calls').set({ heard_at: at }).where('round_id', '=', roundId).execute()
    },
  }
}

function toRow(record: CallRecord, cells: Cells<'calls'>, cipher: Cipher): Row {
  const { roundId, service, server, channel, person, heardAt } = record
  const subject: Subject = { server, channel, person }
  return {
    round_id: roundId,
    service,
    subject: cells.seal('subject', roundId, subject),
    ...callHashes(cipher, service, subject),
    heard_at: heardAt,
  }
}

function fromRow(row: Row, cells: Cells<'calls'>): CallRecord {
  const erased: Subject = { server: '', channel: '', person: '' }
  return {
    roundId: row.round_id,
    service: row.service,
    ...cells.open<Subject>('subject', row.round_id, row.subject, erased),
    heardAt: row.heard_at,
  }
}
