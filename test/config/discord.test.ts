import { describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'

const TOKEN = 'MTA5ODc2NTQzMjEwOTg3NjU0Mw.GfAkE0.a-token-of-the-tests-only-000'
const KEY = '0123456789abcdef'.repeat(4)
const ON = {
  DISCORD_TOKEN: TOKEN,
  DISCORD_APPLICATION_ID: '1098765432109876543',
  IP_LOCATION: 'dbip',
}
const PUBLIC = { PUBLIC_URL: 'https://verify.example.com', SECRET_KEY: 'x'.repeat(32) }

test('off, unless there is a token', () => {
  expect(readConfig({})).toMatchObject({ discordToken: null, discordTransport: 'gateway' })
})

test('by the gateway it needs a token, the app’s id and whose database of addresses', () => {
  const guilds = '81384788765712384, 81384788765712385'
  expect(readConfig({ ...ON, DISCORD_GUILDS: guilds })).toMatchObject({
    discordToken: TOKEN,
    discordApplicationId: '1098765432109876543',
    discordGuilds: ['81384788765712384', '81384788765712385'],
    discordTransport: 'gateway',
    discordPublicKey: null,
  })
})

test('times in calls are noted unless that is switched off', () => {
  expect(readConfig(ON).discordCallTimes).toBe(true)
  expect(readConfig({ ...ON, DISCORD_CALL_TIMES: 'off' }).discordCallTimes).toBe(false)
  expect(() => readConfig({ ...ON, DISCORD_CALL_TIMES: 'no' })).toThrow(
    /DISCORD_CALL_TIMES must be on or off/,
  )
})

test('over HTTP also the public key, and an address', () => {
  const env = { ...ON, ...PUBLIC, DISCORD_TRANSPORT: 'http', DISCORD_PUBLIC_KEY: KEY }
  expect(readConfig(env)).toMatchObject({ discordTransport: 'http', discordPublicKey: KEY })
})

describe('refused', () => {
  test.each([
    [
      'no token',
      { ...ON, DISCORD_TOKEN: '' },
      /DISCORD_TOKEN must be set where DISCORD_APPLICATION_ID is/,
    ],
    ['no app', { ...ON, DISCORD_APPLICATION_ID: '' }, /DISCORD_APPLICATION_ID must be set/],
    ['no terms', { ...ON, IP_LOCATION: '' }, /IP_LOCATION must be set where Discord is on/],
    [
      'HTTP without a key',
      { ...ON, ...PUBLIC, DISCORD_TRANSPORT: 'http' },
      /DISCORD_PUBLIC_KEY must be set/,
    ],
    [
      'HTTP without an address',
      { ...ON, DISCORD_TRANSPORT: 'http', DISCORD_PUBLIC_KEY: KEY },
      /PUBLIC_URL must be set/,
    ],
    [
      'another way',
      { ...ON, DISCORD_TRANSPORT: 'webhook' },
      /DISCORD_TRANSPORT must be gateway or http/,
    ],
    [
      'a short key',
      { ...ON, DISCORD_PUBLIC_KEY: 'abc' },
      /DISCORD_PUBLIC_KEY must be 64 characters of hex/,
    ],
    [
      'a name of a server',
      { ...ON, DISCORD_GUILDS: 'Acme' },
      /DISCORD_GUILDS must be ids of servers, got “Acme”/,
    ],
    [
      'an empty list',
      { ...ON, DISCORD_GUILDS: ' , ' },
      /DISCORD_GUILDS must name at least one server/,
    ],
    [
      'a name of an app',
      { ...ON, DISCORD_APPLICATION_ID: 'whereabouts' },
      /DISCORD_APPLICATION_ID must be a number/,
    ],
  ])('%s', (_name, env, fault) => {
    expect(() => readConfig(env)).toThrow(fault)
  })

  test('a wrong token, without repeating it', () => {
    const env = { ...ON, DISCORD_TOKEN: 'Bot something-secret' }
    expect(() => readConfig(env)).toThrow(/DISCORD_TOKEN must be three parts/)
    expect(() => readConfig(env)).not.toThrow(/something-secret/)
  })
})
