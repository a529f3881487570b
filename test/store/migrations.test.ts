/** A database of an earlier version becomes one of this. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createCipher } from '../../src/store/cipher.ts'
import { initial } from '../../src/store/migrations/20261122T0230-initial.ts'
import type { Database } from '../../src/store/schema.ts'
import { sqliteEngine } from '../../src/store/sqlite-engine.ts'
import { openSqlite } from '../../src/store/sqlite.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migrations-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A database as the first version left it, with one case that was judged. */
async function makeFirst(path: string): Promise<void> {
  const database = new Sqlite(path)
  database.pragma(`application_id = ${0x57_68_65_72}`)
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database }) })
  await initial(db, sqliteEngine)
  const axis = { state: 'unclear', bans: 0, groups: [] }
  const place = { ...axis, coverage: { met: false, missing: ['travel was declared'] } }
  const verdict = { overall: 'unclear', axes: { place }, asked: ['place'], policyVersion: '1' }
  database.exec(`
    create table migrations (name text primary key not null);
    insert into migrations values ('20261122T0230-initial');
    insert into cases values
      ('case_1', 'open', null, null, null, null, 'console', 'hiring', 'console', 'p', '', 0, 1, 1);
    insert into rounds values
      ('round_1', 'case_1', 1, 'judged', 1, 2, '', null, 0, null, null, 1, 1, null, null);`)
  database
    .prepare('insert into verdicts values (1, ?, ?, 1, ?, ?, null)')
    .run('v', 'round_1', 'unclear', JSON.stringify(verdict))
  await db.destroy()
}

test('cases are not held; what verdicts lacked is no longer in clear', async () => {
  const path = join(folder, 'data.sqlite')
  await makeFirst(path)
  const cipher = createCipher({ secret: 'a secret of the tests, long enough' })
  await using _store = await openSqlite({ path, cipher })
  const raw = new Sqlite(path, { readonly: true })
  expect(raw.prepare('select held_at from cases').pluck().all()).toEqual([null])
  const [kept = ''] = raw.prepare<[], string>('select verdict from verdicts').pluck().all()
  raw.close()
  expect(JSON.parse(kept)).toMatchObject({
    overall: 'unclear',
    axes: { place: { state: 'unclear', coverage: { met: false, missing: [] } } },
  })
})
