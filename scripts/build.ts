/** Builds dist/: the server and command lines for Node, the page's and the desk's scripts and styles for browsers. */
import { readdirSync } from 'node:fs'
import { basename, dirname, parse } from 'node:path'
import { build, type BuildOptions } from 'esbuild'

const node: BuildOptions = {
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  sourcemap: true,
}
const browser: BuildOptions = {
  platform: 'browser',
  target: 'es2021',
  format: 'esm',
  minify: true,
  sourcemap: 'linked',
}

const commandLines = readdirSync('src/cli').filter((name) => name.endsWith('.ts'))
const server = [
  'src/main.ts',
  'src/beacon/main.ts',
  ...commandLines.map((name) => `src/cli/${name}`),
]
const assets = [
  'src/page/client.tsx',
  'src/page/page.css',
  'src/page/control/client.ts',
  'src/page/control/control.css',
  'src/page/realm-worker.ts',
  'src/desk/client.tsx',
  'src/desk/desk.css',
]

/** src/page/client.tsx → page, src/page/realm-worker.ts → page-realm-worker: each asset is named after its room. */
function assetName(file: string): string {
  const room = basename(dirname(file))
  const { name } = parse(file)
  return name === 'client' || name === room ? room : `${room}-${name}`
}

const startedAt = Date.now()
await Promise.all([
  build({
    ...node,
    bundle: true,
    entryPoints: server,
    outbase: 'src',
    outdir: 'dist',
    logLevel: 'warning',
  }),
  build({
    ...browser,
    bundle: true,
    entryPoints: assets.map((file) => ({ in: file, out: assetName(file) })),
    outdir: 'dist/assets',
    logLevel: 'warning',
  }),
])
console.log(`built dist/ in ${Date.now() - startedAt} ms`)
