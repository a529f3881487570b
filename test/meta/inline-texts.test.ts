/** What managers read is in src/texts/: the files that show it say nothing by themselves. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inlineTexts } from './_inline-texts.ts'

/** Rooms that show something to managers. */
const ROOMS = ['commands', 'src/chat', 'src/core', 'src/desk', 'src/pictures', 'src/usecases']

/** Files that speak for themselves, and why they may. */
const OWN_WORDS: readonly { why: string; files: readonly string[] }[] = [
  {
    why: 'a check is one file, with its sentences; so are the reasons for its weight',
    files: [
      'src/core/browser-parts.ts',
      'src/core/check.ts',
      'src/core/checks/',
      'src/core/policy.ts',
      'src/core/side-address.ts',
      'src/core/weights/',
    ],
  },
  {
    why: 'the log, the state of a connection and faults of payloads: for operators and developers',
    files: [
      'src/chat/connection.ts',
      'src/chat/discord/gateway.ts',
      'src/chat/discord/guard.ts',
      'src/chat/discord/limits.ts',
      'src/chat/discord/trouble.ts',
      'src/chat/json-faults.ts',
      'src/chat/slack/block-rules.ts',
      'src/chat/slack/element-rules.ts',
      'src/chat/slack/guard.ts',
      'src/chat/slack/limits.ts',
      'src/chat/slack/trouble.ts',
      'src/core/rhythm/plan-fault.ts',
    ],
  },
  {
    why: 'the command line and its schema',
    files: ['src/core/bundle.ts', 'src/core/fitted/', 'src/usecases/assess-bundle.ts'],
  },
  {
    why: 'failures of a candidate’s page, which shows them by their code in the candidate’s language',
    files: [
      'src/usecases/admit-to-beacon.ts',
      'src/usecases/admit-to-side-path.ts',
      'src/usecases/links.ts',
      'src/usecases/move-session.ts',
      'src/usecases/sessions.ts',
      'src/usecases/start-control-check.ts',
    ],
  },
  {
    why: 'what is read back or sealed, names of fonts and of types of content',
    files: [
      'src/chat/discord/lost.ts',
      'src/chat/discord/when-field.ts',
      'src/chat/slack/transport.ts',
      'src/pictures/png.ts',
      'src/pictures/svg.ts',
      'src/usecases/card-picture.ts',
    ],
  },
]

const own = OWN_WORDS.flatMap(({ files }) => files)

const said = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
)
  .filter((path) => /\.tsx?$/.test(path))
  .flatMap((path) => inlineTexts(path).map((text) => ({ path, text })))

test('what managers read is said by the catalogue', () => {
  expect(said.filter(({ path }) => !own.some((allowed) => path.startsWith(allowed)))).toEqual([])
})

test.each(own)('%s still has words of its own', (allowed) => {
  expect(said.some(({ path }) => path.startsWith(allowed))).toBe(true)
})

describe('what counts as a text', () => {
  test.each([
    ['a sentence', `const title = 'Nothing to hold'`],
    ['words around a name', 'const title = `Waiting for ${who}`'],
    ['a word beside a number', 'const line = `${count} people`'],
    ['one word where only words stand', `const button = { label: 'Erase', style: 'danger' }`],
    ['the message of an expected failure', `throw new AppError('not-found', 'There is no case.')`],
    ['a word of an element', `const part = <p>Stated</p>`],
    ['a sentence that begins with a command', `const hint = '/verify opens a case'`],
    ['a word for a screen reader', `const part = <nav aria-label="Rounds" />`],
  ])('%s', (_name, source) => {
    expect(inlineTexts('made-up.tsx', source)).toHaveLength(1)
  })

  test.each([
    ['a line of the log', `log('warn', {}, 'a message may stand twice')`],
    ['a failure for the log', `throw new DeliveryError('no channel of Slack', null)`],
    ['classes of an element', `const part = <p class="text quiet" />`],
    ['keys of a record', 'const key = `${channel}:${id}`'],
    ['the path of a picture', 'const d = `M0 ${top}h${width}`'],
    ['a command as it is typed', `const command = '/verify demo'`],
    ['our name', 'const brand = <b>Whereabouts</b>'],
    ['a type', `type Kind = 'not a text'`],
    ['a name that is filled in', 'const both = `${first} ${last}`'],
  ])('not %s', (_name, source) => {
    expect(inlineTexts('made-up.tsx', source)).toEqual([])
  })
})
