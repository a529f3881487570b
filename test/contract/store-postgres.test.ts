import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyChain } from '../../src/store/audit.ts'
import { createCipher } from '../../src/store/cipher.ts'
import type { OpenStore } from '../../src/store/open-store.ts'
import { openPostgres } from '../../src/store/postgres.ts'
import { query, sharedPostgres, startPostgres } from './_postgres.ts'
import { aCase, anEvent, aRound, aWish, insertEverything, NOW } from './store-records.ts'
import { storeContract } from './store.ts'

const cipher = createCipher({ secret: 'a secret for tests, of some length' })
const server = sharedPostgres()
let databases = 0
/** A database with our tables, empty. */
const newDatabase = () => server.createDatabase(`store_${String(++databases)}`, 'store_tables')
const open = (url: string) => openPostgres({ url, cipher })

beforeAll(async () => {
  const store = await open(await server.createDatabase('store_tables'))
  await store[Symbol.asyncDispose]()
  await newDatabase()
})

storeContract('PostgreSQL', async () => {
  // Emptying is quicker than making a database; what refuses it otherwise is kept from looking.
  const url = server.url('store_1')
  await query(
    url,
    `set session_replication_role = replica;
     do $$ begin execute (select 'truncate ' || string_agg(format('%I', tablename), ',') || ' restart identity'
       from pg_tables where schemaname = 'public' and tablename <> 'migrations'); end $$`,
  )
  let store = await open(url)
  return {
    store,
    close: async () => store[Symbol.asyncDispose](),
    reopen: async () => {
      await store[Symbol.asyncDispose]()
      return (store = await open(url))
    },
  }
})

describe('two processes on one database', () => {
  test('make the tables once, though they start together', async () => {
    const url = await server.createDatabase('store_together')
    const stores = await Promise.all([1, 2, 3, 4].map(() => open(url)))
    await stores[0]?.transaction(insertEverything)
    expect(await stores[3]?.transaction((tx) => tx.cases.get('case_1'))).toEqual(aCase())
    for (const store of stores) await store[Symbol.asyncDispose]()
  })

  test('keep one chain in the audit log, and the rest of each transaction with its line', async () => {
    const url = await newDatabase()
    await using one = await open(url)
    await using two = await open(url)
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        (index % 2 === 0 ? one : two).transaction(async (tx) => {
          await tx.cases.insert(aCase(`case_${String(index)}`))
          await tx.audit.append(anEvent(`event-${String(index)}`))
        }),
      ),
    )
    const log = await one.transaction((tx) => tx.audit.after(0, 99))
    expect(log).toHaveLength(60)
    expect(verifyChain(log)).toEqual({ whole: true })
    expect((await two.transaction((tx) => tx.counts())).cases).toBe(60)
  })

  test('share the outbox: each message to one of them, messages of one key in order', async () => {
    const url = await newDatabase()
    await using one = await open(url)
    await using two = await open(url)
    const KEYS = 12
    const keys = Array.from({ length: KEYS }, (_, index) => `card:${String(index)}`)
    for (const key of keys) await one.transaction((tx) => tx.outbox.put(aWish({ key })))
    const taken: { key: string; id: number }[] = []
    const inHand = new Set<string>()
    const deliver = async (store: OpenStore) => {
      for (let empty = 0; empty < 5;) {
        const rows = await store.transaction((tx) => tx.outbox.claim(NOW, NOW + 60_000, 2))
        empty = rows.length === 0 ? empty + 1 : 0
        for (const { id, key } of rows) {
          expect(inHand).not.toContain(key)
          inHand.add(key)
          taken.push({ key, id })
          // While it is being delivered, something changes again.
          if (taken.length <= 3 * KEYS) await one.transaction((tx) => tx.outbox.put(aWish({ key })))
          inHand.delete(key)
          await store.transaction((tx) => tx.outbox.done(id))
        }
      }
    }
    await Promise.all([one, two, one, two].map(deliver))
    expect(new Set(taken.map(({ id }) => id)).size).toBe(taken.length)
    for (const of of keys) {
      const ids = taken.filter(({ key }) => key === of).map(({ id }) => id)
      expect(ids).toEqual([...ids].sort((a, b) => a - b))
    }
    expect(taken.length).toBeGreaterThanOrEqual(4 * KEYS)
    expect(await one.transaction((tx) => tx.outbox.count())).toBe(0)
  })

  test('claim past what the other is claiming, without waiting for it', async () => {
    const url = await newDatabase()
    await using one = await open(url)
    await using two = await open(url)
    await one.transaction((tx) => tx.outbox.put(aWish({ key: 'card:a' })))
    await one.transaction((tx) => tx.outbox.put(aWish({ key: 'card:b' })))
    const claim = (store: OpenStore, meanwhile = async () => {}) =>
      store.transaction(async (tx) => {
        const rows = await tx.outbox.claim(NOW, NOW + 60_000, 1)
        await meanwhile()
        return rows.map(({ key }) => key)
      })
    const second: string[] = []
    const first = await claim(one, async () => {
      // A transaction of another process; in this one it would be refused.
      second.push(...(await outside(() => claim(two))))
    })
    expect([...first, ...second].sort()).toEqual(['card:a', 'card:b'])
  })

  test('leave nothing personal behind when readings arrive during an erasure', async () => {
    const url = await newDatabase()
    await using one = await open(url)
    await using two = await open(url)
    for (let round = 0; round < 10; round++) {
      const id = `case_${String(round)}`
      const roundId = `round_${String(round)}`
      await one.transaction(async (tx) => {
        await tx.cases.insert(aCase(id))
        await tx.rounds.insert(aRound(roundId, { caseId: id }))
      })
      await Promise.all([
        one.transaction(async (tx) => {
          await tx.erase(id, NOW)
          await tx.rounds.update(roundId, { state: 'cancelled' })
        }),
        two.transaction(async (tx) => {
          const found = await tx.rounds.get(roundId)
          if (found?.state !== 'waiting') return
          const reading = {
            name: 'address',
            source: 'server',
            at: NOW,
            value: '192.0.2.1',
          } as const
          await tx.signals.append(roundId, null, [reading])
        }),
      ])
      expect(await one.transaction((tx) => tx.signals.count(roundId))).toBe(0)
    }
  })

  test('see no update lost, and decide once', async () => {
    const url = await newDatabase()
    await using one = await open(url)
    await using two = await open(url)
    await one.transaction((tx) => tx.refs.set('counter', null, '0'))
    const add = (store: OpenStore) =>
      store.transaction(async (tx) => {
        const before = Number(await tx.refs.get('counter'))
        await tx.refs.set('counter', null, String(before + 1))
      })
    await Promise.all(Array.from({ length: 40 }, (_, i) => add(i % 2 === 0 ? one : two)))
    expect(await one.transaction((tx) => tx.refs.get('counter'))).toBe('40')
  })

  test('let one through that takes long, among many that are quick', async () => {
    const url = await newDatabase()
    await using one = await open(url)
    await using two = await open(url)
    let on = true
    let runs = 0
    const quick = async () => {
      while (on) await two.transaction((tx) => tx.audit.append(anEvent('quick')))
    }
    const others = [quick(), quick(), quick()]
    await one.transaction(async (tx) => {
      runs += 1
      await tx.audit.after(0, 1)
      for (let i = 0; i < 40; i++) await tx.counts()
      await tx.audit.append(anEvent('long'))
    })
    on = false
    await Promise.all(others)
    expect(runs).toBeLessThanOrEqual(2)
  })
})

describe('a connection that breaks', () => {
  const cut = (url: string) =>
    query(
      url,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    )

  test('while nobody uses it, is replaced by another', async () => {
    const url = await newDatabase()
    await using store = await open(url)
    await Promise.all(
      [1, 2, 3].map((id) => store.transaction((tx) => tx.once.set(String(id), '', NOW))),
    )
    await cut(url)
    await sleep(50)
    expect(await store.transaction((tx) => tx.once.get('3'))).toBe('')
    await expect(store.ping()).resolves.toBeUndefined()
  })

  test('in the middle of work, makes the work run again', async () => {
    const url = await newDatabase()
    await using store = await open(url)
    let runs = 0
    await store.transaction(async (tx) => {
      runs += 1
      await tx.once.set('key', String(runs), NOW)
      if (runs === 1) await cut(url)
      await tx.audit.append(anEvent())
    })
    expect(runs).toBe(2)
    expect(await store.transaction((tx) => tx.once.get('key'))).toBe('2')
  })

  test('in a commit, leaves open whether it was stored, and nothing is run again', async () => {
    const url = await newDatabase()
    await using store = await open(url)
    await query(
      url,
      `create function late() returns trigger language plpgsql as
       'begin perform pg_sleep(5); return null; end';
       create constraint trigger late after insert on once deferrable initially deferred
       for each row execute function late()`,
    )
    let runs = 0
    const work = store.transaction(async (tx) => {
      runs += 1
      await tx.once.set('key', '', NOW)
    })
    // Its commit is what sleeps.
    const sleeping = `select pid from pg_stat_activity
      where datname = current_database() and wait_event = 'PgSleep'`
    const cutting = expect
      .poll(() => query(url, sleeping), { timeout: 4_000 })
      .toHaveLength(1)
      .then(() => cut(url))
    await expect(work).rejects.toThrow('Whether it was stored is unknown')
    await cutting
    expect(runs).toBe(1)
  })
})

describe('a query that fails', () => {
  test('undoes the transaction even when the work goes on', async () => {
    await using store = await open(await newDatabase())
    const work = store.transaction(async (tx) => {
      await tx.cases.insert(aCase())
      await tx.cases.insert(aCase()).catch(() => undefined)
    })
    await expect(work).rejects.toThrow()
    expect(await store.transaction((tx) => tx.cases.get('case_1'))).toBeUndefined()
  })

  test('is not run again and again when its value is taken for good', async () => {
    await using store = await open(await newDatabase())
    await store.transaction((tx) => tx.cases.insert(aCase()))
    let runs = 0
    const work = store.transaction(async (tx) => {
      runs += 1
      await tx.cases.insert(aCase())
    })
    await expect(work).rejects.toThrow('duplicate key')
    expect(runs).toBeLessThan(5)
  })
})

test('the audit log refuses changes, by whatever program', async () => {
  const url = await newDatabase()
  await using store = await open(url)
  await store.transaction((tx) => tx.audit.append(anEvent()))
  for (const text of ["update audit set event = 'x'", 'delete from audit', 'truncate audit']) {
    await expect(query(url, text)).rejects.toThrow('audit is append-only')
  }
})

test('the parsers of other users of the driver stay as they are', async () => {
  const url = await newDatabase()
  await using store = await open(url)
  await store.transaction((tx) => tx.counts())
  expect(await query(url, 'select 5::int8 as five')).toEqual([{ five: '5' }])
})

describe('what is wrong is said clearly', () => {
  test('no such database, no such user, no server', async () => {
    const url = server.url('nowhere')
    await expect(open(url)).rejects.toThrow('/nowhere: there is no such database. Expected one')
    await expect(open(server.url('store_1').replace('=postgres', '=eve'))).rejects.toThrow(
      /it refuses the user|role "eve" does not exist/,
    )
    await expect(open('postgres://ann:hunter2@127.0.0.1:1/jobs')).rejects.toThrow(
      /postgres:\/\/127.0.0.1:1\/jobs: it does not answer. Expected a PostgreSQL server/,
    )
  })

  test('an encoding that cannot keep every name', async () => {
    const url = await server.createDatabase('store_latin', "template0 encoding 'LATIN1'")
    await expect(open(url)).rejects.toThrow('its encoding is LATIN1. Expected')
  })

  test('closed', async () => {
    const store = await open(await newDatabase())
    const work = store.transaction((tx) => tx.cases.insert(aCase()))
    await store[Symbol.asyncDispose]()
    await expect(work).resolves.toBeUndefined()
    await expect(store.transaction(async () => 1)).rejects.toThrow('closed')
    await expect(store.ping()).rejects.toThrow('closed')
    await store[Symbol.asyncDispose]()
  })
})

test('a server that restarts under load: every acknowledged line is there, and only whole transactions', async () => {
  await using own = await startPostgres()
  const url = await own.createDatabase('load')
  await using store = await open(url)
  let on = true
  const acknowledged: string[] = []
  const unknown: string[] = []
  const writer = async (name: number) => {
    for (let i = 0; on; i++) {
      const key = `${String(name)}:${String(i)}`
      try {
        await store.transaction(async (tx) => {
          await tx.audit.append(anEvent(key))
          await tx.once.set(key, 'done', NOW)
        })
        acknowledged.push(key)
      } catch (error) {
        // Only a connection that went during the commit itself leaves this open.
        expect(String(error)).toContain('Whether it was stored is unknown')
        unknown.push(key)
      }
    }
  }
  const writers = [1, 2, 3, 4].map(writer)
  /** So many lines more are written. */
  const moreWritten = async () => {
    const before = acknowledged.length
    await expect.poll(() => acknowledged.length).toBeGreaterThan(before + 20)
  }
  await moreWritten()
  await own.restart()
  await moreWritten()
  await own.restart(() => expect(store.ping()).rejects.toThrow('it does not answer'))
  await moreWritten()
  on = false
  await Promise.all(writers)
  const log = await store.transaction((tx) => tx.audit.after(0, 1_000_000))
  const events = log.map(({ event }) => event)
  expect(verifyChain(log)).toEqual({ whole: true })
  expect(new Set(events).size).toBe(events.length)
  expect(events.filter((event) => !unknown.includes(event)).sort()).toEqual(
    [...acknowledged].sort(),
  )
  for (const event of events) {
    expect(await store.transaction((tx) => tx.once.get(event))).toBe('done')
  }
})

/** Runs something as though it were another process: outside the transaction that is under way. */
function outside<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    outbox.push(() => void work().then(resolve, reject))
  })
}
const outbox: (() => void)[] = []
const other = setInterval(() => outbox.splice(0).forEach((start) => start()), 5)
afterAll(() => clearInterval(other))
