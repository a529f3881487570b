/**
 * A reverse proxy in front of the main server, as an operator has one: ends TLS and says where a request comes from.
 *
 * Usage: front.ts ADDRESS CERTIFICATE KEY PORT SOCKET. Listens on ADDRESS:443 with TLS, and without on a socket file, by
 * which programs of this machine reach the API across namespaces. PORT: where the main server listens.
 */
import { readFileSync } from 'node:fs'
import { createServer as createHttp, request as ask, type IncomingMessage } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { connect, type Socket } from 'node:net'
import { pipeline } from 'node:stream'

const [address = '', certPath = '', keyPath = '', port = '', socketPath = ''] =
  process.argv.slice(2)
const target = { host: '127.0.0.1', port: Number(port) }

/** Headers of a request, with the address it came from where it came from outside. */
function headersOf({ headers, socket }: IncomingMessage) {
  const { remoteAddress } = socket
  return remoteAddress === undefined ? headers : { ...headers, 'x-forwarded-for': remoteAddress }
}

const servers = [
  createHttps({ cert: readFileSync(certPath), key: readFileSync(keyPath) }).listen(443, address),
  createHttp().listen(socketPath),
]
for (const server of servers) {
  server.on('connection', (socket: Socket) => socket.setNoDelay(true))
  server.on('request', (request, response) => {
    const { method, url: path } = request
    const onward = ask({ ...target, method, path, headers: headersOf(request) }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      pipeline(answer, response, () => {})
    })
    onward.on('error', () => response.destroy())
    pipeline(request, onward, () => {})
  })
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const onward = connect({ ...target, noDelay: true }, () => {
      const lines = Object.entries(headersOf(request)).map(
        ([name, value]) => `${name}: ${String(value)}`,
      )
      onward.write(`GET ${request.url ?? '/'} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
      onward.write(head)
      socket.pipe(onward).pipe(socket)
    })
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
  })
}
