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
import type { ErrorTexts } from '../../src/texts/errors/en.ts'
import { languages } from '../../src/texts/languages.ts'
import { managers } from '../../src/texts/managers.ts'

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

/** Opens the notice, presses Continue, lets one reading go, and looks at every page there is. Out: the pages. */
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
  await fetch(`${app.origin}/s/signals`, {
    method: 'POST',
    headers: { ...headers, cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ now: 0, signals: [{ name: 'browserZone', value: 'Asia/Tokyo' }] }),
  })
  return [page, await get('/s'), await get('/s/recorded'), await get('/nowhere')]
}

function formOf(name: string, length: number): URLSearchParams {
  return new URLSearchParams({ [name]: 'x'.repeat(length) })
}

/** Failures that a candidate can meet, with the page that tells of them. */
const failures: readonly [keyof ErrorTexts['pages'], number, string, RequestInit?][] = [
  ['session-missing', 401, '/s'],
  ['session-missing', 401, '/s/recorded'],
  ['nonce-invalid', 403, '/s/join', { method: 'POST', body: new URLSearchParams() }],
  ['too-large', 413, '/s/request', { method: 'POST', body: formOf('text', 70_000) }],
  ['bad-input', 400, '/s/request', { method: 'POST', body: formOf('text', 6000) }],
  ['bad-input', 400, '/s/%ff'],
  ['nothing', 404, '/nowhere'],
]

test.each(languages)(
  'what did not work is said in %s, each in words of its own',
  async (language) => {
    for (const [page, status, path, init] of failures) {
      const headers = { accept: 'text/html', 'accept-language': language }
      const answer = await fetch(`${app.origin}${path}`, { ...init, headers })
      const html = await answer.text()
      expect([answer.status, path]).toEqual([status, path])
      expect(html).toContain(`<html lang="${language}" dir="ltr">`)
      const { title, text } = catalogue[language].errors.pages[page]
      expect(html).toContain(`<h1>${title}</h1>`)
      expect(html).toContain(text)
    }
  },
)

test('too many requests are said in the language of who makes them', async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, () =>
      fetch(`${app.origin}/m`, {
        method: 'POST',
        headers: { accept: 'text/html', 'accept-language': 'ko' },
        body: new URLSearchParams({ code: 'K7QX' }),
      }),
    ),
  )
  const refused = answers.find(({ status }) => status === 429)
  expect(await refused?.text()).toContain(catalogue.ko.errors.pages['too-many-requests'].title)
})

test('what did not work for a manager is in their language, and says what exactly', async () => {
  const headers = { accept: 'text/html', 'accept-language': 'ja' }
  const press = { method: 'POST', headers }
  const html = await (await fetch(`${app.origin}/console/press`, press)).text()
  expect(html).toContain('<html lang="en" dir="ltr">')
  expect(html).toContain(managers.desk.failure.title)
  expect(html).toContain('That request does not fit.')
})

test('two visits that differ in their language alone leave the same behind, and no word of it', async () => {
  const [first, second] = [await invite(), await invite()]
  const japanese = await visit(first.link, JAPANESE)
  const plain = await visit(second.link, undefined)
  for (const page of japanese) expect(page).toContain('<html lang="ja" dir="ltr">')
  const { titles } = catalogue.ja.readings
  expect(japanese[2]).toContain(titles.browserZone)
  expect(japanese[2]).toContain('Asia/Tokyo (日本標準時)')
  for (const title of Object.values(catalogue.en.readings.titles)) {
    expect(japanese[2]).not.toContain(`<dt>${title}</dt>`)
  }
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
