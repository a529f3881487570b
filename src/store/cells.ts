/** Values in and out of the encrypted columns of one table. */
import type { Cipher } from './cipher.ts'
import type { Sealed, SealedColumn, SealedTable } from './schema.ts'

/** Encrypts and decrypts the columns of one table. */
export interface Cells<T extends SealedTable> {
  /** A value as it is stored; null stays null. */
  seal(column: SealedColumn<T>, id: string, value: unknown): Sealed
  /** A stored value, or `erased` when nothing is stored. What opens was written by us, so its type is trusted. */
  open<V>(column: SealedColumn<T>, id: string, sealed: Sealed, erased: V): V
}

/** The encrypted columns of a table. */
export function createCells<T extends SealedTable>(cipher: Cipher, table: T): Cells<T> {
  return {
    seal: (column, id, value) =>
      value === null ? null : cipher.encrypt({ table, column, id }, JSON.stringify(value)),
    open: (column, id, sealed, erased) =>
      sealed === null ? erased : JSON.parse(cipher.decrypt({ table, column, id }, sealed)),
  }
}
