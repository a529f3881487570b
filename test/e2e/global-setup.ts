/** Once before the end-to-end tests: what the server serves, and the browser. */
import { execFile } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { prepareBrowser } from './browser.ts'

const root = join(import.meta.dirname, '../..')
const sources = ['src', 'commands', 'scripts/build.ts']
const built = [
  'dist/main.js',
  'dist/assets/page-realm-worker.js',
  ...['page', 'desk'].flatMap((r) => [`${r}.js`, `${r}.css`].map((f) => `dist/assets/${f}`)),
]

/** When a file, or the newest file of a folder, was written; epoch ms. */
async function writtenAt(path: string): Promise<number> {
  const own = await stat(join(root, path))
  if (!own.isDirectory()) return own.mtimeMs
  const inside = await readdir(join(root, path))
  return Math.max(...(await Promise.all(inside.map((name) => writtenAt(join(path, name))))))
}

async function isCurrent(): Promise<boolean> {
  try {
    const [newest, oldest] = await Promise.all([
      Promise.all(sources.map(writtenAt)),
      Promise.all(built.map(writtenAt)),
    ])
    return Math.max(...newest) < Math.min(...oldest)
  } catch {
    // Nothing was built yet.
    return false
  }
}

/** Called by vitest. */
export async function setup(): Promise<void> {
  const build = async () => {
    if (!(await isCurrent())) await promisify(execFile)('npm', ['run', 'build'], { cwd: root })
  }
  await Promise.all([build(), prepareBrowser()])
}
