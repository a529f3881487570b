import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from '../src/config.ts'

const SECRET = 'x'.repeat(32)

test('nothing set: loopback, a database of its own, no API', () => {
  expect(readConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    database: { path: 'var/whereabouts.db' },
    apiKey: null,
    publicUrl: null,
  })
})

test('every fault is named at once, secrets are not repeated', () => {
  const env = {
    PORT: 'eighty',
    DATABASE_URL: 'mysql://x',
    SECRET_KEY: 'short-secret',
    SERVER_LOCATION: 'Frankfurt',
    TRUSTED_PROXIES: '10.0.0.0/8,everyone,::/0',
    IP_LOCATION: 'maxmind',
    LOG_LEVEL: 'loud',
    DEFAULT_ZONE: 'Mars',
  }
  expect(() => readConfig(env)).toThrow(ConfigError)
  try {
    readConfig(env)
    expect.unreachable()
  } catch (error) {
    const { message } = error as ConfigError
    for (const name of Object.keys(env)) expect(message).toContain(name)
    expect(message).toContain('everyone')
    expect(message).toContain('::/0')
    expect(message).not.toContain('short-secret')
  }
})

test('the API needs IP_LOCATION, a public address needs https and a key', () => {
  expect(() => readConfig({ API_KEY: 'k'.repeat(16) })).toThrow(/IP_LOCATION/)
  expect(() => readConfig({ PUBLIC_URL: 'http://verify.example.com' })).toThrow(/https/)
  expect(() => readConfig({ PUBLIC_URL: 'https://verify.example.com' })).toThrow(/SECRET_KEY/)
  expect(() => readConfig({ PUBLIC_URL: 'https://verify.example.com/app' })).toThrow(/no path/)
})

test('it listens everywhere only with a key and an https address', () => {
  const env = { PUBLIC_URL: 'https://verify.example.com', SECRET_KEY: SECRET }
  expect(readConfig(env)).toMatchObject({
    host: '0.0.0.0',
    publicUrl: 'https://verify.example.com',
  })
  expect(readConfig({ SECRET_KEY: SECRET }).host).toBe('127.0.0.1')
  expect(readConfig({ PUBLIC_URL: 'http://localhost:4000' }).host).toBe('127.0.0.1')
})

test('the tapping exercise is on unless it is switched off', () => {
  expect(readConfig({}).controlCheck).toBe(true)
  expect(readConfig({ CONTROL_CHECK: 'off' }).controlCheck).toBe(false)
  expect(() => readConfig({ CONTROL_CHECK: 'no' })).toThrow(/CONTROL_CHECK must be on or off/)
})

test('an empty variable is one that is not set', () => {
  expect(readConfig({ PORT: '', API_KEY: '' })).toMatchObject({ port: 3000, apiKey: null })
})

test('where the server stands', () => {
  expect(readConfig({ SERVER_LOCATION: '-33.87, 151.21 Sydney' }).serverLocation).toEqual({
    id: 'main',
    name: 'Sydney',
    lat: -33.87,
    lon: 151.21,
  })
})

test('the name of that place fits where it is shown', () => {
  const named = (letters: number) => ({ SERVER_LOCATION: `50.11,8.68 ${'x'.repeat(letters)}` })
  expect(readConfig(named(100)).serverLocation?.name).toHaveLength(100)
  expect(() => readConfig(named(101))).toThrow(/SERVER_LOCATION must have a name of at most 100/)
})

test('a database named twice would agree with itself', () => {
  expect(() => readConfig({ IP_LOCATION: 'dbip, dbip' })).toThrow(
    /IP_LOCATION must not name “dbip” twice/,
  )
})

describe('Slack', () => {
  const token = { SLACK_BOT_TOKEN: 'xoxb-1234567890-abc' }
  const socket = { SLACK_APP_TOKEN: 'xapp-1-A123-456-abc' }
  const oauth = {
    SLACK_CLIENT_ID: '123.456',
    SLACK_CLIENT_SECRET: 's'.repeat(32),
    SLACK_STATE_SECRET: 't'.repeat(32),
  }
  const http = { SLACK_SIGNING_SECRET: 'a'.repeat(32) }
  const terms = { IP_LOCATION: 'dbip' }
  const url = { PUBLIC_URL: 'http://localhost:3000' }

  test.each([
    ['one workspace, Socket Mode', { ...token, ...socket, ...terms }],
    ['one workspace, HTTP', { ...token, ...http, ...terms }],
    ['many workspaces', { ...oauth, ...http, ...terms, ...url }],
    ['admins', { ...token, ...socket, ...terms, SLACK_ADMINS: 'U012ABC, W034DEF' }],
  ])('%s', (_name, env) => {
    expect(readConfig(env)).toMatchObject({ ipLocation: ['dbip'] })
  })

  test.each([
    [{ ...token, ...socket }, /IP_LOCATION must be set where Slack is on/],
    [{ ...token, ...terms }, /SLACK_APP_TOKEN or SLACK_SIGNING_SECRET must be set/],
    [{ ...socket, ...terms }, /SLACK_BOT_TOKEN must be set where SLACK_APP_TOKEN is/],
    [{ ...token, ...oauth, ...http, ...terms, ...url }, /one workspace, .* set one of them/],
    [{ ...oauth, ...http, ...terms }, /PUBLIC_URL must be set for OAuth/],
    [{ ...http, ...terms, ...url, SLACK_CLIENT_ID: '1.2' }, /SLACK_CLIENT_SECRET must be set/],
    [{ ...http, ...terms, ...url, SLACK_CLIENT_ID: '1.2' }, /SLACK_STATE_SECRET must be set/],
    [{ ...terms, ...socket, SLACK_BOT_TOKEN: 'xoxp-1234567890-abc' }, /must start with xoxb-/],
    [{ ...terms, ...token, SLACK_APP_TOKEN: 'xoxb-1234567890-abc' }, /must start with xapp-/],
    [{ ...terms, ...token, SLACK_SIGNING_SECRET: 'short' }, /at least 16 characters, has 5/],
    [{ ...token, ...socket, ...terms, SLACK_ADMINS: 'alex' }, /member ids, got “alex”/],
  ])('%o', (env, fault) => {
    expect(() => readConfig(env)).toThrow(fault)
  })

  test('a wrong token is not told twice, and never repeated', () => {
    const env = { ...terms, ...socket, SLACK_BOT_TOKEN: 'xoxp-1234567890-secret' }
    const error: unknown = (() => {
      try {
        return readConfig(env)
      } catch (thrown) {
        return thrown
      }
    })()
    expect((error as ConfigError).faults).toHaveLength(1)
    expect(String(error)).not.toContain('1234567890-secret')
  })
})
