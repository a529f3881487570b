/** `npm run verify-audit`: whether the audit log is as it was written. */
import { openOfflineStore } from '../app.ts'
import { readConfig, readEnvironment } from '../config.ts'

try {
  await using audit = await openOfflineStore(readConfig(readEnvironment()))
  const result = await audit.verify()
  if ('brokenAt' in result) {
    process.stderr.write(
      `The audit log was changed: line ${String(result.brokenAt)} does not fit.\n`,
    )
    process.exitCode = 1
  } else {
    process.stdout.write(`The audit log is whole: ${String(result.lines)} lines.\n`)
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
