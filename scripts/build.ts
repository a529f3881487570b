/** Builds dist/: the server and command lines for Node, the page's and the desk's scripts and styles for browsers. */
import { existsSync, readdirSync } from 'node:fs'
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

const commandLines = existsSync('src/cli')
  ? readdirSync('src/cli').filter((name) => name.endsWith('.ts'))
  : []
const server = ['src/main.ts', ...commandLines.map((name) => `src/cli/${name}`)]
const assets: Record<string, string> = {
  'page.js': 'src/page/client.tsx',
  'page.css': 'src/page/page.css',
  'desk.js': 'src/desk/client.tsx',
  'desk.css': 'src/desk/desk.css',
}

/** An entry that is not there yet is skipped with a warning. */
function present(file: string): boolean {
  if (existsSync(file)) return true
  console.warn(`skipped: ${file} is missing`)
  return false
}

const startedAt = Date.now()
await Promise.all([
  build({
    ...node,
    bundle: true,
    entryPoints: server.filter(present),
    outbase: 'src',
    outdir: 'dist',
    logLevel: 'warning',
  }),
  build({
    ...browser,
    bundle: true,
    entryPoints: Object.entries(assets)
      .filter(([, file]) => present(file))
      .map(([name, file]) => ({ in: file, out: name.replace(/\.\w+$/, '') })),
    outdir: 'dist/assets',
    logLevel: 'warning',
  }),
])
console.log(`built dist/ in ${Date.now() - startedAt} ms`)
