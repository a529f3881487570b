import { describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'

describe('TRUSTED_PROXIES', () => {
  test.each([
    ['127.0.0.1,::1', 2],
    ['10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16', 3],
    ['fc00::/7', 1],
    ['fd12:3456::/48,203.0.113.7,2400:cb00::/32', 3],
    ['173.245.48.0/20', 1],
  ])('%s', (text, count) => {
    expect(readConfig({ TRUSTED_PROXIES: text }).trustedProxies).toHaveLength(count)
  })

  test.each([
    ['0.0.0.0/0', /“0\.0\.0\.0\/0” holds addresses of strangers/],
    ['::/0', /holds addresses of strangers/],
    ['10.0.0.0/7', /holds addresses of strangers/],
    ['64.0.0.0/2', /holds addresses of strangers/],
    ['2000::/3', /holds addresses of strangers/],
    ['fe00::/7', /holds addresses of strangers/],
    ['::ffff:0.0.0.0/96', /must name IPv4 as IPv4/],
    ['10.0.0.0/33', /must be addresses or networks/],
    ['10.0.0.0/', /must be addresses or networks/],
    ['10.0.0.0/8/8', /must be addresses or networks/],
    ['10.0.0.0/-1', /must be addresses or networks/],
    ['proxy.example.com', /must be addresses or networks/],
  ])('%s is refused', (text, fault) => {
    expect(() => readConfig({ TRUSTED_PROXIES: `127.0.0.1,${text}` })).toThrow(fault)
  })
})

describe('EDGE_RTT_HEADER', () => {
  const proxies = { TRUSTED_PROXIES: '127.0.0.1' }

  test('is a header with the unit of its value', () => {
    const { edgeRttHeader } = readConfig({ ...proxies, EDGE_RTT_HEADER: 'X-Edge-Rtt us' })
    expect(edgeRttHeader).toEqual({ name: 'x-edge-rtt', unit: 'us' })
    expect(readConfig(proxies).edgeRttHeader).toBeNull()
  })

  test.each(['x-edge-rtt', 'x-edge-rtt s', 'x edge us', 'x-edge-rtt: us'])('not %s', (text) => {
    expect(() => readConfig({ ...proxies, EDGE_RTT_HEADER: text })).toThrow(/a header and the unit/)
  })

  test('means nothing without a trusted proxy', () => {
    expect(() => readConfig({ EDGE_RTT_HEADER: 'x-edge-rtt us' })).toThrow(
      /TRUSTED_PROXIES must be set where EDGE_RTT_HEADER is/,
    )
  })
})
