import { describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'

describe('UDP_ADDRESS', () => {
  const read = (text: string) => readConfig({ UDP_ADDRESS: text }).udpAddress

  test('is a list of addresses with ports, each where it arrives on this machine', () => {
    const page = { address: '203.0.113.7', port: 3478 }
    expect(read('203.0.113.7:3478')).toEqual([{ shown: page, listen: page }])
    expect(read('203.0.113.7:3478, [2001:db8::7]:443,203.0.113.8:3478 on 10.0.0.8:9')).toEqual([
      { shown: page, listen: page },
      {
        shown: { address: '2001:db8::7', port: 443 },
        listen: { address: '2001:db8::7', port: 443 },
      },
      { shown: { address: '203.0.113.8', port: 3478 }, listen: { address: '10.0.0.8', port: 9 } },
    ])
    expect(readConfig({}).udpAddress).toBeNull()
  })

  test.each([
    ['203.0.113.7', /must be addresses with ports, like .* got “203\.0\.113\.7”/],
    ['udp.example.com:3478', /must be addresses with ports/],
    ['2001:db8::7:3478', /must be addresses with ports/],
    ['[203.0.113.7]:3478', /must be addresses with ports/],
    ['203.0.113.7:70000', /must be addresses with ports/],
    ['203.0.113.7:1 on 10.0.0.1:1 on 10.0.0.2:1', /must be addresses with ports/],
    ['0.0.0.0:3478', /must name each address/],
    ['203.0.113.7:3478 on [::]:3478', /must name each address/],
    ['203.0.113.7:1 on 10.0.0.1:1, 203.0.113.8:1 on 10.0.0.1:1', /10\.0\.0\.1 port 1 twice/],
    ['127.0.0.1:1,127.0.0.1:2,127.0.0.1:3,127.0.0.1:4,127.0.0.1:5', /at most 4 addresses, has 5/],
    [' , ', /at least one/],
  ])('%s is refused', (text, fault) => {
    expect(() => read(text)).toThrow(fault)
  })
})

describe.each(['IPV4_HOST', 'IPV6_HOST'] as const)('%s', (name) => {
  const read = (text: string) => {
    const { ipv4Host, ipv6Host } = readConfig({ [name]: text })
    return name === 'IPV4_HOST' ? ipv4Host : ipv6Host
  }

  test('is a name, and becomes the origin that pages ask', () => {
    expect(read('one.verify.example.com')).toBe('https://one.verify.example.com')
    expect(read('One.example.com:8443')).toBe('https://one.example.com:8443')
    expect(read('one.localhost:3000')).toBe('http://one.localhost:3000')
    expect(readConfig({})).toMatchObject({ ipv4Host: null, ipv6Host: null })
  })

  test.each([
    'https://one.example.com',
    'one.example.com/path',
    'a@one.example.com',
    'one.example.com; script-src *',
    '203.0.113.7',
    '[2001:db8::7]',
    '1',
  ])('%s is refused', (text) => {
    expect(() => read(text)).toThrow(new RegExp(`${name} must be a host name`))
  })
})
