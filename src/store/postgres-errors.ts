/** Faults of PostgreSQL, sorted by what to do about them, and in words that say what was expected. */
import type { DatabaseError } from 'pg'
import { StoreError } from './open-store.ts'

/** The connection went, or could not be had, before anything was stored. The work can be done again on another. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
}

/** Another transaction was quicker, and nothing of this one was stored. The work can be done again. */
export class Conflict extends Error {
  override readonly name = 'Conflict'
  /** A value that must be unique was taken: perhaps by a transaction at the same moment, perhaps for good. */
  readonly perhapsForGood: boolean

  constructor(message: string, options?: ErrorOptions & { perhapsForGood?: boolean }) {
    super(message, options)
    this.perhapsForGood = options?.perhapsForGood ?? false
  }
}

/**
 * Codes after which the connection is of no use, or could not be made now: shutting down, starting up, too many
 * connections, a session that was ended from outside. Class 08 is the connection's own.
 * Source: https://www.postgresql.org/docs/18/errcodes-appendix.html (read 2026-11-22).
 */
const LOST = new Set(['57P01', '57P02', '57P03', '57P05', '53300', '25P03', '25P04'])

/** serialization_failure, deadlock_detected, lock_not_available. */
const CONFLICT = new Set(['40001', '40P01', '55P03'])

const UNIQUE_VIOLATION = '23505'

/** What is wrong and what was expected, by code. */
const faults: Readonly<Record<string, string>> = {
  '28P01': 'it refuses the password. Expected the user and password of a role that may log in.',
  '28000': 'it refuses the user. Expected a role that may log in from this machine.',
  '3D000': 'there is no such database. Expected one that exists: create it first.',
  '42501': 'access was refused. Expected a role that may create and use tables in this database.',
  '25006': 'it is read-only. Expected the primary server, not a replica.',
  '53100': 'the disk is full. Expected room to write; what was asked last is not stored.',
  '53200': 'it is out of memory. Expected room to work; what was asked last is not stored.',
}

/** Whether the server itself said this; everything else is the connection's. */
function isServerError(error: unknown): error is DatabaseError {
  return error instanceof Error && 'severity' in error && 'code' in error
}

/**
 * The same fault as one of ours. In: `where` names server and database without a password; `committing` when the
 * fault met a commit, whose outcome is unknown if the connection went with it.
 */
export function explainPostgres(error: unknown, where: string, committing = false): unknown {
  const lost =
    !isServerError(error) || LOST.has(error.code ?? '') || error.code?.startsWith('08') === true
  const said = error instanceof Error ? error.message : String(error)
  if (lost) {
    if (!committing) return new ConnectionLost(said, { cause: error })
    const message = `Database ${where}: the connection went while storing. Whether it was stored is unknown. (${said})`
    return new StoreError(message, { cause: error })
  }
  const code = error.code ?? ''
  if (CONFLICT.has(code)) return new Conflict(said, { cause: error })
  if (code === UNIQUE_VIOLATION) {
    return new Conflict(said, { cause: error, perhapsForGood: true })
  }
  const fault = faults[code]
  if (fault === undefined) return error
  return new StoreError(`Database ${where}: ${fault} (${code})`, { cause: error })
}

/** What is said when nothing answered for as long as we wait. */
export function unreachable(where: string, cause: ConnectionLost): StoreError {
  const message = `Database ${where}: it does not answer. Expected a PostgreSQL server that takes connections there. (${cause.message})`
  return new StoreError(message, { cause })
}
