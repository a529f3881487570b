/** Run as a process of its own by the store's tests: opens a database as somebody else, or writes until killed. */
import { writeSync } from 'node:fs'
import { createCipher } from '../../src/store/cipher.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { anEvent, aWish } from './store-records.ts'

const [task, path = '', secret = ''] = process.argv.slice(2)
const cipher = createCipher({ secret })

/** Any user but root, whom no mode keeps out. */
const NOBODY = 65_534

if (task === 'open') {
  if (process.getuid?.() === 0) process.setuid?.(NOBODY)
  try {
    await using _store = await openSqlite({ path, cipher })
    writeSync(1, 'opened')
  } catch (error) {
    writeSync(1, String(error))
  }
} else {
  const store = await openSqlite({ path, cipher })
  for (let id = 1; ; id++) {
    await store.transaction(async (tx) => {
      await tx.audit.append(anEvent())
      await tx.once.set(`work:${id}`, String(id), 0)
      await tx.outbox.put(aWish({ key: `card:${id}` }))
    })
    writeSync(1, `${id}\n`)
  }
}
