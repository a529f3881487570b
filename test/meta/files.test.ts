/** Files stay short and finished. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const MAX_LINES = 400

/** Files below some folders, by path. */
function filesBelow(folders: readonly string[], pattern: RegExp): string[] {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter((path) => pattern.test(path) && !path.includes('node_modules'))
}

test(`no source file has more than ${MAX_LINES} lines`, () => {
  // Tables that commands write are data, not code to read.
  const sources = filesBelow(['src', 'commands', 'scripts'], /\.(tsx?|css)$/).filter(
    (path) => !path.startsWith('src/core/fitted/'),
  )
  expect(sources.length).toBeGreaterThan(0)
  const long = sources.filter(
    (path) => readFileSync(path, 'utf8').trimEnd().split('\n').length > MAX_LINES,
  )
  expect(long).toEqual([])
})

test('nothing is left for later', () => {
  // Put together here, so that this file does not find itself.
  const later = new RegExp(`\\b(${'TO' + 'DO'}|${'FIX' + 'ME'})\\b`)
  const all = filesBelow(
    ['src', 'commands', 'scripts', 'test', 'lab', 'docs'],
    /\.(tsx?|css|md|py)$/,
  )
  expect(all.filter((path) => later.test(readFileSync(path, 'utf8')))).toEqual([])
})
