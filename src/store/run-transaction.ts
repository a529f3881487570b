/** One transaction from begin to commit, the same on both engines. */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Tx } from '../usecases/records.ts'
import type { Cipher } from './cipher.ts'
import type { Engine } from './engine.ts'
import type { Db } from './schema.ts'
import { createTx } from './tx.ts'

/** Marks what runs inside a transaction, to refuse a second one there: it would wait for the first for ever. */
const running = new AsyncLocalStorage<{ open: boolean }>()

/** Fails: when called from inside a transaction. */
export function refuseNesting(): void {
  if (running.getStore()?.open === true) {
    throw new Error('A transaction was asked for inside a transaction: use the tx at hand.')
  }
}

/**
 * Runs work in a transaction. A `tx` kept for later is refused by Kysely once this has ended.
 *
 * Out: what the work returned, and whether it erased something. Fails: with what the work throws, after rolling back.
 */
export async function runTransaction<T>(
  on: { db: Db; cipher: Cipher; engine: Engine },
  work: (tx: Tx) => Promise<T>,
): Promise<{ result: T; erased: boolean }> {
  const trx = await on.engine.begin(on.db)
  const mark = { open: true }
  let erased = false
  try {
    const tx = createTx({ ...on, trx, onErase: () => void (erased = true) })
    const result = await running.run(mark, () => work(tx))
    await trx.commit().execute()
    return { result, erased }
  } catch (error) {
    // A full disk ends the transaction by itself; then there is nothing to roll back, and that is no news.
    if (!trx.isCommitted)
      await trx
        .rollback()
        .execute()
        .catch(() => undefined)
    throw error
  } finally {
    mark.open = false
  }
}
