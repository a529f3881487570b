/** The happy path against `emulate`, somebody else's reading of Slack's Web API. */
import { createEmulator, type Emulator } from 'emulate'
import fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import { createSlack, type Slack } from '../../src/chat/slack.ts'
import { signSlack } from '../../src/chat/slack/guard.ts'
import { NOTHING_DECLARED } from '../../src/core/claim.ts'
import { beginSession } from '../../src/usecases/begin-session.ts'
import { deliverOutbox } from '../../src/usecases/deliver.ts'
import { openCase } from '../../src/usecases/open-case.ts'
import { recordSignals } from '../../src/usecases/record-signals.ts'
import { addReceivers } from '../../src/web/receivers.ts'
import { moveMachineClock } from '../chat/slack/_machine-clock.ts'
import { until } from '../chat/slack/_person.ts'
import { caseInput, NOW, openProduct, seen } from '../usecases/_product.ts'

const TOKEN = 'xoxb-emulate-0000000000'
const SECRET = 'a signing secret of the tests'

interface Shown {
  ts: string
  text: string
  thread_ts?: string
}

let emulator: Emulator
let product: Awaited<ReturnType<typeof openProduct>>
let slack: Slack
let origin = ''
let stop: () => Promise<void>
const lines: { level: string; text: string; data: object }[] = []

/** Calls the Web API as a client of its own. */
async function api<T>(method: string, body: Record<string, string> = {}): Promise<T> {
  const answer = await fetch(`${emulator.url}/api/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const json = (await answer.json()) as T & { ok: boolean; error?: string }
  expect(json.error).toBeUndefined()
  return json
}

beforeAll(async () => {
  const putBack = moveMachineClock(NOW)
  emulator = await createEmulator({
    service: 'slack',
    port: 41_973,
    seed: {
      slack: {
        users: [{ name: 'manager', real_name: 'Alex Manager' }],
        channels: [{ name: 'hiring' }],
        bots: [{ name: 'whereabouts' }],
        tokens: [{ token: TOKEN, type: 'bot', user: 'manager', app_id: 'A1' }],
      },
    },
  })
  product = await openProduct()
  slack = await createSlack({
    ports: product.ports,
    commands,
    config: {
      slackBotToken: TOKEN,
      slackAppToken: null,
      slackSigningSecret: SECRET,
      slackClientId: null,
      slackClientSecret: null,
      slackStateSecret: null,
      slackAdmins: null,
    },
    log: (level, data, text) => lines.push({ level, text, data }),
    slackApiUrl: `${emulator.url}/api/`,
  })
  const server = fastify({ forceCloseConnections: true })
  await addReceivers(server, slack.receivers)
  origin = await server.listen({ port: 0, host: '127.0.0.1' })
  slack.start()
  stop = async () => {
    await server.close()
    await slack.stop()
    await product.close()
    await emulator.close()
    putBack()
  }
})
afterAll(() => stop())

test('the command opens the form; the card is posted, edited, and calls the manager in its thread', async () => {
  const { ports, clock } = product
  await until(() => expect(slack.state()).toBe('connected'))
  const { members } = await api<{ members: { id: string; name: string }[] }>('users.list')
  const { channels } = await api<{ channels: { id: string; name: string }[] }>('conversations.list')
  const user = members.find(({ name }) => name === 'manager')?.id ?? ''
  const channel = channels.find(({ name }) => name === 'hiring')?.id ?? ''
  const { team_id: team } = await api<{ team_id: string }>('auth.test')

  // The form: emulate refuses a wrong, used or old trigger, and a view that it cannot read.
  const { trigger_id } = await api<{ trigger_id: string }>('views.generateTriggerId', {
    user_id: user,
  })
  const body = new URLSearchParams({
    command: '/verify',
    text: 'Jane Doe jane@example.com, Austin TX',
    team_id: team,
    channel_id: channel,
    user_id: user,
    api_app_id: 'A1',
    is_enterprise_install: 'false',
    response_url: `${emulator.url}/none`,
    trigger_id,
  }).toString()
  const timestamp = String(Math.floor(clock.now() / 1000))
  const answer = await fetch(`${origin}/slack/events`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signSlack(SECRET, timestamp, Buffer.from(body)),
    },
  })
  expect(answer.status).toBe(200)
  // A trigger opens one modal: ours took it, so this one, which is as good, comes too late.
  await new Promise((resolve) => setTimeout(resolve, 500))
  const plain = { type: 'plain_text', text: 'Another' }
  const late = await fetch(`${emulator.url}/api/views.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ trigger_id, view: { type: 'modal', title: plain, blocks: [] } }),
  })
  expect(await late.json()).toMatchObject({ ok: false, error: 'exchanged_trigger_id' })

  // The card, through the real delivery.
  const deliver = async () => {
    clock.at += 2_000
    await deliverOutbox(ports, { slack: slack.messenger }, new Map())
  }
  const opened = await openCase(
    ports,
    {
      actor: { platform: 'slack', id: user, name: 'Alex' },
      platform: 'slack',
      channel: `-/${team}/${channel}`,
      submissionId: 'one',
    },
    caseInput(),
  )
  await deliver()
  const history = async () =>
    (await api<{ messages: Shown[] }>('conversations.history', { channel })).messages
  const [card, ...others] = await history()
  expect(others).toEqual([])
  expect(card?.text).toContain('Waiting for Jane Doe')

  const token = opened.link?.split('/').at(-1) ?? ''
  const { cookie } = await beginSession(ports, token, NOTHING_DECLARED, seen())
  const at = clock.at
  const vantage = ports.settings.vantage
  const echo = { vantage, minMs: 31, medianMs: 31, p90Ms: 31, jitterMs: 0, count: 10 }
  await recordSignals(ports, cookie, [
    { name: 'browserZone', at, source: 'page', value: 'Europe/Bucharest' },
    { name: 'webdriver', at, source: 'page', value: false },
    { name: 'echoes', at, source: 'server', value: echo },
  ])
  for (let i = 0; i < 4; i++) await deliver()
  const [edited] = (await history()).filter(({ ts }) => ts === card?.ts)
  expect(edited?.text).toContain('Contradicted: Jane Doe')
  const { messages } = await api<{ messages: Shown[] }>('conversations.replies', {
    channel,
    ts: card?.ts ?? '',
  })
  const calls = messages.filter(({ thread_ts, ts }) => thread_ts === card?.ts && ts !== card?.ts)
  expect(calls.map(({ text }) => text)).toEqual([expect.stringContaining(`<@${user}>`)])
  expect(lines.filter(({ level }) => level !== 'info')).toEqual([])
})
