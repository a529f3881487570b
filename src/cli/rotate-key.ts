/** `npm run rotate-key`: encrypts everything with SECRET_KEY that was encrypted with SECRET_KEY_PREVIOUS. */
import { openOfflineStore } from '../app.ts'
import { readConfig, readEnvironment } from '../config.ts'

try {
  await using store = await openOfflineStore(readConfig(readEnvironment()))
  const changed = await store.reencrypt()
  process.stdout.write(`${String(changed)} fields are now under the current key.\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
