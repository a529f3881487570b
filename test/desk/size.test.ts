import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../src/texts/catalogue.ts'
import { desk } from '../../src/texts/managers-desk.ts'
import { managers } from '../../src/texts/managers.ts'

/** What the console's script may weigh, compressed: it weighs 18.5 KB, most of it Preact and the console itself. */
const BUDGET_BYTES = 20_000

let script: { text: string; contents: Uint8Array }

beforeAll(async () => {
  // As scripts/build.ts builds it.
  const { outputFiles } = await build({
    entryPoints: ['src/desk/client.tsx'],
    outdir: 'out',
    write: false,
    bundle: true,
    platform: 'browser',
    target: 'es2021',
    format: 'esm',
    charset: 'utf8',
    minify: true,
  })
  const [only] = outputFiles
  if (only === undefined) throw new Error('the build gave no script')
  script = only
})

describe('the script of the console', () => {
  test('stays small', () => {
    expect(gzipSync(script.contents).length).toBeLessThan(BUDGET_BYTES)
  })

  test('carries what the console says', () => {
    for (const text of [desk.console.news, desk.empty.title, desk.form.keep]) {
      expect(script.text).toContain(text)
    }
  })

  test('carries nothing of what candidates read, in any language', () => {
    for (const { notice, recorded, readings } of Object.values(catalogue)) {
      for (const text of [notice.title, recorded.title, readings.titles.browserClock]) {
        expect(script.text).not.toContain(text)
      }
    }
  })

  test('carries nothing that only cards, chats and the report say', () => {
    const { words, report, card } = managers
    for (const text of [words.axes.place.against, report.legend.title, card.round.erasedName]) {
      expect(script.text).not.toContain(text)
    }
  })
})
