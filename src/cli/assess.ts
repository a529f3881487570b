/** `npm run assess -- bundle.json [--lookup]`: the verdict on a case in a file, as JSON. */
import { readFileSync } from 'node:fs'
import { openOfflineLookups } from '../app.ts'
import { readConfig, readEnvironment } from '../config.ts'
import { bundleSchema } from '../core/bundle.ts'
import { assessBundle } from '../usecases/assess-bundle.ts'

const USAGE = 'Usage: npm run assess -- bundle.json [--lookup]   (schema: docs/bundle.schema.json)'

/** Reads a bundle. Fails: with every fault and where it is. */
function readBundle(path: string) {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : 'cannot be read'}`, {
      cause: error,
    })
  }
  const parsed = bundleSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(({ path: at, message }) => `  ${at.join('.')}: ${message}`)
  throw new Error(`${path} is not a bundle:\n${faults.join('\n')}`)
}

const args = process.argv.slice(2)
const path = args.find((arg) => !arg.startsWith('--'))
try {
  if (path === undefined) throw new Error(USAGE)
  const lookups = args.includes('--lookup')
    ? await openOfflineLookups(readConfig(readEnvironment()))
    : null
  process.stdout.write(`${JSON.stringify(assessBundle(readBundle(path), lookups), null, 2)}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
