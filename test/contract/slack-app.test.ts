/** Slack in the whole product: its own server, jobs and clock. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startApp } from '../../src/app.ts'
import { signSlack } from '../../src/chat/slack/guard.ts'
import { readConfig } from '../../src/config.ts'
import { startFakeSlack, type Json } from '../chat/slack/_fake-slack.ts'
import { createPerson, until, wordsOf, type Wire } from '../chat/slack/_person.ts'

const SECRET = 'a signing secret of the tests'
const clock = { now: () => Date.now() }

/** Starts the product with Slack on, and a person in front of it. */
async function start(env: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'whereabouts-slack-'))
  const fake = await startFakeSlack(clock)
  const user = { id: 'UMANAGER', team_id: 'T1', real_name: 'Alex', tz: 'America/Chicago' }
  fake.users.set('UMANAGER', user)
  const members = new Set(['UMANAGER'])
  fake.channels.set('C1', { members, hasBot: true, isArchived: false, isPublic: true })
  const config = readConfig({
    PORT: '0',
    DATABASE_URL: `sqlite:${join(folder, 'product.db')}`,
    IP_LOCATION: 'dbip',
    LOG_LEVEL: 'silent',
    SLACK_BOT_TOKEN: fake.token,
    ...env,
  })
  const app = await startApp(config, { slack: { slackApiUrl: fake.apiUrl } })
  const overHttp: Wire = {
    async send(_type, payload) {
      const fields = 'command' in payload ? payload : { payload: JSON.stringify(payload) }
      const body = new URLSearchParams(fields as Record<string, string>).toString()
      const timestamp = String(Math.floor(clock.now() / 1000))
      const response = await fetch(`${app.origin}/slack/events`, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': signSlack(SECRET, timestamp, Buffer.from(body)),
        },
      })
      expect(response.status).toBe(200)
      const text = await response.text()
      return text === '' ? undefined : (JSON.parse(text) as unknown)
    },
  }
  const wire = 'SLACK_APP_TOKEN' in env ? fake : overHttp
  return {
    app,
    fake,
    manager: createPerson(fake, wire, 'UMANAGER'),
    async [Symbol.asyncDispose]() {
      await app[Symbol.asyncDispose]()
      await fake.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

test.each([
  ['HTTP', { SLACK_SIGNING_SECRET: SECRET }],
  ['Socket Mode', { SLACK_APP_TOKEN: 'xapp-fake-0000000000' }],
])(
  'over %s: a case is opened, its card comes by itself, and its link is looked at for nothing',
  async (_n, env) => {
    await using product = await start(env)
    const { app, fake, manager } = product
    const ready = async () => (await (await fetch(`${app.origin}/readyz`)).json()) as Json
    await until(async () => expect(await ready()).toEqual({ ok: true, slack: 'connected' }))

    await manager.type('Jane Doe jane@example.com, Austin TX')
    const start_ = Math.floor(clock.now() / 1000) + 600
    await manager.submit(await manager.form(), { start: start_ })
    const told = await manager.answer('Send this link to Jane Doe')
    const token = /\/i\/([\w-]{43})/.exec(JSON.stringify(told.blocks))?.[1] ?? ''
    await until(() => {
      const card = fake.messages.find(({ only }) => only === null)
      expect(wordsOf(card?.blocks)).toContain('Waiting for Jane Doe')
    })

    // Slack itself fetches every link that it sees.
    const headers = { 'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' }
    for (const method of ['GET', 'HEAD'])
      await fetch(`${app.origin}/i/${token}`, { method, headers })
    const page = await (await fetch(`${app.origin}/i/${token}`)).text()
    expect(page).toContain('Continue')

    // A failure of ours in the other direction: nobody else may call in Slack's name.
    const forged = await fetch(`${app.origin}/slack/events`, {
      method: 'POST',
      body: 'ssl_check=1',
    })
    expect(forged.status).toBe('SLACK_APP_TOKEN' in env ? 404 : 401)
    expect(forged.headers.get('content-security-policy')).toContain("default-src 'none'")
  },
)
