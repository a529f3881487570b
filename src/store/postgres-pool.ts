/** What Kysely is handed instead of the bare driver: prepared sessions, checked parameters, faults of ours. */
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type { ClientConfig, CustomTypesConfig, Pool, PoolClient, types as pgTypes } from 'pg'
import { ConnectionLost, explainPostgres } from './postgres-errors.ts'

/** Transactions at the same time, in one process. A server takes 100 connections unless told otherwise. */
const POOL_SIZE = 10

/** How long one connection may take to be made, or to become free. */
const CONNECT_MS = 10_000

/** After this long without an answer the server is taken for gone; longer than any query of ours. */
const ANSWER_MS = 30_000

/** PostgreSQL's int8: counts, times in ms and sequences, all below 2^53. */
const INT8 = 20

/**
 * What each session is told once. A dead machine's transaction ends by itself, so that its locks go. Index scans are
 * preferred because under `serializable` whoever reads a whole table conflicts with everybody who writes to it.
 * Source: https://www.postgresql.org/docs/18/transaction-iso.html#XACT-SERIALIZABLE (read 2026-11-22).
 */
const SESSION = `
  set statement_timeout = '${String(ANSWER_MS)}ms';
  set idle_in_transaction_session_timeout = '30s';
  set tcp_keepalives_idle = 20;
  set tcp_keepalives_interval = 5;
  set tcp_keepalives_count = 4;
  set enable_seqscan = off;
  set client_min_messages = warning
`

/** How to reach a server. In: the driver's table of parsers, which others may share and which stays as it is. */
export function connectionTo(url: string, { getTypeParser }: typeof pgTypes): ClientConfig {
  const types: CustomTypesConfig = {
    getTypeParser: (oid, format) =>
      Number(oid) === INT8 && format !== 'binary' ? Number : getTypeParser(oid, format),
  }
  return {
    connectionString: url,
    application_name: 'whereabouts',
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: ANSWER_MS + 5_000,
    types,
  }
}

/** A pool's options. */
export function poolOf(config: ClientConfig) {
  return { ...config, max: POOL_SIZE, idleTimeoutMillis: 60_000 }
}

/** Wraps a pool for Kysely's PostgreSQL dialect. In: `where` names the database in faults. */
export function postgresPool(pool: Pool, where: string): PostgresPool {
  const prepared = new WeakSet<PoolClient>()
  // The next query finds out; without a listener the process would end. It hears of idle connections that broke.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return {
    async connect() {
      const client = await pool.connect().catch((error: unknown) => {
        throw explainPostgres(error, where)
      })
      const wrapped = wrap(client, where)
      if (prepared.has(client)) return wrapped
      try {
        await client.query(SESSION)
      } catch (error) {
        client.release(true)
        throw explainPostgres(error, where)
      }
      prepared.add(client)
      return wrapped
    },
    end: () => pool.end(),
  }
}

function wrap(client: PoolClient, where: string): PostgresPoolClient {
  let broken = false
  async function query<R>(
    text: unknown,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> {
    if (typeof text !== 'string') throw new Error('cursors are not used')
    parameters.forEach(check)
    const committing = text === 'commit'
    try {
      const result = await client.query(text, [...parameters])
      // A failed query that the work went on from: PostgreSQL answers such a commit by undoing, and calls that success.
      if (committing && result.command !== 'COMMIT') {
        throw new Error('A transaction whose query failed cannot be stored.')
      }
      return result as unknown as PostgresQueryResult<R>
    } catch (error) {
      const explained = explainPostgres(error, where, committing)
      broken ||= explained instanceof ConnectionLost || committing
      throw explained
    }
  }
  return {
    query: query as PostgresPoolClient['query'],
    // A broken one is not given to anybody else.
    release: () => client.release(broken),
  }
}

/** Refuses what the driver would silently store as NULL or as text of another meaning. */
function check(value: unknown, index: number): void {
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) {
    throw new TypeError(`parameter ${String(index + 1)} of a query is ${String(value)}`)
  }
}
