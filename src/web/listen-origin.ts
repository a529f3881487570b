/** Under which origin a server reaches itself. */
import { isIP } from 'node:net'

/** Every address. `::` hears IPv4 as well, and 127.0.0.1 is there even where a container has no ::1. */
const EVERYWHERE: readonly string[] = ['0.0.0.0', '::']

/** In: the address and port that it listens on. Out: an origin that leads there from this machine. */
export function listenOrigin(host: string, port: number): string {
  const address = EVERYWHERE.includes(host) ? '127.0.0.1' : host
  return `http://${isIP(address) === 6 ? `[${address}]` : address}:${String(port)}`
}

/** The same for people: what listens on 127.0.0.1 has a name. */
export function shownOrigin(host: string, port: number): string {
  const origin = listenOrigin(host, port)
  return origin.replace(/^http:\/\/127\.0\.0\.1:/, 'http://localhost:')
}
