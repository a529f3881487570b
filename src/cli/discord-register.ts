/** `npm run discord:register`: tells Discord what can be typed there; nothing where it knows already. */
import { registerDiscordCommands } from '../app.ts'
import { readConfig, readEnvironment } from '../config.ts'

try {
  const config = readConfig(readEnvironment())
  if (config.discordToken === null) throw new Error('DISCORD_TOKEN is not set.')
  for (const { guild, added, changed, removed } of await registerDiscordCommands(config)) {
    const where = guild === null ? 'Everywhere' : `In server ${guild}`
    const parts = [
      ...added.map((name) => `added “${name}”`),
      ...changed.map((name) => `changed “${name}”`),
      ...removed.map((name) => `removed “${name}”`),
    ]
    process.stdout.write(
      `${where}: ${parts.length === 0 ? 'nothing to change' : parts.join(', ')}.\n`,
    )
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
