/** The process: configuration, start, orderly stop. */
import { startApp } from './app.ts'
import { ConfigError, readConfig, readEnvironment } from './config.ts'

/** What went wrong at the start, for the operator. */
function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message
  const { code, port, message } = error as { code?: string; port?: number; message?: string }
  if (code === 'EADDRINUSE') return `Port ${String(port)} is taken. Set PORT to another one.`
  if (code === 'EACCES')
    return `Port ${String(port)} may not be used by this user. Set PORT to one above 1023.`
  return message ?? String(error)
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
