/** Which keys the database was written with: a missing one stops the start rather than the first read. */
import { CipherError, type Cipher } from './cipher.ts'
import type { Db } from './schema.ts'

/** Notes the current key. Fails: `CipherError` naming the ids of keys that are not among those given. */
export async function checkKeyIds(db: Db, cipher: Cipher): Promise<void> {
  const rows = await db.selectFrom('key_ids').select('id').orderBy('id').execute()
  const missing = rows.map((row) => row.id).filter((id) => !cipher.keyIds.includes(id))
  if (missing.length > 0) {
    throw new CipherError(
      `The database was encrypted with key ${missing.join(' and ')}, the keys given are ${cipher.keyIds.join(', ')}. ` +
        'Set SECRET_KEY to the key in use then, or SECRET_KEY_PREVIOUS after a change.',
    )
  }
  await db
    .insertInto('key_ids')
    .values({ id: cipher.keyId })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}
