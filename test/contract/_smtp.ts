/** A mail server of our own: takes, refuses, delays or hangs as a test wishes, and keeps what it took. */
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A mail as the server took it. */
export interface Taken {
  from: string
  to: string[]
  /** Headers and body as they came. */
  text: string
  /** Its two bodies, out of their transfer encoding. */
  plain: string
  html: string
  secure: boolean
}

/** What SMTP says when it does not take something. */
export class Reply extends Error {
  readonly responseCode: number

  constructor(responseCode: number, message: string) {
    super(message)
    this.responseCode = responseCode
  }
}

/** How it behaves; each may throw a `Reply`, or wait. */
export interface Behaviour {
  recipient?: (address: string) => void
  /** Before the body is acknowledged. */
  body?: () => Promise<void>
  options?: SMTPServerOptions
}

/** Starts one on a free port of this machine, without TLS and passwords unless told. */
export async function startSmtp(behaviour: Behaviour = {}) {
  const taken: Taken[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    // Connections that hang are cut, ms.
    closeTimeout: 50,
    onRcptTo({ address }, _session, callback) {
      answer(callback, () => behaviour.recipient?.(address))
    },
    onData(stream, session, callback) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const take = async () => {
          const raw = Buffer.concat(parts)
          const { text = '', html = '' } = await PostalMime.parse(raw)
          const { mailFrom, rcptTo } = session.envelope
          taken.push({
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => address),
            text: raw.toString('utf8'),
            plain: text,
            html,
            secure: session.secure,
          })
          await behaviour.body?.()
        }
        take().then(
          () => callback(),
          (error: unknown) => callback(asError(error)),
        )
      })
    },
    ...behaviour.options,
  })
  // A client that gives up leaves its connection in pieces.
  server.on('error', () => {})
  const listener = server.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  return {
    taken,
    server: { host: '127.0.0.1', port, secure: false, auth: null },
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

function answer(callback: (error?: Error | null) => void, work: () => void): void {
  try {
    work()
  } catch (error) {
    return callback(asError(error))
  }
  callback()
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}

/** Takes one mail and keeps every line as it came: the server above changes how addresses are spelt, and knows few of them. */
export async function listenToLines() {
  const lines: string[] = []
  const listener = createServer((socket) => {
    let isBody = false
    let rest = ''
    const say = (line: string) => socket.write(`${line}\r\n`)
    say('220 ready')
    socket.on('data', (part) => {
      const came = `${rest}${part.toString('utf8')}`.split('\r\n')
      rest = came.pop() ?? ''
      for (const line of came) {
        lines.push(line)
        if (isBody && line !== '.') continue
        isBody = line === 'DATA'
        if (line === 'QUIT') socket.end('221 bye\r\n')
        else say(isBody ? '354 go on' : '250 fine')
      }
    })
    socket.on('error', () => {})
  }).listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  return {
    lines,
    server: { host: '127.0.0.1', port, secure: false, auth: null },
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => listener.close(() => resolve())),
  }
}
