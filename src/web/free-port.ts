/** A port that nobody uses now, for PORT=0: links need it before the server listens. */
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'

/** Finds one. Fails: as listening on the host does. */
export async function freePort(host: string): Promise<number> {
  const server = createServer().listen(0, host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
