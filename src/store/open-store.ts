/** What opening a database gives, whichever engine is behind it. */
import type { Bus, Store } from '../usecases/ports.ts'

/** An open database, with what only an operator or the composition root does. */
export interface OpenStore extends Store, AsyncDisposable {
  /** News between the processes that share this database. */
  bus: Bus
  /**
   * Whether this process does a duty that only one of those that share the database does. The first that asks has it
   * until it ends or loses the database; then another does.
   */
  leads(duty: string): Promise<boolean>
  /** Encrypts everything with the current key; returns how many columns it changed. */
  reencrypt(): Promise<number>
}

/** The database cannot be used; the message is for the operator. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
}
