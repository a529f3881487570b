/** `npm run beacon-key`: the public key by which beacons know this server. */
import { beaconMainKey } from '../app.ts'
import { readConfig, readEnvironment } from '../config.ts'

try {
  process.stdout.write(`BEACON_MAIN_KEY=${beaconMainKey(readConfig(readEnvironment()))}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
