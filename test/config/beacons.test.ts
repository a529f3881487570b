import { describe, expect, test } from 'vitest'
import { readBeaconConfig } from '../../src/config/beacon.ts'
import { ConfigError, readConfig } from '../../src/config.ts'

const KEY = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'
const OTHER = 'PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw'
const iad = {
  id: 'iad',
  name: 'Ashburn',
  lat: 39.04,
  lon: -77.49,
  url: 'wss://iad.example.com',
  publicKey: KEY,
}
const line = `iad | Ashburn | 39.04,-77.49 | wss://iad.example.com | ${KEY}`
const read = (text: string) => readConfig({ BEACONS: text }).beacons

/** The faults of a list. */
function faultsOf(text: string): readonly string[] {
  try {
    read(text)
  } catch (error) {
    if (error instanceof ConfigError) return error.faults
    throw error
  }
  throw new Error('nothing was wrong')
}

describe('BEACONS', () => {
  test('is a list on one line, on several, or JSON', () => {
    const fra = { ...iad, id: 'fra', url: 'wss://fra.example.com:8443', publicKey: OTHER }
    const second = `fra|Ashburn|39.04, -77.49|wss://fra.example.com:8443/|${OTHER}`
    expect(read(line)).toEqual([iad])
    expect(read(`${line};${second};`)).toEqual([iad, fra])
    expect(read(`${line}\n${second}\n`)).toEqual([iad, fra])
    expect(read(JSON.stringify([iad, fra]))).toEqual([iad, fra])
    expect(readConfig({}).beacons).toBeNull()
  })

  test('may be without TLS on this machine alone', () => {
    expect(read(line.replace('wss://iad.example.com', 'ws://localhost:8443'))).toHaveLength(1)
    expect(() => read(line.replace('wss:', 'ws:'))).toThrow(
      /beacon 1 must have an address that starts with wss/,
    )
  })

  test.each([
    ['IAD', iad.id, /beacon 1 must have an id of small letters/],
    ['main', iad.id, /must not have the id “main”/],
    ['95', String(iad.lat), /latitude of −90 to 90/],
    ['-181', String(iad.lon), /longitude of −180 to 180/],
    ['north', String(iad.lat), /must have a latitude/],
    ['', String(iad.lon), /must have a longitude/],
    ['wss://iad.example.com/path', iad.url, /has no path/],
    ['https://iad.example.com', iad.url, /starts with wss/],
    ['not an address', iad.url, /starts with wss/],
    [KEY.slice(1), KEY, /public key of 43 characters/],
    // Its last bits are none: another spelling of the same key.
    [`${KEY.slice(0, -1)}p`, KEY, /public key of 43 characters/],
    [`${KEY} | more`, KEY, /nothing but id, name/],
  ])('not with %s in place of %s', (wrong, right, fault) => {
    expect(() => read(line.replace(right, wrong))).toThrow(fault)
  })

  test('names every fault of every beacon at once', () => {
    const faults = faultsOf(`IAD | | 95,-77.49 | http://x | short ; ${line}; fra`)
    for (const fault of [
      /BEACONS beacon 1 must have an id/,
      /BEACONS beacon 1 must have a name/,
      /BEACONS beacon 1 must have a latitude/,
      /BEACONS beacon 1 must have an address/,
      /BEACONS beacon 1 must have a public key/,
      /BEACONS beacon 3 must have a longitude/,
      /BEACONS beacon 3 must have a public key/,
    ]) {
      expect(faults.join('\n')).toMatch(fault)
    }
    expect(faults.join('\n')).not.toContain('beacon 2')
  })

  test('names no id, address or key twice, and sixteen at most', () => {
    expect(() => read(`${line};${line}`)).toThrow(/must not name id “iad” twice/)
    expect(() => read(`${line};${line}`)).toThrow(/must not name publicKey/)
    const many = Array.from({ length: 17 }, (_, i) => line.replace('iad |', `b${String(i)} |`))
    expect(() => read(many.join(';'))).toThrow(/at most 16 beacons, got 17/)
  })

  test.each(['[', '{}', '[{}]', '["iad"]', 'nonsense'])('not %s', (text) => {
    expect(() => read(text)).toThrow(ConfigError)
  })
})

describe('a beacon', () => {
  const env = {
    BEACON_ID: 'iad',
    BEACON_MAIN_URL: 'https://verify.example.com',
    BEACON_MAIN_KEY: `${KEY},${OTHER}`,
  }
  const tls = { BEACON_CERT_FILE: '/etc/cert.pem', BEACON_KEY_FILE: '/etc/key.pem' }

  test('listens everywhere with TLS, on loopback without', () => {
    expect(readBeaconConfig({ ...env, ...tls })).toMatchObject({
      id: 'iad',
      host: '::',
      port: 8443,
      tls: { certPath: '/etc/cert.pem', keyPath: '/etc/key.pem' },
      mainUrl: 'https://verify.example.com',
      mainKeys: [KEY, OTHER],
      burst: 10,
      pauseSec: 10,
      reportSec: 60,
    })
    expect(readBeaconConfig(env)).toMatchObject({ host: '127.0.0.1', tls: null })
  })

  test('names what is missing and what is wrong at once', () => {
    const wrong = {
      BEACON_MAIN_URL: 'http://verify.example.com',
      BEACON_MAIN_KEY: 'short',
      BEACON_PORT: '99999',
      BEACON_CERT_FILE: '/etc/cert.pem',
      BEACON_PAUSE_SEC: '0',
    }
    try {
      readBeaconConfig(wrong)
      expect.unreachable()
    } catch (error) {
      const { message } = error as ConfigError
      for (const name of ['BEACON_ID', 'BEACON_KEY_FILE', ...Object.keys(wrong)]) {
        expect(message).toContain(name)
      }
    }
  })

  test('may tell a main server on the same machine without TLS', () => {
    const local = { ...env, BEACON_MAIN_URL: 'http://localhost:3000' }
    expect(readBeaconConfig(local).mainUrl).toBe('http://localhost:3000')
  })
})
