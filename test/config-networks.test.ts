import { describe, expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'

describe('IP_NETWORK_FEEDS', () => {
  test('names files in the order in which they are asked', () => {
    const env = { IP_NETWORK_FEEDS: ' /srv/a.mmdb, var/b.mmdb ,' }
    expect(readConfig(env).ipNetworkFeeds).toEqual(['/srv/a.mmdb', 'var/b.mmdb'])
    expect(readConfig({}).ipNetworkFeeds).toBeNull()
  })

  test.each([
    [',', /IP_NETWORK_FEEDS must name at least one \.mmdb file/],
    ['/srv/a.mmdb,list.csv', /IP_NETWORK_FEEDS must be paths to \.mmdb files, got “list\.csv”/],
  ])('is no %j', (text, fault) => {
    expect(() => readConfig({ IP_NETWORK_FEEDS: text })).toThrow(fault)
  })
})

describe('IP_NETWORK_REFRESH', () => {
  test('is off unless it is set', () => {
    expect(readConfig({}).ipNetworkRefresh).toBeNull()
  })

  test.each([
    ['publishers', 'publishers'],
    ['https://mirror.example.com/networks/', { base: 'https://mirror.example.com/networks/' }],
    ['https://mirror.example.com', { base: 'https://mirror.example.com/' }],
    ['http://127.0.0.1:8080/lists/', { base: 'http://127.0.0.1:8080/lists/' }],
    ['http://[::1]:8080/', { base: 'http://[::1]:8080/' }],
  ])('may be %s', (text, origin) => {
    expect(readConfig({ IP_NETWORK_REFRESH: text }).ipNetworkRefresh).toEqual(origin)
  })

  test.each([
    'yes',
    'http://mirror.example.com/networks/',
    'https://mirror.example.com/networks',
    'ftp://127.0.0.1/networks/',
    'file:///srv/networks/',
  ])('is not %s', (text) => {
    expect(() => readConfig({ IP_NETWORK_REFRESH: text })).toThrow(
      /IP_NETWORK_REFRESH must be publishers, or an https address of a folder/,
    )
  })
})
