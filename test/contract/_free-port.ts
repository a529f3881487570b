/** Ports for those that must know where they will listen before they do. */
import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * Where such ports begin, and how many each process has for itself.
 *
 * Below what systems give to port 0 and to outgoing connections, which could take a port between the look at it and
 * its use, or while a server is down. Source: Linux, ip_local_port_range, 32768 to 60999; IANA's dynamic ports begin at
 * 49152, RFC 6335 part 6 (read 2026-11-25).
 */
const FIRST_PORT = 20_000
const PORTS_PER_PROCESS = 60
const PROCESSES = 200

let taken = 0

/** A port that nobody listens on, and that this process gives to nobody else. */
export async function freePort(): Promise<number> {
  while (taken < PORTS_PER_PROCESS) {
    const port = FIRST_PORT + (process.pid % PROCESSES) * PORTS_PER_PROCESS + taken++
    const server = createServer()
    const isFree = await new Promise<boolean>((resolve) => {
      server.on('error', () => resolve(false))
      server.listen(port, () => resolve(true))
    })
    if (!isFree) continue
    server.close()
    await once(server, 'close')
    return port
  }
  throw new Error(`expected a free port, got none in ${PORTS_PER_PROCESS} tries`)
}
