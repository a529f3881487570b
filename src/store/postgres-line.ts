/**
 * A process's own connection beside the pool: news to and from other processes, and the locks of its duties.
 *
 * It is made when first needed, and made again when it breaks. What broke with it is forgotten: duties go to whoever
 * asks next, and everybody is told of a gap in the news.
 */
import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import type { Bus, NewsListener, Topic } from '../usecases/ports.ts'
import type { OpenStore } from './open-store.ts'
import { createLocalBus } from './local-bus.ts'

/** The line of one process. */
export type Line = Pick<OpenStore, 'bus' | 'leads'> & AsyncDisposable

const CHANNEL = 'whereabouts'
const FIRST_WAIT_MS = 100
const LONGEST_WAIT_MS = 2_000

/** Our number among the advisory locks of a database for duties: "Duty" in ASCII. */
const DUTY_SPACE = 0x44_75_74_79

/** What each session is told once: without it, the locks of a machine that vanished would stay for hours. */
const SESSION = `
  set tcp_keepalives_idle = 20;
  set tcp_keepalives_interval = 5;
  set tcp_keepalives_count = 4;
  listen ${CHANNEL}
`

/** Opens the line. In: makes a client that is not connected yet. */
export function openLine(makeClient: () => Client): Line {
  const here = createLocalBus()
  const unsent = new Set<string>()
  const held = new Set<string>()
  let client: Client | null = null
  let started = false
  let sending = false
  let waitMs = FIRST_WAIT_MS
  let timer: NodeJS.Timeout | undefined
  let closed = false

  function start(): void {
    if (started || closed) return
    started = true
    void connect()
  }

  async function connect(): Promise<void> {
    const made = makeClient()
    let over = false
    const lost = () => {
      if (over) return
      over = true
      if (client === made) client = null
      held.clear()
      made.end().catch(() => undefined)
      if (closed) return
      timer = setTimeout(() => void connect(), waitMs)
      waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)
    }
    made.on('error', lost)
    made.on('end', lost)
    made.on('notification', ({ payload = '', processId }) => {
      // What we said ourselves was heard here at once.
      if (processId !== backendOf(made)) hear(here, payload)
    })
    try {
      await made.connect()
      await made.query(SESSION)
    } catch {
      return lost()
    }
    if (closed || over) return lost()
    client = made
    waitMs = FIRST_WAIT_MS
    // Nobody knows what was said while there was no line.
    unsent.clear()
    here.publish('gap', '')
    say('gap', '')
  }

  function say(topic: Topic, id: string): void {
    if (client === null) return
    unsent.add(`${topic} ${id}`)
    void send()
  }

  /** Sends what waits, as often as something new does meanwhile. */
  async function send(): Promise<void> {
    if (sending) return
    sending = true
    while (client !== null && unsent.size > 0) {
      const news = [...unsent]
      unsent.clear()
      // A failure is the line's: it is made again, and then everybody hears of a gap.
      await client
        .query('select pg_notify($1, said) from unnest($2::text[]) as said', [CHANNEL, news])
        .catch(() => client?.end().catch(() => undefined))
    }
    sending = false
  }

  async function leads(duty: string): Promise<boolean> {
    start()
    const asked = client
    if (asked === null) return false
    try {
      if (held.has(duty)) {
        await asked.query('select 1')
        return client === asked
      }
      const { rows } = await asked.query<{ got: boolean }>(
        'select pg_try_advisory_lock($1, $2) as got',
        [DUTY_SPACE, numberOf(duty)],
      )
      if (rows[0]?.got !== true || client !== asked) return false
      held.add(duty)
      return true
    } catch {
      void asked.end().catch(() => undefined)
      return false
    }
  }

  const bus: Bus = {
    publish(topic, id) {
      start()
      here.publish(topic, id)
      say(topic, id)
    },
    subscribe(listener: NewsListener) {
      start()
      return here.subscribe(listener)
    },
  }
  return {
    bus,
    leads,
    async [Symbol.asyncDispose]() {
      closed = true
      clearTimeout(timer)
      await client?.end().catch(() => undefined)
    },
  }
}

function hear(here: Bus, payload: string): void {
  const [topic = '', id = ''] = payload.split(' ')
  // Other versions may tell of more than we know.
  if (topic === 'message' || topic === 'session' || topic === 'outbox' || topic === 'gap') {
    here.publish(topic, id)
  }
}

/** The number of our session at the server. The driver keeps it, its types do not say so. */
function backendOf(client: Client): number | null {
  return (client as Client & { processID?: number | null }).processID ?? null
}

/** A duty's number among the locks: 32 bits with a sign, as PostgreSQL's integers have. */
function numberOf(duty: string): number {
  return createHash('sha256').update(duty).digest().readInt32BE()
}
