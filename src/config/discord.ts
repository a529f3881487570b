/** What the operator says of Discord. */
import { z } from 'zod'
import { variable } from './variable.ts'

/** A snowflake as it stands today. Source: Discord's reference, snowflakes, read 2026-11-25. */
const snowflake = /^\d{17,20}$/

/** Three parts of base64url. Source: Discord's reference, authentication, read 2026-11-25. */
const TOKEN = /^[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}$/

const idsSchema = z.string().transform((text, context): string[] => {
  const list = text.split(/[\s,]+/).filter(Boolean)
  if (list.length === 0) context.addIssue('must name at least one server')
  for (const id of list) {
    if (!snowflake.test(id)) context.addIssue(`must be ids of servers, got “${id}”`)
  }
  return list
})

/** The variables, all of which may be left out. */
export const discordVariables = {
  discordToken: variable({
    name: 'DISCORD_TOKEN',
    help: 'Turns Discord on: the token of your bot. Needs DISCORD_APPLICATION_ID and IP_LOCATION (docs/discord.md)',
    secret: true,
    parse: z.string().regex(TOKEN, 'must be three parts with dots between, as Discord shows it'),
  }),
  discordApplicationId: variable({
    name: 'DISCORD_APPLICATION_ID',
    help: 'The id of your app, under General Information',
    secret: false,
    example: '1098765432109876543',
    parse: z.string().regex(snowflake, 'must be a number of 17 to 20 digits'),
  }),
  discordGuilds: variable({
    name: 'DISCORD_GUILDS',
    help: 'Ids of the servers that it works in. Needed unless your app is private, so that nobody else can add it',
    secret: false,
    example: '81384788765712384',
    parse: idsSchema,
  }),
  discordTransport: variable({
    name: 'DISCORD_TRANSPORT',
    help: 'How Discord reaches this server: gateway, which needs no way in, or http, by calls to /discord/interactions',
    secret: false,
    default: 'gateway',
    parse: z.enum(['gateway', 'http'], 'must be gateway or http'),
  }),
  discordCallTimes: variable({
    name: 'DISCORD_CALL_TIMES',
    help: 'Whether the bot asks Discord who joins and leaves calls, to note it of candidates whose account was named: on or off. Over http it cannot be asked',
    secret: false,
    default: 'on',
    parse: z.enum(['on', 'off'], 'must be on or off').transform((word) => word === 'on'),
  }),
  discordPublicKey: variable({
    name: 'DISCORD_PUBLIC_KEY',
    help: 'For DISCORD_TRANSPORT=http: proves that a call is from Discord; under General Information',
    secret: false,
    parse: z.string().regex(/^[0-9a-f]{64}$/i, 'must be 64 characters of hex'),
  }),
}

/** Faults of these variables together. In: the environment, where a wrong value does not count as left out. */
export function discordFaults(env: Readonly<Record<string, string | undefined>>): string[] {
  const set = (name: string) => Boolean(env[name])
  const needs = (name: string, where: string) => (set(name) ? [] : [`${name} must be set ${where}`])
  const some = Object.keys(env).find((name) => name.startsWith('DISCORD_') && set(name))
  if (some === undefined) return []
  const isHttp = env['DISCORD_TRANSPORT'] === 'http'
  return [
    ...needs('DISCORD_TOKEN', `where ${some} is`),
    ...needs('DISCORD_APPLICATION_ID', 'where Discord is on'),
    ...(isHttp ? needs('DISCORD_PUBLIC_KEY', 'where DISCORD_TRANSPORT is http') : []),
    ...(isHttp ? needs('PUBLIC_URL', 'where DISCORD_TRANSPORT is http') : []),
    ...needs(
      'IP_LOCATION',
      'where Discord is on: say which database’s terms you accept, for example dbip',
    ),
  ]
}
