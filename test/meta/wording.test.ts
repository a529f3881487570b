/** The product judges people's statements, not people: nothing it says accuses anyone or names a nationality. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { accusing, nationality } from './_wording.ts'

/** Rooms whose strings a person may read. */
const rooms = [
  'commands',
  'src/core',
  'src/usecases',
  'src/page',
  'src/desk',
  'src/chat',
  'src/notify',
  'src/web',
]

/** Every string, template part and text of an element in a file; comments and names are not shown to anyone. */
function strings(path: string): string[] {
  const found: string[] = []
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const text = readFileSync(path, 'utf8')
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
    if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node)) {
      found.push(node.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, kind))
  return found
}

const said = rooms
  .filter((room) => existsSync(room))
  .flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
  )
  .filter((path) => /\.tsx?$/.test(path))
  .flatMap((path) => strings(path).map((text) => ({ path, text })))

test('strings are found at all', () => {
  expect(said.length).toBeGreaterThan(100)
})

test('nothing said accuses anyone', () => {
  expect(said.filter(({ text }) => accusing.test(text))).toEqual([])
})

test('nothing said names a nationality', () => {
  expect(said.filter(({ text }) => nationality.test(text))).toEqual([])
})

test.each(['a fake profile', 'Suspicious activity', 'north korean worker'])(
  'would find: %s',
  (text) => {
    expect(text).toMatch(accusing)
  },
)

test.each(['a Nigerian address', 'three Indians', 'of Chinese origin'])(
  'would find: %s',
  (text) => {
    expect(text).toMatch(nationality)
  },
)

test.each(['Indian/Maldives', 'the Indian Ocean', 'America/New_York', 'polish the text'])(
  'would not find: %s',
  (text) => {
    expect(text).not.toMatch(nationality)
  },
)
