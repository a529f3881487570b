/** A beacon and its main server over real TLS: what is measured arrives. */
import { writeFile } from 'node:fs/promises'
import { connect as connectTls, type PeerCertificate } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signTicket } from '../../src/echo/ticket.ts'
import { callApi, until } from '../e2e/_product.ts'
import {
  askWay,
  beginSession,
  connect,
  metric,
  readingsOf,
  startPair,
  wayTo,
  type Pair,
} from './_beacon.ts'
import { makeCertificate } from './_certificate.ts'

const FORGET = { method: 'DELETE', headers: { 'content-type': 'text/plain' } }

let pair: Pair

beforeAll(async () => {
  pair = await startPair()
})

afterAll(() => pair[Symbol.asyncDispose]())

describe('a page that was let in', () => {
  test('is measured; echoes and layers arrive under the beacon’s place', async () => {
    const { product } = pair
    const { cookie, id } = await beginSession(product)
    const way = await wayTo(product, cookie)
    const page = await connect(way, pair)
    way.searchParams.set('second', '')
    const second = await connect(way, pair)
    await new Promise((resolve) => second.on('close', resolve))
    const vantage = { id: 'iad', name: 'Ashburn', lat: 39.04, lon: -77.49 }
    await until(async () => {
      const echoes = await readingsOf(pair, id, 'echoes')
      expect(echoes.length).toBeGreaterThanOrEqual(2)
      for (const signal of echoes) expect(signal).toMatchObject({ value: { vantage } })
    })
    const layers = await until(async () => {
      const last = (await readingsOf(pair, id, 'layers')).at(-1)
      if (process.platform !== 'linux') expect(last).toMatchObject({ why: 'unsupported' })
      else expect(last).toMatchObject({ value: { vantage, connections: 2 } })
      return last !== undefined && 'value' in last ? last.value : undefined
    })
    page.close()
    if (layers !== undefined) {
      expect(layers.kernelMinMs).toBeLessThanOrEqual(layers.echoMinMs)
      expect(layers.sendMss).toBeGreaterThan(500)
      expect(layers.helloGapMs).toBeLessThan(1_000)
      expect(layers.flightExtraMs).toBeGreaterThan(0)
    }
    const kept = await metric(product, 'whereabouts_beacon_statements_total{beacon="iad"}')
    expect(kept).toBeGreaterThan(1)
  })

  test('and leaves early is told of with what there is', async () => {
    const { cookie, id } = await beginSession(pair.product)
    const page = await connect(await wayTo(pair.product, cookie), pair)
    for (let echo = 0; echo < 3; echo++) {
      await new Promise((resolve) => page.once('message', resolve))
    }
    page.close()
    await until(async () => expect(await readingsOf(pair, id, 'echoes')).not.toEqual([]))
  })

  test('and says anything but an echo is sent away', async () => {
    const { cookie } = await beginSession(pair.product)
    const page = await connect(await wayTo(pair.product, cookie), pair)
    const code = new Promise((resolve) => page.on('close', resolve))
    page.send('{"t":"echo","n":"guessed"}')
    expect(await code).toBe(1008)
  })
})

describe('a beacon lets nobody in', () => {
  test('without a ticket, or with one that is made up, changed or for another beacon', async () => {
    const { product, key } = pair
    const { cookie } = await beginSession(product)
    const good = await wayTo(product, cookie)
    const other = await wayTo(product, cookie, 'fra')
    const ticket = good.searchParams.get('ticket') ?? ''
    const forged = signTicket({ beacon: 'iad', nonce: 'n', expiresAt: Date.now() + 60_000 }, key)
    const others = other.searchParams.get('ticket') ?? ''
    for (const bad of ['', 'x.y', forged, `${ticket}A`, ticket.slice(1), others]) {
      const way = new URL(good)
      way.searchParams.set('ticket', bad)
      await expect(connect(way, pair)).rejects.toThrow('refused with 401')
    }
    const elsewhere = new URL(good)
    elsewhere.pathname = '/other'
    await expect(connect(elsewhere, pair)).rejects.toThrow('refused with 401')
    ;(await connect(good, pair)).close()
  })

  test('twice with one ticket, nor with a second connection before the first or a third', async () => {
    const { cookie } = await beginSession(pair.product)
    const way = await wayTo(pair.product, cookie)
    const second = new URL(way)
    second.searchParams.set('second', '')
    await expect(connect(second, pair)).rejects.toThrow('refused with 409')
    const page = await connect(way, pair)
    await expect(connect(way, pair)).rejects.toThrow('refused with 409')
    ;(await connect(second, pair)).close()
    await expect(connect(second, pair)).rejects.toThrow('refused with 409')
    page.close()
    await new Promise((resolve) => page.on('close', resolve))
    await expect(connect(way, pair)).rejects.toThrow('refused with 409')
  })

  test('to whom the main server gives no ticket: strangers, other sites, sessions that are over', async () => {
    const { product } = pair
    const { cookie, id } = await beginSession(product)
    expect((await askWay(product, '')).status).toBe(401)
    expect((await askWay(product, cookie, 'mars')).status).toBe(404)
    const foreign = await fetch(`${product.url}/s/beacons/iad`, {
      method: 'POST',
      headers: { cookie, origin: 'https://elsewhere.example' },
    })
    expect(foreign.status).toBe(401)
    expect((await askWay(product, cookie)).status).toBe(200)
    await callApi(product, `/cases/${id}`, FORGET)
    expect((await askWay(product, cookie)).status).toBe(401)
  })
})

test('a renewed certificate is used without a restart, a broken one is not', async () => {
  await using own = await startPair()
  const served = (ca: string) =>
    new Promise<PeerCertificate>((resolve, reject) => {
      const { port } = own.beacon
      const socket = connectTls({ port, host: '127.0.0.1', servername: 'localhost', ca }, () => {
        resolve(socket.getPeerCertificate())
        socket.destroy()
      })
      socket.on('error', reject)
    })
  const before = await served(own.certificate.cert)
  const next = makeCertificate()
  await writeFile(own.certPath, next.cert)
  expect(() => own.beacon.reload()).toThrow()
  expect((await served(own.certificate.cert)).serialNumber).toBe(before.serialNumber)
  await writeFile(own.keyPath, next.key)
  own.beacon.reload()
  expect((await served(next.cert)).serialNumber).not.toBe(before.serialNumber)
})

test('without TLS, for trying on one machine, the handshake has no time', async () => {
  await using own = await startPair({ plain: true })
  const { cookie, id } = await beginSession(own.product)
  const page = await connect(await wayTo(own.product, cookie), own)
  await until(async () => {
    const [echoes] = await readingsOf(own, id, 'echoes')
    expect(echoes).toMatchObject({ value: { vantage: { id: 'iad' } } })
    const [layers] = await readingsOf(own, id, 'layers')
    if (process.platform !== 'linux') return expect(layers).toMatchObject({ why: 'unsupported' })
    expect(layers).toMatchObject({ value: { flightExtraMs: null, connections: 1 } })
  })
  page.close()
})

test('no more come in than were allowed', async () => {
  await using own = await startPair({ maxSockets: 2 })
  const { cookie } = await beginSession(own.product)
  const pages = await Promise.all(
    [1, 2].map(async () => connect(await wayTo(own.product, cookie), own)),
  )
  await expect(connect(await wayTo(own.product, cookie), own)).rejects.toThrow()
  for (const page of pages) page.close()
})
