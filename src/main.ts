/** The process: configuration, start, orderly stop. */
import { startApp } from './app.ts'
import { ConfigError, listenFault, readConfig, readEnvironment } from './config.ts'

/** What went wrong at the start, for the operator. */
function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message
  const { message } = error as { message?: string }
  return listenFault(error, { host: 'HOST', port: 'PORT' }) ?? message ?? String(error)
}

try {
  const config = readConfig(readEnvironment())
  const app = await startApp(config)
  process.stdout.write(`Whereabouts is ready. Open ${app.consoleUrl}\n`)
  const stop = () => {
    app[Symbol.asyncDispose]().catch((error: unknown) => {
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
