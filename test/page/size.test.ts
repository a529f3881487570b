import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

/** What the scripts and the style may weigh together; the product promises 60 KB. */
const BUDGET_BYTES = 15_000

test('scripts and style stay small', async () => {
  // As scripts/build.ts builds them.
  const { outputFiles } = await build({
    entryPoints: ['src/page/client.tsx', 'src/page/page.css', 'src/page/realm-worker.ts'],
    outdir: 'out',
    write: false,
    bundle: true,
    platform: 'browser',
    target: 'es2021',
    format: 'esm',
    minify: true,
  })
  expect(outputFiles).toHaveLength(3)
  const bytes = outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents).length, 0)
  expect(bytes).toBeLessThan(BUDGET_BYTES)
})
