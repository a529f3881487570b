/** One side of the chat bench, as a process of its own: `slack | ours | empty [apiUrl token]`. Prints where it listens. */
import bolt from '@slack/bolt'
import fastify from 'fastify'
import { commands } from '../../commands/index.ts'
import { createSlack } from '../../src/chat/slack.ts'
import { addReceivers } from '../../src/web/receivers.ts'
import { startFakeSlack } from '../../test/chat/slack/_fake-slack.ts'
import { openProduct } from '../../test/usecases/_product.ts'

const [side, apiUrl = '', token = '', secret = ''] = process.argv.slice(2)

/** A workspace of one member and one channel. */
async function startSlack(): Promise<unknown> {
  const fake = await startFakeSlack({ now: () => Date.now() })
  fake.users.set('UMANAGER', { id: 'UMANAGER', team_id: 'T1', tz: 'America/Chicago', profile: {} })
  const members = new Set(['UMANAGER'])
  fake.channels.set('C1', { members, hasBot: true, isArchived: false, isPublic: true })
  return { apiUrl: fake.apiUrl, token: fake.token }
}

/** The product: its own Bolt in its own server, real use cases, a real database. */
async function startProduct(): Promise<unknown> {
  const product = await openProduct()
  product.ports.clock.now = () => Date.now()
  const slack = await createSlack({
    ports: product.ports,
    commands,
    config: {
      slackBotToken: token,
      slackAppToken: null,
      slackSigningSecret: secret,
      slackClientId: null,
      slackClientSecret: null,
      slackStateSecret: null,
      slackAdmins: null,
    },
    log: () => {},
    slackApiUrl: apiUrl,
  })
  const server = fastify()
  await addReceivers(server, slack.receivers)
  const origin = await server.listen({ port: 0, host: '127.0.0.1' })
  slack.start()
  return { url: `${origin}/slack/events` }
}

/** Bolt alone: it acknowledges and does nothing. */
async function startEmptyBolt(): Promise<unknown> {
  const app = new bolt.App({
    token,
    signingSecret: secret,
    clientOptions: { slackApiUrl: apiUrl },
    logLevel: bolt.LogLevel.ERROR,
  })
  app.command('/verify', async ({ ack }) => ack())
  const server = await app.start(0)
  const address = 'address' in server ? server.address() : null
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `http://127.0.0.1:${String(port)}/slack/events` }
}

const sides: Record<string, () => Promise<unknown>> = {
  slack: startSlack,
  ours: startProduct,
  empty: startEmptyBolt,
}
const start = sides[side ?? '']
if (start === undefined) throw new Error(`expected slack, ours or empty, got “${String(side)}”`)
console.log(JSON.stringify(await start()))
