/** What is believed of a connection's own round trip, through real HTTP connections. */
import fastify from 'fastify'
import { afterEach, describe, expect, test } from 'vitest'
import type { TcpInfo } from '../../src/echo/tcp-info.ts'
import { watchLayers } from '../../src/web/layer-watch.ts'
import { createProxies, type Hops, type ProxyOptions } from '../../src/web/proxies.ts'

const vantage = { id: 'main', name: 'Frankfurt', lat: 50.11, lon: 8.68 }
const info: TcpInfo = {
  minRttMs: 2,
  rttMs: 3,
  sendMss: 1448,
  lastDataRecvMs: 0,
  lastAckRecvMs: 0,
}
const servers: { close(): Promise<void> }[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

/** What a server sees of one request: the hops, and the layers with echoes of 140 and 132 ms. */
async function look(options: ProxyOptions, headers: Record<string, string> = {}) {
  const app = fastify({ trustProxy: options.trusted.length === 0 ? false : [...options.trusted] })
  servers.push(app)
  const hopsOf = createProxies(options)
  let hops: Hops | undefined
  let layers: unknown
  app.get('/', async (request) => {
    hops = hopsOf(request)
    layers = watchLayers(request, hops, () => info).read(vantage, [140, 132])
    return {}
  })
  await fetch(await app.listen({ port: 0, host: '127.0.0.1' }), { headers })
  return { hops, layers }
}

const none = { trusted: [], edgeRttHeader: null }
const behind = { trusted: ['127.0.0.0/8'], edgeRttHeader: null }
const edge = { ...behind, edgeRttHeader: { name: 'x-edge-rtt', unit: 'us' } as const }
const client = { 'x-forwarded-for': '8.8.8.8' }
const unsupported = { hops: { kind: 'proxied' }, layers: { why: 'unsupported' } }

describe('the kernel’s round trip', () => {
  test('counts on a connection of the browser’s own', async () => {
    expect(await look(none)).toEqual({
      hops: { kind: 'direct' },
      layers: {
        value: {
          vantage,
          echoMinMs: 132,
          kernelMinMs: 2,
          helloGapMs: null,
          flightExtraMs: null,
          sendMss: 1448,
          connections: 1,
        },
      },
    })
  })

  test('does not count behind a trusted proxy: it is the proxy’s', async () => {
    expect(await look(behind, client)).toEqual(unsupported)
  })

  test.each(['x-forwarded-for', 'forwarded', 'via'])(
    'does not count behind a proxy that nobody named, told by %s',
    async (name) => {
      expect(await look(none, { [name]: '1.1 proxy' })).toEqual(unsupported)
    },
  )

  test('of the edge counts with the way from it to us', async () => {
    const { hops, layers } = await look(edge, { ...client, 'x-edge-rtt': '128500' })
    expect(hops).toEqual({ kind: 'edge', edgeMs: 128.5 })
    expect(layers).toMatchObject({ value: { echoMinMs: 132, kernelMinMs: 130.5, sendMss: null } })
    const ms = { ...behind, edgeRttHeader: { name: 'x-rtt', unit: 'ms' } as const }
    expect((await look(ms, { ...client, 'x-rtt': '128.5' })).hops).toEqual(hops)
  })

  test.each(['', '0', '-5', '1e9', '61000001', 'fast', '12, 13'])(
    'of the edge does not count when it says “%s”',
    async (said) => {
      expect(await look(edge, { ...client, 'x-edge-rtt': said })).toEqual(unsupported)
    },
  )

  test('of the edge does not count from anybody else, nor with a second proxy in between', async () => {
    const header = { 'x-edge-rtt': '128500' }
    const { trusted, ...rest } = edge
    expect((await look({ ...rest, trusted: [] }, { ...client, ...header })).hops).toEqual({
      kind: 'proxied',
    })
    expect(trusted).toHaveLength(1)
    const two = { 'x-forwarded-for': '8.8.8.8, 127.0.0.9', ...header }
    expect(await look(edge, two)).toEqual(unsupported)
  })
})

test('what says nothing new is not said again', async () => {
  const app = fastify()
  servers.push(app)
  const answers = [info, info, { ...info, minRttMs: 1.8 }, { ...info, minRttMs: 1 }]
  const said: unknown[] = []
  app.get('/', async (request) => {
    const watch = watchLayers(request, { kind: 'direct' }, () => answers.shift())
    const read = (ms: number) => {
      watch.look()
      said.push(watch.read(vantage, [ms]) === undefined ? 'nothing' : 'something')
    }
    for (const ms of [30, 31, 30, 20, 40]) read(ms)
    return {}
  })
  await fetch(await app.listen({ port: 0, host: '127.0.0.1' }))
  expect(said).toEqual(['something', 'nothing', 'something', 'something', 'nothing'])
})
