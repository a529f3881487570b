/** docs/stored-data.md tells of everything: its entries are held to the real tables, cookies and log lines. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { logFields } from '../../scripts/gen/stored-data/log-fields.ts'
import { claimsSchema, declaredSchema, placeSchema } from '../../src/core/claim.ts'
import { signalNames } from '../../src/core/signals.ts'
import { createCipher } from '../../src/store/cipher.ts'
import { storedFields } from '../../src/store/fields.ts'
import { claimFields, declaredFields, placeFields } from '../../src/store/fields/claim-fields.ts'
import { retentions, type StoredField } from '../../src/store/fields/field.ts'
import { signalFields } from '../../src/store/fields/signal-fields.ts'
import { sealedColumns } from '../../src/store/schema.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { cookies } from '../../src/web/cookies.ts'

const folder = mkdtempSync(join(tmpdir(), 'stored-data-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const entries = Object.entries(storedFields).flatMap(([table, fields]) =>
  Object.entries(fields as Record<string, StoredField>).map(([column, field]) => ({
    name: `${table}.${column}`,
    ...field,
  })),
)

/** Files of the product's code. */
const sources = ['src', 'commands']
  .flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
  )
  .filter((path) => /\.tsx?$/.test(path))

describe('tables', () => {
  let columns: string[] = []
  beforeAll(async () => {
    const path = join(folder, 'data.sqlite')
    const cipher = createCipher({ secret: 'a secret of the tests, long enough' })
    const store = await openSqlite({ path, cipher })
    await store[Symbol.asyncDispose]()
    const raw = new Sqlite(path, { readonly: true })
    columns = raw
      .prepare<[], string>(
        `select tables.name || '.' || columns.name
         from sqlite_master as tables join pragma_table_info(tables.name) as columns
         where tables.type = 'table' and tables.name not like 'sqlite_%'`,
      )
      .pluck()
      .all()
    raw.close()
  })

  test('every column of the migrated database has an entry, and no other', () => {
    expect(columns.length).toBeGreaterThan(100)
    expect(entries.map(({ name }) => name).sort()).toEqual([...columns].sort())
  })

  test('what is said to be encrypted is, and nothing else', () => {
    const sealed = Object.entries(sealedColumns).flatMap(([table, { columns: names }]) =>
      names.map((column) => `${table}.${column}`),
    )
    const said = entries.filter(({ form }) => form === 'encrypted').map(({ name }) => name)
    expect(said.sort()).toEqual(sealed.sort())
  })

  test.each(entries)('$name says what it is for', ({ purpose, until }) => {
    expect(purpose).toMatch(/\w{3,}/)
    expect(retentions).toHaveProperty(until)
  })
})

describe('claims, declarations, signals', () => {
  test.each([
    ['claims', claimsSchema.shape, claimFields],
    ['places', placeSchema.shape, placeFields],
    ['declarations', declaredSchema.shape, declaredFields],
  ])('every part of %s has an entry, and no other', (_name, shape, fields) => {
    expect(Object.keys(fields).sort()).toEqual(Object.keys(shape).sort())
  })

  test('every signal has an entry, and no other', () => {
    expect(Object.keys(signalFields).sort()).toEqual([...signalNames].sort())
  })
})

test('no cookie is set but those of the list', () => {
  const named = sources.filter((path) => /['"`]wb_/.test(readFileSync(path, 'utf8')))
  expect(named).toEqual([join('src', 'web', 'cookies.ts')])
  expect(Object.values(cookies).every(({ name }) => name.startsWith('wb_'))).toBe(true)
  const setting = sources.filter((path) =>
    /\.setCookie\((?!rule\.name)/.test(readFileSync(path, 'utf8')),
  )
  expect(setting).toEqual([])
})

test('nothing is stored in a browser besides', () => {
  const storing =
    /\b(localStorage|sessionStorage|indexedDB|caches|serviceWorker|document\.cookie)\b/
  const found = sources.filter((path) => storing.test(readFileSync(path, 'utf8')))
  expect(found).toEqual([])
})

/** Names of what lines of the log carry: keys of the object in `log(level, {…})` and `….log.level({…})`. */
function logged(path: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isLog(node.expression)) {
      for (const argument of node.arguments.filter(ts.isObjectLiteralExpression)) {
        for (const property of argument.properties) {
          if (property.name !== undefined) found.push(property.name.getText())
        }
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true))
  return found
}

function isLog(callee: ts.Expression): boolean {
  return /(^log|\blog\.(debug|info|warn|error))$/.test(callee.getText())
}

test('lines of the log carry what is listed, and nothing else', () => {
  const all = sources.flatMap((path) => logged(path).map((name) => ({ path, name })))
  expect(all.length).toBeGreaterThan(10)
  expect(all.filter(({ name }) => !(name in logFields))).toEqual([])
})
