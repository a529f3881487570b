/**
 * The server is killed at random under load, on both engines: no verdict is lost, no card is posted twice, no link opens
 * again.
 *
 * Five kills in `npm test`; `npm run test:crash` kills 200 times on each engine. Proves the protocol, not the disk:
 * PostgreSQL runs without fsync here.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCipher } from '../../src/store/cipher.ts'
import { openPostgres } from '../../src/store/postgres.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import {
  askForLink,
  buildChild,
  cardsOf,
  createManager,
  createVictim,
  insist,
  isOpenToOthers,
  openWorkspace,
  useLink,
} from './_crash.ts'
import { sharedPostgres } from './_postgres.ts'

const KILLS = Number(process.env['CRASH_KILLS'] ?? 5)
const SECRET_KEY = 'the same secret key at every start, long enough'
const MANAGERS = ['UONE', 'UTWO', 'UTHREE', 'UFOUR'] as const
/** It lives at most so long. */
const LIFE_MS = 3_000
/** A message that was on its way is brought again after half a minute. */
const SETTLED_MS = 60_000

/** A candidate does not give up: on a slow machine the server may be killed many times before it answers. */
const PATIENCE_MS = 600_000

/** Somebody who was verified. */
interface Verified {
  name: string
  link: string
  /** Names of the attempts, the last of which was answered. */
  names: string[]
}

let child: Awaited<ReturnType<typeof buildChild>>
beforeAll(async () => {
  child = await buildChild()
})
afterAll(() => child.remove())

async function openDatabase(engine: 'sqlite' | 'postgres') {
  if (engine === 'postgres') {
    return { url: await sharedPostgres().createDatabase('crash'), remove: () => undefined }
  }
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-crash-'))
  const remove = () => rmSync(folder, { recursive: true })
  return { url: `sqlite:${join(folder, 'crash.db')}`, remove }
}

/** What is kept of every case: how many sessions began and first verdicts were given. */
async function readKept(url: string) {
  const cipher = createCipher({ secret: SECRET_KEY })
  const path = url.replace('sqlite:', '')
  await using store = await (path === url
    ? openPostgres({ url, cipher })
    : openSqlite({ path, cipher }))
  return await store.transaction(async (tx) => {
    const cases = await tx.cases.list({ limit: 100_000 })
    return Promise.all(
      cases.map(async ({ id, claims }) => {
        const events = (await tx.audit.ofCase(id)).map(({ event }) => event)
        const times = (event: string) => events.filter((one) => one === event).length
        return {
          name: claims?.name ?? '',
          begun: times('session-begun'),
          verdicts: times('verdict-first'),
        }
      }),
    )
  })
}

describe.concurrent.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  test(
    `${KILLS} kills under load lose nothing and do nothing twice`,
    { timeout: 120_000 + KILLS * 10_000 },
    async () => {
      const database = await openDatabase(engine)
      const env = {
        DATABASE_URL: database.url,
        SECRET_KEY,
      }
      const slack = await openWorkspace(MANAGERS)
      await using victim = await createVictim(child.file, env, slack)
      const verified: Verified[] = []
      let isOver = false

      /** One manager after another candidate, until it is over. */
      async function work(id: string): Promise<void> {
        const manager = createManager(slack, victim.url, id)
        for (let count = 1; !isOver; count++) {
          const asked = await askForLink(manager, slack, `${id.slice(1)}${count}`)
          await useLink(asked.link, PATIENCE_MS)
          // The verdict is awaited by nobody: the next candidate is here already.
          verified.push(asked)
        }
      }

      victim.start()
      await victim.ready()
      const working = Promise.all(MANAGERS.map(work))
      // Told of when it is awaited.
      working.catch(() => undefined)
      for (let kill = 0; kill < KILLS; kill++) {
        // One in four while it starts, one in four in the middle of a post: Slack has the message, nobody its answer.
        if (kill % 4 !== 1) await victim.ready()
        let answer = () => {}
        if (kill % 4 === 2) {
          slack.plan('chat.postMessage', {
            after: new Promise<void>((resolve) => (answer = resolve)),
          })
        }
        await pass(Math.random() * LIFE_MS)
        await victim.kill()
        answer()
        victim.start()
      }
      await victim.ready()
      isOver = true
      await working

      for (const { name, link, names } of verified) {
        await insist(async () => {
          const titles = cardsOf(slack, name).map(({ words }) => words.split('\n')[0])
          expect(titles).toEqual([expect.stringMatching(`(Consistent|Unclear).*: ${name}$`)])
          return Promise.resolve()
        }, SETTLED_MS)
        expect(await isOpenToOthers(link), `${name}'s link`).toBe(false)
        for (const other of names) {
          expect(cardsOf(slack, other).length, other).toBeLessThanOrEqual(1)
        }
      }
      await victim.kill()
      await slack.close()
      const kept = await readKept(database.url)
      for (const { name } of verified) {
        expect(kept.filter((one) => one.name === name)).toEqual([{ name, begun: 1, verdicts: 1 }])
      }
      database.remove()
      console.log(`${engine}: ${KILLS} kills, ${verified.length} candidates verified`)
      expect(verified.length).toBeGreaterThanOrEqual(MANAGERS.length)
    },
  )
})
