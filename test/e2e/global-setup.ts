/** Once before the end-to-end tests: what the server serves, and the browser. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { prepareBrowser } from './browser.ts'

/** Called by vitest. */
export async function setup(): Promise<void> {
  await Promise.all([promisify(execFile)('npm', ['run', 'build']), prepareBrowser()])
}
