/** The product judges people's statements, not people: nothing it says accuses anyone or names a nationality. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { runCheck, type Given, type Readings } from '../../src/core/check.ts'
import { checks } from '../../src/core/checks/index.ts'
import { countryName } from '../../src/core/country.ts'
import { lookups } from '../../src/lookups/index.ts'
import { accusing, addresses, nationality, traits } from './_wording.ts'

/** Rooms whose strings a person may read. */
const rooms = [
  'commands',
  'src/core',
  'src/usecases',
  'src/page',
  'src/desk',
  'src/chat',
  'src/notify',
  'src/pictures',
  'src/sharing',
  'src/intake',
  'src/meetings',
  'src/texts',
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

/** All that a check says by itself and in the findings of its examples, with a country put in place of every other. */
function wordsOf(check: (typeof checks)[number], country?: string): string[] {
  const put = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(put)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [
        key,
        key === 'country' && country !== undefined ? country : put(part),
      ]),
    )
  }
  const findings = check.examples.flatMap((example) =>
    // The stated place as it is, and there as well.
    [put(example.given), { ...(put(example.given) as Given), ...claimOf(example.given) }].map(
      (given) => {
        const readings = Object.entries(given as Given).map(([name, value]) => [
          name,
          { value, measuredByUs: true },
        ])
        return runCheck(check, Object.fromEntries(readings) as Readings, {
          startAt: example.startAt ?? Date.UTC(2026, 6, 1, 12),
          presence: example.presence,
        })
      },
    ),
  )
  return [
    ...[check.title, check.why, check.next, ...check.innocent],
    ...findings.flatMap(({ claimed, expected, observed, why, facts }) => [
      ...[claimed ?? '', expected ?? '', observed ?? '', why ?? ''],
      ...Object.keys(facts),
      ...Object.values(facts).map(String),
    ]),
  ].filter((text) => text !== '')
}

function claimOf({ claimedPlace }: Given) {
  return claimedPlace === undefined ? {} : { claimedPlace }
}

/** Country codes of every kind of suspicion, and of none. */
const countries = ['KP', 'RU', 'CN', 'IR', 'NG', 'PK', 'RO', 'US']

describe.each(checks)('$id', (check) => {
  test.each([undefined, ...countries])('says nothing of people, with %s', (country) => {
    const words = wordsOf(check, country)
    expect(words.length).toBeGreaterThan(4)
    for (const never of [accusing, nationality, traits]) {
      expect(words.filter((text) => never.test(text))).toEqual([])
    }
  })

  test('repeats no address: findings stay longer than readings', () => {
    expect(wordsOf(check).filter((text) => addresses.test(text))).toEqual([])
  })
})

test('no country and no place is named by an accusation', async () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = letters.flatMap((a) => letters.map((b) => a + b))
  expect(codes.map(countryName).filter((name) => accusing.test(name))).toEqual([])
  const place = await lookups.place()
  const labels = place.search('Pyongyang').map(({ label }) => label)
  expect(labels.length).toBeGreaterThan(0)
  expect(labels.filter((label) => accusing.test(label))).toEqual([])
})

test.each([
  'a fake profile',
  'Suspicious activity',
  'north korean worker',
  'a DPRK operative',
  'Red flag',
  'high-risk',
])('would find: %s', (text) => {
  expect(text).toMatch(accusing)
})

test.each(['their accent', 'foreign exit', 'a citizen of', 'without a visa'])(
  'would find: %s',
  (text) => {
    expect(text).toMatch(traits)
  },
)

test.each(['seen from 203.0.113.7', '2001:db8::7 in Germany', '2001:db8:1:2:3:4:5:6'])(
  'would find: %s',
  (text) => {
    expect(text).toMatch(addresses)
  },
)

test.each(['15:45 CST', 'policy 2026-11-25', '36.4 ms', '2.1.0'])('would not find: %s', (text) => {
  expect(text).not.toMatch(addresses)
})

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
