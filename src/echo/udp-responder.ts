/**
 * The other end of a page's UDP path: answers authenticated checks of ICE and tells where they came from.
 *
 * Everything else gets no answer, and no answer is larger than its request: nobody can be flooded through it.
 * Source: RFC 8445 §2.5 (lite agents), RFC 8489 (read 2026-11-25).
 */
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { isIPv6 } from 'node:net'
import { isAuthentic, readRequest, successOf, type BindingRequest } from './stun.ts'

/** An address that we listen on: a wildcard would answer from another address than was asked. */
export interface UdpListen {
  address: string
  /** 0 for any that is free. */
  port: number
}

/** What a responder needs. */
export interface UdpResponderOptions {
  listens: readonly UdpListen[]
  /** Whether one more datagram from this address is looked at. */
  mayLook(source: string): boolean
  /** The password of a name; undefined where we gave no such name, or long ago. */
  passwordOf(ufrag: string): string | undefined
  /** A page's check reached an address of ours; told once, or now and then again. */
  arrived(sighting: { ufrag: string; listen: number; address: string }): void
  /** A socket failed while it ran; it goes on where it can. */
  failed(error: Error): void
}

/** A running responder. */
export interface UdpResponder extends AsyncDisposable {
  /** In the order of `listens`. */
  ports: readonly number[]
}

/** Checks fit into one packet of Ethernet. */
const LARGEST_BYTES = 1_500

/** Sightings remembered; a page that forgets is told of again, which its taker must bear anyway. */
const REMEMBERED = 10_000

/** Starts it. Fails: when an address is not this machine's, or its port is taken. */
export async function startUdpResponder(options: UdpResponderOptions): Promise<UdpResponder> {
  const told = new Set<string>()
  const sockets: Socket[] = []

  function take(socket: Socket, listen: number, datagram: Buffer, from: RemoteInfo): void {
    if (datagram.length > LARGEST_BYTES || from.port === 0 || !options.mayLook(from.address)) return
    const known = authenticate(datagram, options.passwordOf)
    if (known === undefined) return
    const { request, ufrag, password } = known
    const answer = successOf(request, password, from)
    if (answer.length <= datagram.length) socket.send(answer, from.port, from.address)
    const address = from.address.split('%')[0] ?? ''
    const name = `${ufrag} ${String(listen)} ${address}`
    if (told.has(name)) return
    if (told.size >= REMEMBERED) told.clear()
    told.add(name)
    options.arrived({ ufrag, listen, address })
  }

  async function close(): Promise<void> {
    await Promise.all(
      sockets.splice(0).map(async (socket) => {
        socket.close()
        await once(socket, 'close')
      }),
    )
  }

  try {
    for (const [listen, where] of options.listens.entries()) {
      const socket = await bind(where)
      sockets.push(socket)
      socket.on('message', (datagram, from) => take(socket, listen, datagram, from))
      socket.on('error', options.failed)
    }
  } catch (error) {
    await close()
    throw error
  }
  return { ports: sockets.map((socket) => socket.address().port), [Symbol.asyncDispose]: close }
}

/** A check by somebody who knows the password of a name of ours. */
function authenticate(
  datagram: Buffer,
  passwordOf: UdpResponderOptions['passwordOf'],
): { request: BindingRequest; ufrag: string; password: string } | undefined {
  const request = readRequest(datagram)
  // Our name comes first. Source: RFC 8445 §7.2.2.
  const ufrag = request?.username.split(':')[0] ?? ''
  const password = passwordOf(ufrag)
  if (request === undefined || password === undefined) return undefined
  return isAuthentic(request, password) ? { request, ufrag, password } : undefined
}

async function bind({ address, port }: UdpListen): Promise<Socket> {
  const socket = isIPv6(address)
    ? createSocket({ type: 'udp6', ipv6Only: true })
    : createSocket({ type: 'udp4' })
  try {
    socket.bind({ address, port, exclusive: true })
    await once(socket, 'listening')
    // A start that fails later on ends all the same; the web server holds the process.
    return socket.unref()
  } catch (error) {
    socket.close()
    const { code } = error as { code?: string }
    const reason = code === 'EADDRNOTAVAIL' ? 'it is no address of this machine' : String(code)
    throw new Error(`UDP_ADDRESS: cannot listen on ${address} port ${String(port)}: ${reason}`, {
      cause: error,
    })
  }
}
