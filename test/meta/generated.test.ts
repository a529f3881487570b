/** Generated files are what `npm run gen` would write. */
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('npm run gen has nothing to write', () => {
  const run = spawnSync('node_modules/.bin/tsx', ['scripts/gen.ts', '--check'], {
    encoding: 'utf8',
  })
  expect(run.stderr).not.toContain('stale')
  expect(run.status).toBe(0)
})
