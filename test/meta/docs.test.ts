/** Documents say what is so: their links, scripts, variables, signals, rooms and state machines exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { configFields } from '../../src/config.ts'
import { beaconFields } from '../../src/config/beacon.ts'
import { nextCaseState } from '../../src/core/case.ts'
import { nextLinkState, nextRoundState, nextSessionState } from '../../src/core/round.ts'
import { signalNames } from '../../src/core/signals.ts'
import { en } from '../../src/texts/en.ts'

const read = (path: string) => readFileSync(path, 'utf8')
const markdown = (folder: string) =>
  readdirSync(folder, { recursive: folder !== '.', encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('.md'))
const documents = ['.', 'docs', 'data'].flatMap(markdown)
const decisions = documents.filter((path) => dirname(path) === join('docs', 'adr'))

/** What stands in code: blocks and `spans`. */
function codeOf(text: string): string {
  const blocks = [...text.matchAll(/^```[^\n]*\n(.*?)^```/gms)].map(([, code]) => code ?? '')
  const prose = text.replace(/^```.*?^```/gms, '')
  const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code ?? '')
  return [...blocks, ...spans].join('\n')
}

/** Where a document leads to, inside the project. */
function linksOf(text: string): string[] {
  const prose = text.replace(/^```.*?^```/gms, '')
  return [...prose.matchAll(/\]\(([^)\s]+)\)|\b(?:src|href)="([^"]+)"/g)]
    .map(([, link, attribute]) => link ?? attribute ?? '')
    .filter((link) => !/^[a-z]+:/.test(link))
}

/** Headings as addresses: "How long" → "how-long". */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

function isThere(from: string, link: string): boolean {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? from : join(dirname(from), path)
  if (!existsSync(target)) return false
  return anchor === undefined || anchorsOf(read(target)).includes(anchor)
}

test('documents are found at all', () => {
  expect(documents).toContain('README.md')
  expect(decisions.length).toBeGreaterThan(10)
})

describe.each(documents)('%s', (path) => {
  const text = read(path)

  test('links lead somewhere', () => {
    expect(linksOf(text).filter((link) => !isThere(path, link))).toEqual([])
  })

  test('scripts are in package.json', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = [...text.matchAll(/\bnpm run (?:--silent )?([\w:-]*\w)/g)].map(([, name]) => name)
    expect(named.filter((name) => scripts[name ?? ''] === undefined)).toEqual([])
  })

  test('environment variables are in the configuration', () => {
    const known = [...configFields, ...beaconFields].map(({ name }) => name).concat('CHROMIUM_PATH')
    const code = codeOf(text)
    const named = [
      ...[...code.matchAll(/\b[A-Z]+(?:_[A-Z]+)+\b/g)].map(([name]) => name),
      ...[...code.matchAll(/(?:^|\s)([A-Z]{3,})=/gm)].map(([, name]) => name ?? ''),
    ]
    expect(named.filter((name) => !known.includes(name))).toEqual([])
  })
})

describe.each(decisions)('%s', (path) => {
  test('says context, decision, alternatives and consequences', () => {
    const headings = [...read(path).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
    expect(headings).toEqual(['Context', 'Decision', 'Alternatives', 'Consequences'])
  })

  test('is numbered and listed', () => {
    const number = Number(basename(path).slice(0, 4))
    expect(decisions.indexOf(path)).toBe(number - 1)
    expect(read(path)).toMatch(new RegExp(`^# ${number}\\. `))
    expect(read('docs/architecture.md')).toContain(`(adr/${basename(path)})`)
  })
})

test('the table of imports has a row for every room', () => {
  const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
    forbidden: { name: string }[]
  }
  const rooms = forbidden.flatMap(({ name }) => /^(\w+)-imports$/.exec(name)?.[1] ?? [])
  const table = /## Who may import whom\n(.*?)\n## /s.exec(read('docs/architecture.md'))?.[1] ?? ''
  const rows = [...table.matchAll(/^\| `(\w+)(?:\.ts)?` \|/gm)].map(([, name]) => name)
  // `app` may import everything and has no rule.
  expect([...rows].sort()).toEqual([...rooms, 'app'].sort())
})

test('every signal is told in the document of stored data', () => {
  const part = /## Signals\n(.*?)\n## /s.exec(read('docs/stored-data.md'))?.[1] ?? ''
  const rows = [...part.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)
  expect(rows.sort()).toEqual([...signalNames].sort())
})

describe('the document on privacy', () => {
  const text = read('docs/privacy-and-law.md').replace(/\s+/g, ' ')

  test('gives employers the words of the candidate’s page', () => {
    for (const { title, why } of Object.values(en.items))
      expect(text).toContain(`- ${title}. ${why}`)
    for (const line of en.notRead) expect(text).toContain(line)
  })

  test('says of every setting of retention what it is for', () => {
    const settings = configFields.map(({ name }) => name).filter((name) => /RETENTION/.test(name))
    expect(settings.length).toBeGreaterThan(2)
    for (const name of settings) {
      expect(text).toContain(`{${name}}`)
      expect(text).toContain(`| \`${name}\``)
    }
  })

  test('names the buttons and addresses that exist', () => {
    const drawn = [...Object.values(en.buttons), en.recorded.title]
    for (const words of [
      'Continue',
      'I need another way',
      'Join the interview',
      'What was recorded',
    ]) {
      expect(text).toContain(`**${words}`)
      expect(drawn).toContain(words)
    }
  })

  test('names files that exist', () => {
    const named = [...text.matchAll(/`((?:src|test|docs|commands)\/[\w./-]+)`/g)]
    expect(named.length).toBeGreaterThan(5)
    expect(named.map(([, path = '']) => path).filter((path) => !existsSync(path))).toEqual([])
  })

  test('names commands that exist', () => {
    const named = [...text.matchAll(/`\/verify (\w+)/g)].map(([, name = '']) => name)
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter((name) => !existsSync(`commands/${name}.ts`))).toEqual([])
  })
})

type Next = (state: string, event: string) => string
/** The tables are typed by their own states and events; the diagrams are text. */
const machines = [
  ['case', nextCaseState as Next],
  ['round', nextRoundState as Next],
  ['link', nextLinkState as Next],
  ['session', nextSessionState as Next],
] as const

test.each(machines)('the diagram of a %s has every step and no other', (name, next) => {
  const diagram = new RegExp(`state "${name}" as \\w+ \\{\n(.*?)\\}`, 's').exec(
    read('docs/architecture.md'),
  )?.[1]
  const steps = [...(diagram ?? '').matchAll(/^\s*(\w+) --> (\w+): ([\w-]+)$/gm)].map(
    ([, from = '', to = '', event = '']) => ({ from, event, to }),
  )
  const states = [...new Set(steps.flatMap(({ from, to }) => [from, to]))]
  const events = [...new Set(steps.map(({ event }) => event))]
  const real = states.flatMap((from) =>
    events.flatMap((event) => {
      try {
        return { from, event, to: next(from, event) }
      } catch {
        return []
      }
    }),
  )
  const sorted = (list: typeof steps) => list.map((step) => JSON.stringify(step)).sort()
  expect(steps.length).toBeGreaterThan(2)
  expect(sorted(steps)).toEqual(sorted(real))
})
