/** The product judges people's statements, not people: nothing it says accuses anyone or names a nationality. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

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

const accusing =
  /\b(fraud\w*|fake\w*|liars?|lying|suspicious\w*|suspici?on\w*|suspects?|suspected|criminals?|crimes?|impost[eo]rs?|scam\w*|cheat\w*|crooks?|deceiv\w*|deceit\w*|decepti\w*|dishonest\w*|guilt\w*|malicious\w*|culprits?|perpetrators?|offenders?|foreigners?|immigrants?|north korea\w*|dprk)\b/i

/** Zones such as Indian/Maldives and the ocean are places, not people. */
const nationality = new RegExp(
  `\\b(${[
    'Afghan|Albanian|Algerian|American|Argentin(e|ian)|Armenian|Australian|Austrian|Bangladeshi|Belarusian|Belgian',
    'Brazilian|British|Bulgarian|Canadian|Chilean|Chinese|Colombian|Croatian|Cuban|Czech|Danish|Dutch|Egyptian',
    'Ethiopian|Filipino|Finnish|French|German|Ghanaian|Greek|Hungarian|Indian|Indonesian|Iranian|Iraqi|Irish|Israeli',
    'Italian|Japanese|Kenyan|Korean|Lebanese|Lithuanian|Malaysian|Mexican|Moroccan|Nepali|Nigerian|Norwegian|Pakistani',
    'Peruvian|Polish|Portuguese|Romanian|Russian|Saudi|Serbian|Spanish|Sri Lankan|Swedish|Swiss|Syrian|Taiwanese|Thai',
    'Turkish|Ukrainian|Venezuelan|Vietnamese',
  ].join('|')})s?\\b(?!/| Ocean)`,
)

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
