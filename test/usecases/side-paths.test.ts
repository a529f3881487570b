/** What is kept of a page's other paths: once, of its own session, and nothing of what it says itself but that it could not come. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NOTHING_DECLARED } from '../../src/core/claim.ts'
import type { Signal } from '../../src/core/signals.ts'
import {
  admitToSidePaths,
  measuredSides,
  SIDE_PATH_MS,
  type SideName,
} from '../../src/usecases/admit-to-side-path.ts'
import { beginSession } from '../../src/usecases/begin-session.ts'
import { joinInterview } from '../../src/usecases/join-interview.ts'
import { recordSideAbsence, recordSideAddress } from '../../src/usecases/record-side-address.ts'
import { recordAddress } from '../../src/usecases/record-signals.ts'
import { receiveSignals } from '../../src/web/page-signals.ts'
import { MINUTE, NOW, open, openProduct, seen } from './_product.ts'

/** The page's own, in Austin. */
const AUSTIN = '136.49.128.173'
const BUCHAREST = '188.25.148.123'
const ROMANIAN_IPV6 = '2a02:2f00::1'

let product: Awaited<ReturnType<typeof openProduct>>
let cookie: string
let roundId: string
let token: string

beforeEach(async () => {
  product = await openProduct()
  ;({ roundId, token } = await open(product.ports))
  ;({ cookie } = await beginSession(product.ports, token, NOTHING_DECLARED, seen()))
})

afterEach(() => product.close())

async function readings(name: Signal['name']): Promise<Signal[]> {
  const all = await product.store.transaction((tx) => tx.signals.ofRound(roundId))
  return all.filter((signal) => signal.name === name)
}

/** Addresses kept, oldest first. */
async function kept(name: SideName): Promise<string[]> {
  return (await readings(name)).flatMap((signal) =>
    signal.name === name && 'value' in signal ? [signal.value.address] : [],
  )
}

const udp = (nonce: string, address: string, path = '0') =>
  recordSideAddress(product.ports, { name: 'udpAddress', nonce, path, address })
const family = (nonce: string, address: string) =>
  recordSideAddress(product.ports, {
    name: 'familyAddress',
    nonce,
    path: address.includes(':') ? '6' : '4',
    address,
  })

describe('the UDP path', () => {
  test('is kept with its place and network', async () => {
    const { udpAddress } = await admitToSidePaths(product.ports, cookie)
    expect(await udp(udpAddress, BUCHAREST)).toBe(true)
    expect(await readings('udpAddress')).toMatchObject([
      {
        at: NOW,
        source: 'server',
        value: {
          address: BUCHAREST,
          sameNetwork: false,
          locations: [{ database: 'DB-IP City Lite', country: 'RO' }],
          network: { kind: 'home', asn: 8708 },
        },
      },
    ])
  })

  test('says whether it is in the network of any of the page’s addresses', async () => {
    await recordAddress(product.ports, cookie, seen({ address: '198.51.100.1' }))
    const { udpAddress } = await admitToSidePaths(product.ports, cookie)
    await udp(udpAddress, '136.49.128.9', '0')
    await udp(udpAddress, '136.49.129.9', '1')
    await udp(udpAddress, '198.51.100.9', '2')
    const same = (await readings('udpAddress')).map((signal) =>
      signal.name === 'udpAddress' && 'value' in signal ? signal.value.sameNetwork : null,
    )
    expect(same).toEqual([true, false, true])
  })

  test('counts once for each address of ours, and not the same address twice', async () => {
    const { udpAddress } = await admitToSidePaths(product.ports, cookie)
    expect(await udp(udpAddress, BUCHAREST, '0')).toBe(true)
    expect(await udp(udpAddress, AUSTIN, '0')).toBe(false)
    expect(await udp(udpAddress, BUCHAREST, '1')).toBe(false)
    expect(await udp(udpAddress, AUSTIN, '2')).toBe(true)
    const again = await admitToSidePaths(product.ports, cookie)
    expect(await udp(again.udpAddress, AUSTIN, '0')).toBe(false)
    expect(await kept('udpAddress')).toEqual([BUCHAREST, AUSTIN])
  })

  test('is one address however many arrive at once', async () => {
    const { udpAddress } = await admitToSidePaths(product.ports, cookie)
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, i) => udp(udpAddress, `188.25.148.${String(i + 1)}`)),
    )
    expect(all.filter(Boolean)).toHaveLength(1)
    expect(await kept('udpAddress')).toHaveLength(1)
  })

  test('is kept sixteen times a round at most', async () => {
    for (let i = 1; i <= 20; i += 1) {
      const { udpAddress } = await admitToSidePaths(product.ports, cookie)
      await udp(udpAddress, `188.25.148.${String(i)}`)
    }
    expect(await kept('udpAddress')).toHaveLength(16)
  })

  test('of a private network is kept without a place, and judged by nobody', async () => {
    const { udpAddress } = await admitToSidePaths(product.ports, cookie)
    expect(await udp(udpAddress, '10.0.0.7')).toBe(true)
    expect(await readings('udpAddress')).toMatchObject([
      { value: { locations: [], network: null } },
    ])
  })
})

describe('the other kind of address', () => {
  test('is kept when it is another than that of Continue', async () => {
    const { familyAddress } = await admitToSidePaths(product.ports, cookie)
    expect(await family(familyAddress, BUCHAREST)).toBe(false)
    expect(await family(familyAddress, ROMANIAN_IPV6)).toBe(true)
    expect(await kept('familyAddress')).toEqual([ROMANIAN_IPV6])
    expect(await readings('familyAddress')).toMatchObject([
      { source: 'server', value: { sameNetwork: false, locations: [{ country: 'RO' }] } },
    ])
  })

  test('is IPv4 for a page that came by IPv6', async () => {
    await product.close()
    product = await openProduct()
    ;({ roundId, token } = await open(product.ports))
    const six = seen({ address: ROMANIAN_IPV6 })
    ;({ cookie } = await beginSession(product.ports, token, NOTHING_DECLARED, six))
    const { familyAddress } = await admitToSidePaths(product.ports, cookie)
    expect(await family(familyAddress, '2a02:2f00::2')).toBe(false)
    expect(await family(familyAddress, AUSTIN)).toBe(true)
  })

  test('is not known where a proxy hides the page’s own', async () => {
    await product.close()
    product = await openProduct()
    ;({ roundId, token } = await open(product.ports))
    const hidden = seen({ address: null })
    ;({ cookie } = await beginSession(product.ports, token, NOTHING_DECLARED, hidden))
    const { familyAddress } = await admitToSidePaths(product.ports, cookie)
    expect(await family(familyAddress, ROMANIAN_IPV6)).toBe(false)
  })
})

describe('a nonce', () => {
  test('counts for its own signal only', async () => {
    const { udpAddress, familyAddress } = await admitToSidePaths(product.ports, cookie)
    expect(await udp(familyAddress, BUCHAREST)).toBe(false)
    expect(await family(udpAddress, ROMANIAN_IPV6)).toBe(false)
    expect(await udp('x', BUCHAREST)).toBe(false)
  })

  test('counts for a minute', async () => {
    const { udpAddress } = await admitToSidePaths(product.ports, cookie)
    product.clock.at = NOW + SIDE_PATH_MS + 1
    expect(await udp(udpAddress, BUCHAREST)).toBe(false)
    product.clock.at = NOW + SIDE_PATH_MS
    expect(await udp(udpAddress, BUCHAREST)).toBe(true)
  })

  test('is given after Join too, and to nobody without a session', async () => {
    await joinInterview(product.ports, cookie)
    const { udpAddress } = await admitToSidePaths(product.ports, cookie)
    expect(await udp(udpAddress, BUCHAREST)).toBe(true)
    await expect(admitToSidePaths(product.ports, 'x')).rejects.toMatchObject({
      code: 'session-missing',
    })
  })

  test('says when it was made, as the responder reads it', async () => {
    product.clock.at = NOW + 5 * MINUTE
    const { udpAddress } = await admitToSidePaths(product.ports, cookie)
    expect(udpAddress).toMatch(/^[0-9a-z]{8}-[\w-]{43}$/)
    expect(Number.parseInt(udpAddress, 36)).toBe(NOW + 5 * MINUTE)
  })
})

describe('absence', () => {
  const absent = (name: SideName, why: 'timeout' | 'blocked') => ({ name, why })

  test('is kept once, as the page says', async () => {
    await recordSideAbsence(product.ports, cookie, [absent('udpAddress', 'blocked')])
    await recordSideAbsence(product.ports, cookie, [
      absent('udpAddress', 'timeout'),
      absent('familyAddress', 'timeout'),
      absent('familyAddress', 'timeout'),
    ])
    expect(await readings('udpAddress')).toMatchObject([{ why: 'blocked' }])
    expect(await readings('familyAddress')).toMatchObject([{ why: 'timeout' }])
  })

  test('is not kept beside an address, and does not keep one away', async () => {
    const { udpAddress, familyAddress } = await admitToSidePaths(product.ports, cookie)
    await udp(udpAddress, BUCHAREST)
    await recordSideAbsence(product.ports, cookie, [
      absent('udpAddress', 'timeout'),
      absent('familyAddress', 'timeout'),
    ])
    await family(familyAddress, ROMANIAN_IPV6)
    expect(await readings('udpAddress')).toHaveLength(1)
    expect(await kept('familyAddress')).toEqual([ROMANIAN_IPV6])
  })

  test('is all that a page can say of these signals', async () => {
    const value = { address: AUSTIN, sameNetwork: true, locations: [], network: null }
    await receiveSignals(product.ports, cookie, {
      now: NOW,
      signals: [
        { name: 'udpAddress', value },
        { name: 'familyAddress', why: 'unsupported' },
        { name: 'address', why: 'blocked' },
      ],
    })
    expect(await readings('udpAddress')).toEqual([])
    expect(await readings('familyAddress')).toMatchObject([{ why: 'unsupported' }])
    expect(await readings('address')).toMatchObject([{ value: AUSTIN }])
  })

  test('is said at Continue where nothing is configured, and of simulated people', async () => {
    await product.close()
    product = await openProduct()
    product.ports.settings.sidePaths = { udp: false, families: true }
    ;({ roundId, token } = await open(product.ports))
    await beginSession(product.ports, token, NOTHING_DECLARED, seen())
    expect(await readings('udpAddress')).toMatchObject([{ why: 'not-configured' }])
    expect(await readings('familyAddress')).toEqual([])
    expect(measuredSides(product.ports, false)).toEqual(['familyAddress'])
    expect(measuredSides(product.ports, true)).toEqual([])
  })
})

test('the first verdict does not wait for any of it, and a later one tells', async () => {
  const { udpAddress } = await admitToSidePaths(product.ports, cookie)
  const head = { at: NOW, source: 'page' } as const
  await product.store.transaction((tx) =>
    tx.signals.append(roundId, null, [
      { ...head, name: 'browserZone', value: 'America/Chicago' },
      { ...head, name: 'webdriver', value: false },
      {
        at: NOW,
        source: 'server',
        name: 'echoes',
        value: { vantage: null, minMs: 30, medianMs: 31, p90Ms: 32, jitterMs: 1, count: 10 },
      },
    ]),
  )
  await receiveSignals(product.ports, cookie, {
    now: NOW,
    signals: [{ name: 'visibility', value: 'visible' }],
  })
  const latest = () => product.store.transaction((tx) => tx.verdicts.latest(roundId))
  expect(await latest()).toBeDefined()
  await udp(udpAddress, BUCHAREST)
  const finding = (await latest())?.evidence.find(({ check }) => check === 'udp-path')
  expect(finding).toMatchObject({ outcome: 'contradictory', level: 'one-database' })
})
