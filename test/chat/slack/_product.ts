/** The product on a Slack of our own: real Bolt, real use cases, a real database, and the clock of the test. */
import rateLimit from '@fastify/rate-limit'
import fastify from 'fastify'
import { commands } from '../../../commands/index.ts'
import { createSlack, type SlackConfig, type SlackOverrides } from '../../../src/chat/slack.ts'
import { signSlack } from '../../../src/chat/slack/guard.ts'
import { deliverOutbox } from '../../../src/usecases/deliver.ts'
import { addReceivers } from '../../../src/web/receivers.ts'
import { openProduct } from '../../usecases/_product.ts'
import { startFakeSlack, type Json } from './_fake-slack.ts'
import { moveMachineClock } from './_machine-clock.ts'
import { createPerson, type Wire } from './_person.ts'

/** The secret that the fake signs with. */
const SIGNING_SECRET = 'a signing secret of the tests'

/** What differs between tests. */
export interface Setting {
  transport?: 'http' | 'socket'
  config?: Partial<SlackConfig>
  overrides?: SlackOverrides
  /** Slack does not answer when the product starts. */
  startDown?: boolean
}

const silent: SlackConfig = {
  slackBotToken: null,
  slackAppToken: null,
  slackSigningSecret: null,
  slackClientId: null,
  slackClientSecret: null,
  slackStateSecret: null,
  slackAdmins: null,
}

/** A person as `users.info` tells of them. */
function aUser(id: string, part: Json = {}): Json {
  return {
    id,
    team_id: 'T1',
    name: id.toLowerCase(),
    real_name: `Person ${id}`,
    profile: { real_name: `Person ${id}` },
    tz: 'America/Chicago',
    deleted: false,
    is_admin: false,
    is_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: false,
    ...part,
  }
}

/** Starts everything: workspace T1 with the channel C1, the manager UMANAGER, another member and an admin. */
export async function openSlackProduct(setting: Setting = {}) {
  const product = await openProduct()
  const { clock, ports } = product
  const putBack = moveMachineClock(clock.now())
  const fake = await startFakeSlack(clock)
  for (const user of [
    aUser('UMANAGER'),
    aUser('UOTHER'),
    aUser('UADMIN', { is_admin: true }),
    aUser('UGUEST', { is_restricted: true }),
    aUser('USTRANGER', { team_id: 'T9', is_stranger: true }),
  ]) {
    fake.users.set(String(user['id']), user)
  }
  const members = new Set(fake.users.keys())
  fake.channels.set('C1', { members, hasBot: true, isArchived: false, isPublic: true })
  fake.setDown(setting.startDown === true)

  const lines: { level: string; text: string; data: object }[] = []
  const transport = setting.transport ?? 'http'
  const slack = await createSlack({
    ports,
    commands,
    config: {
      ...silent,
      slackBotToken: fake.token,
      slackAppToken: transport === 'socket' ? fake.appToken : null,
      slackSigningSecret: transport === 'http' ? SIGNING_SECRET : null,
      ...setting.config,
    },
    log: (level, data, text) => lines.push({ level, data, text }),
    slackApiUrl: fake.apiUrl,
    timeoutMs: 3_000,
    retryMs: { first: 10, most: 40 },
    loadingAfterMs: 2_000,
    answerWithinMs: 2_000,
    ...setting.overrides,
  })
  const server = fastify({ forceCloseConnections: true })
  await server.register(rateLimit, { max: 20, timeWindow: 60_000 })
  await addReceivers(server, slack.receivers)
  const origin = await server.listen({ port: 0, host: '127.0.0.1' })
  slack.start()

  /** A request as Slack signs it. */
  const post = (rawBody: string, contentType: string, headers: Record<string, string> = {}) => {
    const timestamp = String(Math.floor(clock.now() / 1000))
    return fetch(`${origin}/slack/events`, {
      method: 'POST',
      body: rawBody,
      headers: {
        'content-type': contentType,
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': signSlack(SIGNING_SECRET, timestamp, Buffer.from(rawBody)),
        ...headers,
      },
    })
  }
  const overHttp: Wire = {
    async send(type, payload) {
      const form = (fields: Json) =>
        new URLSearchParams(fields as Record<string, string>).toString()
      const response =
        type === 'events_api'
          ? await post(JSON.stringify(payload), 'application/json')
          : await post(
              form(type === 'interactive' ? { payload: JSON.stringify(payload) } : payload),
              'application/x-www-form-urlencoded',
            )
      if (!response.ok) throw new Error(`answered ${response.status}`)
      const text = await response.text()
      return text === '' ? undefined : (JSON.parse(text) as unknown)
    },
  }
  const wire = transport === 'http' ? overHttp : fake
  const editedAt = new Map<string, number>()
  return {
    ...product,
    fake,
    slack,
    lines,
    origin,
    post,
    wire,
    person: (
      user: string,
      channel: string | null = 'C1',
      where?: { team?: string; enterprise?: string },
    ) => createPerson(fake, wire, user, channel, where),
    /** Delivers what is due, and what becomes due within the time given; the clock moves on as far as it must. */
    async deliver(withinMs = 10_000) {
      const end = clock.at + withinMs
      for (;;) {
        while ((await deliverOutbox(ports, { slack: slack.messenger }, editedAt)) > 0);
        const { outbox } = await ports.store.transaction((tx) => tx.counts())
        if (outbox === 0 || clock.at >= end) return outbox
        clock.at = Math.min(end, clock.at + 250)
      }
    },
    /** What stands in a channel, for everybody. */
    inChannel: (channel = 'C1') =>
      fake.messages.filter((message) => message.channel === channel && message.only === null),
    async close() {
      await slack.stop()
      await server.close()
      await fake.close()
      await product.close()
      putBack()
    },
  }
}

/** A running product. */
export type SlackProduct = Awaited<ReturnType<typeof openSlackProduct>>
