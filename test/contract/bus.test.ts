import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createCipher } from '../../src/store/cipher.ts'
import type { OpenStore } from '../../src/store/open-store.ts'
import { openPostgres } from '../../src/store/postgres.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { query, sharedPostgres } from './_postgres.ts'

const cipher = createCipher({ secret: 'a secret for tests, of some length' })
let url = ''
beforeAll(async () => {
  url = await sharedPostgres().createDatabase('bus')
})

const opened: OpenStore[] = []
afterEach(async () => {
  for (const store of opened.splice(0)) await store[Symbol.asyncDispose]()
})

/** Opens a store as one process would, and keeps what its bus says. */
async function open(engine: 'SQLite' | 'PostgreSQL') {
  const store =
    engine === 'SQLite'
      ? await openSqlite({ path: ':memory:', cipher })
      : await openPostgres({ url, cipher })
  opened.push(store)
  const heard: string[] = []
  const stop = store.bus.subscribe((topic, id) => heard.push(`${topic} ${id}`))
  // The line stands once the first gap is told.
  if (engine === 'PostgreSQL') await expect.poll(() => heard).toContain('gap ')
  heard.length = 0
  return { store, heard, stop }
}

describe.each(['SQLite', 'PostgreSQL'] as const)('%s', (engine) => {
  test('tells this process at once, in order, until it stops listening', async () => {
    const { store, heard, stop } = await open(engine)
    store.bus.publish('message', 'message_1')
    store.bus.publish('session', 'session_1')
    expect(heard).toEqual(['message message_1', 'session session_1'])
    stop()
    store.bus.publish('outbox', '')
    expect(heard).toHaveLength(2)
  })

  test('a process alone leads in everything', async () => {
    const { store } = await open(engine)
    expect(await store.leads('close-windows')).toBe(true)
    expect(await store.leads('close-windows')).toBe(true)
    expect(await store.leads('purge')).toBe(true)
  })
})

/** Ends every connection to the database, as a restart of the server would. */
const cutAll = () =>
  query(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  )

describe('several processes on PostgreSQL', () => {
  test('hear of each other, once and in order', async () => {
    const one = await open('PostgreSQL')
    const two = await open('PostgreSQL')
    one.heard.length = 0
    for (const id of ['a', 'b', 'c']) one.store.bus.publish('message', id)
    two.store.bus.publish('outbox', '')
    const all = ['message a', 'message b', 'message c', 'outbox ']
    await expect.poll(() => [...one.heard].sort()).toEqual(all)
    await expect.poll(() => [...two.heard].sort()).toEqual(all)
    expect(two.heard.filter((news) => news.startsWith('message'))).toEqual(all.slice(0, 3))
    two.store.bus.publish('session', 'last')
    await expect.poll(() => one.heard).toContain('session last')
    expect(one.heard).toHaveLength(5)
    expect(two.heard).toHaveLength(5)
  })

  test('a lost line is made again, and both sides hear of a gap', async () => {
    const one = await open('PostgreSQL')
    const two = await open('PostgreSQL')
    await cutAll()
    one.store.bus.publish('message', 'said into a broken line')
    await expect.poll(() => one.heard).toContain('gap ')
    await expect.poll(() => two.heard).toContain('gap ')
    // What one process says now may find the other's line still broken: then that one hears of another gap.
    await expect
      .poll(() => {
        one.store.bus.publish('session', 'after')
        return two.heard
      })
      .toContain('session after')
  })

  test('one of them leads, and another once it ends', async () => {
    const one = await open('PostgreSQL')
    const two = await open('PostgreSQL')
    expect(await one.store.leads('close-windows')).toBe(true)
    expect(await two.store.leads('close-windows')).toBe(false)
    expect(await two.store.leads('purge')).toBe(true)
    expect(await one.store.leads('purge')).toBe(false)
    expect(await one.store.leads('close-windows')).toBe(true)
    await one.store[Symbol.asyncDispose]()
    await expect.poll(() => two.store.leads('close-windows')).toBe(true)
  })

  test('whoever loses the line leads no longer, also when it is there again', async () => {
    const one = await open('PostgreSQL')
    expect(await one.store.leads('close-windows')).toBe(true)
    await cutAll()
    expect(await one.store.leads('close-windows')).toBe(false)
    const two = await open('PostgreSQL')
    expect(await two.store.leads('close-windows')).toBe(true)
    await expect.poll(() => one.heard).toContain('gap ')
    expect(await one.store.leads('close-windows')).toBe(false)
  })
})
