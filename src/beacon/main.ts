/** The process of a beacon: configuration, start, certificates that change, orderly stop. */
import { watchFile, unwatchFile } from 'node:fs'
import { readBeaconConfig } from '../config/beacon.ts'
import { ConfigError, listenFault, readEnvironment } from '../config.ts'
import { ECHO_TIMES } from '../echo/echo-meter.ts'
import { publicKeyFromText, publicKeyText } from '../echo/ed25519.ts'
import { startBeacon } from './beacon.ts'
import { openIdentity } from './identity.ts'
import { logLines } from './log.ts'

/** How often the files of the certificate are looked at, ms. */
const LOOK_MS = 60_000

/** What went wrong at the start, for the operator. */
function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message
  const { message } = error as { message?: string }
  const names = { host: 'BEACON_HOST', port: 'BEACON_PORT' }
  return listenFault(error, names) ?? message ?? String(error)
}

try {
  const config = readBeaconConfig(readEnvironment())
  const { id, host, port, tls, mainUrl, maxSockets } = config
  const key = openIdentity(config.identityPath)
  const beacon = await startBeacon({
    id,
    host,
    port,
    tls,
    key,
    mainUrl,
    mainKeys: config.mainKeys.map(publicKeyFromText),
    times: {
      ...ECHO_TIMES,
      burst: config.burst,
      pause: config.pauseSec * 1000,
      minute: config.reportSec * 1000,
    },
    maxSockets,
    log: logLines,
  })
  const reload = () => {
    try {
      beacon.reload()
      logLines('info', 'certificate read anew')
    } catch (error) {
      logLines('error', 'certificate not read; the one before stays', { reason: explain(error) })
    }
  }
  process.on('SIGHUP', reload)
  const files = tls === null ? [] : [tls.certPath, tls.keyPath]
  // Asked of the files' state, because certificates are renewed by moving a link.
  for (const file of files) watchFile(file, { interval: LOOK_MS, persistent: false }, reload)
  process.stdout.write(
    `Beacon ${id} listens on port ${String(beacon.port)}. Public key: ${publicKeyText(key)}\n`,
  )
  const stop = () => {
    for (const file of files) unwatchFile(file)
    beacon[Symbol.asyncDispose]().then(undefined, (error: unknown) => {
      process.stderr.write(`${explain(error)}\n`)
      process.exitCode = 1
    })
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 1
}
