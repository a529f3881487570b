import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { verifyChain } from '../../src/store/audit.ts'
import { createCipher } from '../../src/store/cipher.ts'
import { runTransaction } from '../../src/store/run-transaction.ts'
import { sealedColumns, type Database } from '../../src/store/schema.ts'
import { sqliteDriver } from '../../src/store/sqlite-driver.ts'
import { sqliteEngine } from '../../src/store/sqlite-engine.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/usecases/ports.ts'
import type { Tx } from '../../src/usecases/records.ts'
import { aCall, aCase, anEvent, aWish, insertEverything, NOW, PERSONAL } from './store-records.ts'
import { storeContract } from './store.ts'

const SECRET = 'a secret for tests, of some length'
const OTHER_SECRET = 'another secret for tests, as long'
const cipher = createCipher({ secret: SECRET })
const childFile = fileURLToPath(new URL('./store-child.ts', import.meta.url))

const root = mkdtempSync(join(tmpdir(), 'store-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let files = 0
const newPath = () => join(root, String(++files), 'data.sqlite')

/** The database and what SQLite keeps beside it. */
const bytesOf = (path: string) =>
  Buffer.concat(
    ['', '-wal', '-journal']
      .map((end) => path + end)
      .filter((file) => existsSync(file))
      .map((file) => readFileSync(file)),
  )

storeContract('SQLite', async () => {
  const path = newPath()
  let store = await openSqlite({ path, cipher })
  return {
    store,
    close: async () => store[Symbol.asyncDispose](),
    reopen: async () => {
      await store[Symbol.asyncDispose]()
      return (store = await openSqlite({ path, cipher }))
    },
  }
})

describe('the file', () => {
  test('is made with its folder, for its owner only', async () => {
    const path = join(root, 'deep', 'er', 'data.sqlite')
    await using store = await openSqlite({ path, cipher })
    await store.transaction(insertEverything)
    expect(statSync(join(root, 'deep', 'er')).mode & 0o777).toBe(0o700)
    for (const end of ['', '-wal', '-shm']) expect(statSync(path + end).mode & 0o777).toBe(0o600)
  })

  test('is closed to others when it was open to them', async () => {
    const path = join(root, 'open.sqlite')
    writeFileSync(path, '', { mode: 0o644 })
    await using _store = await openSqlite({ path, cipher })
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  test('stands alone once closed, and refuses work after', async () => {
    const path = newPath()
    const store = await openSqlite({ path, cipher })
    await store.transaction(insertEverything)
    await store[Symbol.asyncDispose]()
    await store[Symbol.asyncDispose]()
    expect(existsSync(`${path}-wal`)).toBe(false)
    await expect(store.transaction(async () => 1)).rejects.toThrow('closed')
    await expect(store.ping()).rejects.toThrow('closed')
  })

  test('work that waits when the store closes is still done', async () => {
    const path = newPath()
    const store = await openSqlite({ path, cipher })
    const work = [1, 2, 3].map((id) =>
      store.transaction((tx) => tx.cases.insert(aCase(`case_${id}`))),
    )
    await Promise.all([...work, store[Symbol.asyncDispose]()])
    await using again = await openSqlite({ path, cipher })
    expect((await again.transaction((tx) => tx.counts())).cases).toBe(3)
  })

  test('in memory works too', async () => {
    await using store = await openSqlite({ path: ':memory:', cipher })
    await store.transaction(insertEverything)
    expect(existsSync(':memory:')).toBe(false)
  })

  test('can be used over two connections at once', async () => {
    const path = newPath()
    await using one = await openSqlite({ path, cipher })
    await using two = await openSqlite({ path, cipher })
    for (let id = 0; id < 5; id++) {
      await one.transaction((tx) => tx.audit.append(anEvent()))
      await two.transaction((tx) => tx.audit.append(anEvent()))
    }
    const log = await one.transaction((tx) => tx.audit.after(0, 99))
    expect(log).toHaveLength(10)
    expect(verifyChain(log)).toEqual({ whole: true })
  })

  test('is locked for writing by a transaction that has only read yet', async () => {
    const path = newPath()
    await using store = await openSqlite({ path, cipher })
    const other = new Sqlite(path, { timeout: 0 })
    await store.transaction(async (tx) => {
      await tx.counts()
      expect(() => other.exec('delete from refs')).toThrow('locked')
      await tx.cases.insert(aCase())
    })
    other.close()
  })
})

describe('what is wrong with a file is said clearly', () => {
  const opening = (path: string) => openSqlite({ path, cipher })

  test('no database', async () => {
    const path = join(root, 'garbage.sqlite')
    writeFileSync(path, 'certainly not a database\n'.repeat(1000))
    await expect(opening(path)).rejects.toThrow(`${path}: it is not an SQLite file. Expected`)
    expect(readFileSync(path, 'utf8')).toContain('certainly not')
  })

  test("another program's database", async () => {
    const path = join(root, 'foreign.sqlite')
    const foreign = new Sqlite(path)
    foreign.exec('create table recipes (name text)')
    foreign.close()
    await expect(opening(path)).rejects.toThrow(`${path}: it is another program's. Expected`)
  })

  test('a folder, and a folder that cannot be', async () => {
    mkdirSync(join(root, 'folder'))
    await expect(opening(join(root, 'folder'))).rejects.toThrow('it is a folder. Expected')
    writeFileSync(join(root, 'file'), '')
    const below = join(root, 'file', 'data.sqlite')
    await expect(opening(below)).rejects.toThrow(`${below}: its folder cannot be made`)
  })

  test('a newer version', async () => {
    const path = newPath()
    await (await opening(path))[Symbol.asyncDispose]()
    const raw = new Sqlite(path)
    raw.prepare("insert into migrations values ('29991231T2359-wonders')").run()
    raw.close()
    await expect(opening(path)).rejects.toThrow('newer version: it has seen 29991231T2359-wonders')
  })

  test.each([
    ['file', 0o444, 0o777],
    ['folder', 0o666, 0o555],
  ])('a read-only %s', async (name, fileMode, folderMode) => {
    const folder = join(root, `read-only-${name}`)
    const path = join(folder, 'data.sqlite')
    await (await opening(path))[Symbol.asyncDispose]()
    chmodSync(root, 0o755)
    chmodSync(path, fileMode)
    chmodSync(folder, folderMode)
    // Nothing is read-only to root: the child becomes somebody else first.
    const child = spawnSync(
      process.execPath,
      ['--import', 'tsx', childFile, 'open', path, SECRET],
      { encoding: 'utf8' },
    )
    expect(child.stdout).toContain(`${path}: it is read-only, or its folder is. Expected`)
  })

  test('a full disk, which undoes the work and lets later work through', async () => {
    const path = newPath()
    await (await opening(path))[Symbol.asyncDispose]()
    const raw = new Sqlite(path)
    const setLimit = (pages: number) => raw.pragma(`max_page_count = ${pages}`)
    setLimit(Number(raw.pragma('page_count', { simple: true })) + 20)
    const db = new Kysely<Database>({
      dialect: new SqliteDialect({ database: sqliteDriver(raw, path) }),
    })
    const run = <T>(work: (tx: Tx) => Promise<T>) =>
      runTransaction({ db, cipher, engine: sqliteEngine }, work)
    const big = 'x'.repeat(1_000_000)

    const full = run(async (tx) => {
      await tx.cases.insert(aCase('case_1'))
      await tx.once.set('big', big, NOW)
    })
    await expect(full).rejects.toThrow(`${path}: the disk is full. Expected room`)
    const stubborn = run(async (tx) => {
      await tx.cases.insert(aCase('case_2'))
      await tx.once.set('big', big, NOW).catch(() => undefined)
      await tx.cases.insert(aCase('case_3'))
    })
    await expect(stubborn).rejects.toThrow()
    setLimit(100_000)
    await run((tx) => tx.once.set('big', big, NOW))
    const { result } = await run((tx) => tx.counts())
    expect(result.cases).toBe(0)
    await db.destroy()
  })

  test('a key that is not there', async () => {
    const path = newPath()
    await (await opening(path))[Symbol.asyncDispose]()
    const wrong = openSqlite({ path, cipher: createCipher({ secret: OTHER_SECRET }) })
    await expect(wrong).rejects.toThrow(`encrypted with key ${cipher.keyId}`)
    await expect(wrong).rejects.toThrow('SECRET_KEY_PREVIOUS')
    await expect(wrong).rejects.not.toThrow(SECRET)
  })
})

describe('personal text', () => {
  let path: string
  beforeEach(async () => {
    path = newPath()
    await using store = await openSqlite({ path, cipher })
    await store.transaction(insertEverything)
    expect(leaks(bytesOf(path))).toEqual([])
  })

  const leaks = (bytes: Buffer) => PERSONAL.filter((text) => bytes.includes(text))
  /** Everything encrypted that the file holds now. */
  const sealedTexts = (file: string): string[] => {
    const raw = new Sqlite(file, { readonly: true })
    const texts = Object.entries(sealedColumns).flatMap(([table, { columns }]) =>
      columns.flatMap((column) =>
        raw.prepare<[], string | null>(`select ${column} from ${table}`).pluck().all(),
      ),
    )
    raw.close()
    return texts.filter((text) => text !== null)
  }

  test('is nowhere in the file', () => {
    const bytes = bytesOf(path)
    expect(leaks(bytes)).toEqual([])
    // The search itself works: what is not personal is found.
    expect(bytes.includes('country-vs-address')).toBe(false)
    expect(bytes.includes('case_1')).toBe(true)
    expect(sealedTexts(path)).toHaveLength(23)
  })

  test('of an erased case is not there even encrypted, while the store is open', async () => {
    const before = sealedTexts(path)
    await using store = await openSqlite({ path, cipher })
    await store.transaction(async (tx) => {
      const due = await tx.outbox.claim(NOW, NOW + 1, 9)
      await tx.erase('case_1', NOW)
      // Whoever was delivering a note reports a failure that quotes it.
      for (const { id, card } of due) if (card) await tx.outbox.retry(id, NOW, 'refused Zoë')
    })
    const bytes = bytesOf(path)
    const left = before.filter((text) => bytes.includes(text))
    // The opening, the people who asked and decided, their zone, and what is not of a case.
    expect(left).toHaveLength(5)
    expect(left.sort()).toEqual(sealedTexts(path).sort())
  })

  test('moved to another row does not open', async () => {
    const raw = new Sqlite(path)
    raw.exec('update signals set reading = (select reading from signals where seq = 1)')
    raw.close()
    await using store = await openSqlite({ path, cipher })
    await expect(store.transaction((tx) => tx.signals.ofRound('round_1'))).rejects.toThrow(
      'signals.reading',
    )
  })

  /** The call that is found by its keyed hash. */
  const callOf = (store: Store) =>
    store.transaction(async (tx) => {
      await tx.rounds.update('round_1', { state: 'opened' })
      const { service, server, person } = aCall()
      return tx.calls.ofPerson(service, server, person)
    })

  test('is brought under a new key, after which the old one is not needed', async () => {
    const both = createCipher({ secret: OTHER_SECRET, previous: [SECRET] })
    const count = sealedTexts(path).length
    {
      await using store = await openSqlite({ path, cipher: both })
      await store.transaction((tx) => tx.cases.insert(aCase('case_2')))
      const same = await store.transaction((tx) =>
        tx.cases.withSameContact({ email: 'zoe.quandt@example.com' }, 'case_2'),
      )
      expect(same).toEqual(['case_1'])
      expect(await callOf(store)).toEqual([aCall({ heardAt: NOW })])
      expect(await store.reencrypt()).toBe(count)
      expect(await store.reencrypt()).toBe(0)
    }
    const renewed = createCipher({ secret: OTHER_SECRET })
    await using store = await openSqlite({ path, cipher: renewed })
    expect(await store.transaction((tx) => tx.cases.get('case_1'))).toEqual(aCase())
    expect(await store.transaction((tx) => tx.signals.ofRound('round_1'))).toHaveLength(3)
    const same = await store.transaction((tx) =>
      tx.cases.withSameContact({ email: 'zoe.quandt@example.com' }, 'case_2'),
    )
    expect(same).toEqual(['case_1'])
    expect(await callOf(store)).toEqual([aCall({ heardAt: NOW })])
    await expect(openSqlite({ path, cipher })).rejects.toThrow(renewed.keyId)
  })
})

describe('the audit log', () => {
  const logOf = async (path: string) => {
    await using store = await openSqlite({ path, cipher })
    return await store.transaction((tx) => tx.audit.after(0, 99))
  }
  const withLog = async () => {
    const path = newPath()
    await using store = await openSqlite({ path, cipher })
    for (const event of ['one', 'two', 'three']) {
      await store.transaction((tx) => tx.audit.append(anEvent(event)))
    }
    return path
  }

  test('refuses changes and deletions', async () => {
    const raw = new Sqlite(await withLog())
    expect(() => raw.exec("update audit set event = 'other'")).toThrow('append-only')
    expect(() => raw.exec('delete from audit')).toThrow('append-only')
    raw.close()
  })

  test.each([
    ['at', 'at + 1'],
    ['platform', "'slack'"],
    ['actor_id', "'user_2'"],
    ['event', "'twp'"],
    ['case_id', 'null'],
    ['detail', "replace(detail, '1', '2')"],
    ['previous', "replace(previous, substr(previous, 1, 1), 'x')"],
    ['hash', "replace(hash, substr(hash, 1, 1), 'x')"],
  ])('shows a changed %s', async (column, value) => {
    const path = await withLog()
    const raw = new Sqlite(path)
    raw.exec('drop trigger audit_no_update')
    raw.exec(`update audit set ${column} = ${value} where seq = 2`)
    raw.close()
    expect(verifyChain(await logOf(path))).toEqual({ brokenAt: 2 })
  })

  test('shows a missing line', async () => {
    const path = await withLog()
    const raw = new Sqlite(path)
    raw.exec('drop trigger audit_no_delete')
    raw.exec('delete from audit where seq = 2')
    raw.close()
    expect(verifyChain(await logOf(path))).toEqual({ brokenAt: 3 })
  })
})

describe('a process killed in the middle of writing', () => {
  test.each([1, 20, 60])('loses nothing that it acknowledged (after %i)', async (enough) => {
    const path = newPath()
    const child = spawn(process.execPath, ['--import', 'tsx', childFile, 'write', path, SECRET], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.split('\n').length > enough) child.kill('SIGKILL')
    })
    await new Promise((resolve) => child.once('close', resolve))
    const acknowledged = said.split('\n').slice(0, -1).map(Number)
    expect(acknowledged.length).toBeGreaterThanOrEqual(enough)

    await using store = await openSqlite({ path, cipher })
    const { log, done, wishes } = await store.transaction(async (tx) => ({
      log: await tx.audit.after(0, 1_000_000),
      done: await Promise.all(acknowledged.map(async (id) => tx.once.get(`work:${id}`))),
      wishes: await tx.outbox.count(),
    }))
    expect(done).toEqual(acknowledged.map(String))
    expect(verifyChain(log)).toEqual({ whole: true })
    // Each transaction wrote all of its three rows or none.
    expect(wishes).toBe(log.length)
    expect(log.length).toBeGreaterThanOrEqual(acknowledged.length)
    await store.transaction((tx) => tx.outbox.put(aWish()))
  })
})
