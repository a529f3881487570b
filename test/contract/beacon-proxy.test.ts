/** A page behind a proxy that is far from it and near the beacon: what the layers show of that, over real connections. */
import { once } from 'node:events'
import { connect as connectTcp, createServer, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { until } from '../e2e/_product.ts'
import { beginSession, connect, readingsOf, startPair, wayTo } from './_beacon.ts'

/** From the page to the proxy, ms each way. */
const LEG_MS = 40

/** A proxy that is `LEG_MS` from its clients: it takes “CONNECT port”, and says “200” once it has connected. */
async function startProxy() {
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true }, (client) => {
    const late = (deed: () => void) => setTimeout(deed, LEG_MS)
    sockets.add(client)
    client.once('data', (asked: Buffer) => {
      late(() => {
        const port = Number(asked.toString().split(' ')[1])
        const target = connectTcp({ port, host: '127.0.0.1', noDelay: true }, () => {
          late(() => client.write('200'))
        })
        sockets.add(target)
        client.on('data', (chunk) => late(() => target.write(chunk)))
        target.on('data', (chunk) => late(() => client.write(chunk)))
        target.on('close', () => client.destroy())
        client.on('close', () => target.destroy())
        target.on('error', () => client.destroy())
      })
    })
    client.on('error', () => client.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** A connection through the proxy that leads to a port. */
async function tunnelTo(proxyPort: number, port: number): Promise<Socket> {
  const socket = connectTcp({ port: proxyPort, host: '127.0.0.1', noDelay: true })
  socket.write(`CONNECT ${String(port)}`)
  await once(socket, 'data')
  return socket
}

test.runIf(process.platform === 'linux')(
  'the page answers late, the connection at once, and began late',
  async () => {
    await using pair = await startPair()
    await using proxy = await startProxy()
    const { cookie, id } = await beginSession(pair.product)
    const way = await wayTo(pair.product, cookie)
    const page = await connect(way, pair, await tunnelTo(proxy.port, pair.beacon.port))
    way.searchParams.set('second', '')
    await connect(way, pair, await tunnelTo(proxy.port, pair.beacon.port))
    const layers = await until(async () => {
      const last = (await readingsOf(pair, id, 'layers')).at(-1)
      if (last === undefined || !('value' in last)) throw new Error('no layers yet')
      expect(last.value.connections).toBe(2)
      return last.value
    })
    page.close()
    // Timers fire up to a millisecond early.
    const legs = 2 * (LEG_MS - 1)
    expect(layers.echoMinMs).toBeGreaterThan(legs)
    expect(layers.kernelMinMs).toBeLessThan(LEG_MS / 2)
    expect(layers.helloGapMs).toBeGreaterThan(legs - 8)
    expect(layers.flightExtraMs).toBeGreaterThan(legs - 8)
  },
)
