/** The language of a page is chosen for showing it, and leaves no trace: no column, no reading, no difference. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { createCipher } from '../../src/store/cipher.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { sealedColumns, type SealedTable } from '../../src/store/schema.ts'
import { catalogue } from '../../src/texts/catalogue.ts'

const API_KEY = 'the api key of the tests'
const SECRET_KEY = 'a secret of the tests, long enough'
/** Words that stand nowhere else. */
const JAPANESE = 'ja-JP-x-mark7, ja;q=0.9'

const folder = mkdtempSync(join(tmpdir(), 'whereabouts-languages-'))
const path = join(folder, 'languages.db')
let app: App

beforeAll(async () => {
  const env = {
    PORT: '0',
    DATABASE_URL: `sqlite:${path}`,
    SECRET_KEY,
    API_KEY,
    IP_LOCATION: 'dbip',
    LOG_LEVEL: 'silent',
  }
  app = await startApp(readConfig(env))
})

afterAll(() => rmSync(folder, { recursive: true }))

/** Opens a case. Out: its id, and the path of its link. */
async function invite(): Promise<{ id: string; link: string }> {
  const iso = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
  const answer = await fetch(`${app.origin}/api/v1/cases`, {
    method: 'POST',
    headers: { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      candidate: { name: 'Jane Doe', email: 'jane@example.com' },
      claimedPlace: 'Austin, Texas',
      window: { start: iso(-1), end: iso(60) },
    }),
  })
  const { id, link } = (await answer.json()) as { id: string; link: string }
  return { id, link: new URL(link).pathname }
}

/** Opens the notice, presses Continue, looks at every page there is, and lets one reading go. Out: the pages. */
async function visit(link: string, language: string | undefined): Promise<string[]> {
  const headers: Record<string, string> = { accept: 'text/html' }
  if (language !== undefined) headers['accept-language'] = language
  const notice = await fetch(`${app.origin}${link}`, { headers })
  const page = await notice.text()
  const nonce = /name="nonce" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const cookies = notice.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
  const bound = await fetch(`${app.origin}${link}`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      ...headers,
      cookie: cookies.join('; '),
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ nonce }).toString(),
  })
  expect(bound.status).toBe(303)
  const session = bound.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
  const cookie = [...cookies, ...session].join('; ')
  const get = async (where: string) =>
    (await fetch(`${app.origin}${where}`, { headers: { ...headers, cookie } })).text()
  const pages = [page, await get('/s'), await get('/s/recorded'), await get('/nowhere')]
  await fetch(`${app.origin}/s/signals`, {
    method: 'POST',
    headers: { ...headers, cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ now: 0, signals: [{ name: 'browserZone', value: 'Asia/Tokyo' }] }),
  })
  return pages
}

test('two visits that differ in their language alone leave the same behind, and no word of it', async () => {
  const [first, second] = [await invite(), await invite()]
  const japanese = await visit(first.link, JAPANESE)
  const plain = await visit(second.link, undefined)
  for (const page of japanese) expect(page).toContain('<html lang="ja" dir="ltr">')
  for (const page of plain) expect(page).toContain('<html lang="en" dir="ltr">')
  await app[Symbol.asyncDispose]()

  const store = await openSqlite({ path, cipher: createCipher({ secret: SECRET_KEY }) })
  const kept = (caseId: string) =>
    store.transaction(async (tx) => {
      const [round] = await tx.rounds.ofCase(caseId)
      const signals = await tx.signals.ofRound(round?.id ?? '')
      const log = await tx.audit.ofCase(caseId)
      return {
        declared: round?.declared,
        // The clock of the test's page differs by when it was asked.
        readings: signals
          .filter(({ name }) => name !== 'clockSkewMs' && name !== 'echoes' && name !== 'layers')
          .map(({ at: _, ...reading }) => reading),
        events: log.map(({ event }) => event),
      }
    })
  const left = await kept(first.id)
  expect(left.readings.map(({ name }) => name)).toContain('userAgent')
  expect(left).toEqual(await kept(second.id))
  await store[Symbol.asyncDispose]()

  expect(everything()).toContain('Jane Doe')
  expect(everything()).not.toMatch(/mark7|ja-JP|"ja"/i)
})

/** Every value in the database, opened. */
function everything(): string {
  const cipher = createCipher({ secret: SECRET_KEY })
  const raw = new Sqlite(path, { readonly: true })
  const tables = raw
    .prepare<[], string>(`select name from sqlite_master where type = 'table'`)
    .pluck()
    .all()
  const values = tables.flatMap((table) => {
    const sealed = sealedColumns[table as SealedTable] as
      { id: string; columns: readonly string[] } | undefined
    return raw
      .prepare<[], Record<string, unknown>>(`select * from "${table}"`)
      .all()
      .map((row) =>
        Object.entries(row).map(([column, value]) =>
          sealed?.columns.includes(column) === true && typeof value === 'string'
            ? cipher.decrypt({ table, column, id: String(row[sealed.id]) }, value)
            : value,
        ),
      )
  })
  raw.close()
  return JSON.stringify(values)
}

test('the scripts of the page read no language of the browser, and carry no texts: there is none to send', async () => {
  // As scripts/build.ts builds them.
  const { outputFiles } = await build({
    entryPoints: ['src/page/client.tsx', 'src/page/control/client.ts', 'src/page/realm-worker.ts'],
    outdir: 'out',
    write: false,
    bundle: true,
    platform: 'browser',
    target: 'es2021',
    format: 'esm',
    minify: true,
  })
  expect(outputFiles).toHaveLength(3)
  const scripts = outputFiles.map(({ text }) => text).join('\n')
  expect(scripts).toContain('resolvedOptions().timeZone')
  expect(scripts).not.toMatch(/\.languages?\b|\.lang\b|\.locale\b|accept-language/i)
  for (const { notice, exercise } of Object.values(catalogue)) {
    expect(scripts).not.toContain(notice.title)
    expect(scripts).not.toContain(exercise.stopped)
  }
})
