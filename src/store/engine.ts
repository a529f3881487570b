/** What differs between the database engines. Everything else in this room runs on both. */
import type { ColumnDefinitionBuilder, CreateTableBuilder, SelectQueryBuilder } from 'kysely'
import type { Database, Db } from './schema.ts'

/** One engine's way of doing what SQL has no common word for. */
export interface Engine {
  /** Adds the column `seq`: ascending, made by the database, never used twice. */
  withSequence<T extends string>(table: CreateTableBuilder<T>): CreateTableBuilder<T | 'seq'>
  /** Makes a table refuse changed and deleted rows. */
  appendOnly(db: Db, table: keyof Database): Promise<void>
  /** Locks the rows that a query picks for this transaction; rows that others hold are left out. */
  lockRows<O>(query: SelectQueryBuilder<Database, 'outbox', O>): typeof query
  /** Waits until no other transaction holds this name, and holds it to the end of this one. */
  exclusive(db: Db, name: 'audit' | 'migrations'): Promise<void>
}

/** A column that must have a value. */
export function required(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column.notNull()
}
