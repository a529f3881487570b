import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

/** What the script and the style may weigh together; the product promises 60 KB. */
const BUDGET_BYTES = 15_000

test('script and style stay small', async () => {
  // As scripts/build.ts builds them.
  const { outputFiles } = await build({
    entryPoints: ['src/page/client.tsx', 'src/page/page.css'],
    outdir: 'out',
    write: false,
    bundle: true,
    platform: 'browser',
    target: 'es2021',
    format: 'esm',
    minify: true,
  })
  expect(outputFiles).toHaveLength(2)
  const bytes = outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents).length, 0)
  expect(bytes).toBeLessThan(BUDGET_BYTES)
})
