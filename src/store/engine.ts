/** What differs between the database engines. Everything else in this room runs on both. */
import type {
  ColumnDefinitionBuilder,
  ControlledTransaction,
  CreateTableBuilder,
  SelectQueryBuilder,
} from 'kysely'
import type { Database, Db } from './schema.ts'

/** One engine's way of doing what SQL has no common word for. */
export interface Engine {
  /** Begins a transaction in which work is as though it were alone. */
  begin(db: Db): Promise<ControlledTransaction<Database>>
  /** Adds the column `seq`: ascending, made by the database, never used twice. */
  withSequence<T extends string>(table: CreateTableBuilder<T>): CreateTableBuilder<T | 'seq'>
  /** Makes a table refuse changed and deleted rows. */
  appendOnly(db: Db, table: keyof Database): Promise<void>
  /** Locks the rows that a query picks for this transaction; rows that others hold are left out. */
  lockRows<O>(query: SelectQueryBuilder<Database, 'outbox', O>): typeof query
  /** Holds a name to the end of this transaction; where another holds it, waits or gives the transaction up to be run again. */
  exclusive(db: Db, name: 'audit' | 'migrations'): Promise<void>
}

/** A column that must have a value. */
export function required(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column.notNull()
}
