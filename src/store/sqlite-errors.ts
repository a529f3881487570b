/** Faults of the database file, in words that say which file and what was expected of it. */
import Sqlite from 'better-sqlite3'
import { StoreError } from './open-store.ts'

/** What is wrong and what was expected, by SQLite's primary result code. */
const faults: Readonly<Record<string, string>> = {
  SQLITE_READONLY: 'it is read-only. Expected a file and a folder that this process may write to.',
  SQLITE_FULL: 'the disk is full. Expected room to write; what was asked last is not stored.',
  SQLITE_NOTADB:
    'it is not an SQLite file. Expected a database made by this program, or no file at all.',
  SQLITE_CORRUPT: 'it is damaged. Expected a whole database: restore the last backup.',
  SQLITE_CANTOPEN:
    'it cannot be opened. Expected a file in a folder that this process may write to.',
  SQLITE_BUSY:
    'another process holds it. Expected the lock to be free within seconds: end the other process.',
  SQLITE_IOERR: 'reading or writing failed. Expected a disk that works and has room.',
  SQLITE_AUTH: 'access was refused. Expected a file that this process may read and write.',
  SQLITE_PERM: 'access was refused. Expected a file that this process may read and write.',
}

/** The same error, or a clear one when the file is at fault; other errors are a program's own. */
export function explainSqlite(error: unknown, path: string): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error
  const primary = /^SQLITE_[A-Z]+/.exec(error.code)?.[0] ?? ''
  const fault = faults[primary]
  if (fault === undefined) return error
  return new StoreError(`Database ${path}: ${fault} (${error.code})`, { cause: error })
}
