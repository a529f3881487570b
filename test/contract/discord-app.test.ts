/** Discord in the whole product: its own server, jobs and clock. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { APPLICATION, startFakeDiscord, TOKEN, type Json } from '../chat/discord/_fake-discord.ts'
import { tokenIn } from '../chat/discord/_invite.ts'
import { buttonsOf, createPerson, until, wordsOf, type Wire } from '../chat/discord/_person.ts'
import { FULL, IDS } from '../chat/discord/_product.ts'

/** Starts the product with Discord on, and a person in front of it. */
async function start(env: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'whereabouts-discord-'))
  const fake = await startFakeDiscord({ now: () => Date.now() })
  fake.guilds.set(IDS.guild, {
    owner: IDS.owner,
    roles: new Map(),
    members: new Map([[IDS.owner, { name: 'Alex', roles: [], pending: false }]]),
    voices: new Map(),
  })
  const channel = { guild: IDS.guild, type: 0, parent: null, recipient: null, bot: FULL }
  fake.channels.set(IDS.channel, channel)
  const config = readConfig({
    PORT: '0',
    DATABASE_URL: `sqlite:${join(folder, 'product.db')}`,
    IP_LOCATION: 'dbip',
    LOG_LEVEL: 'silent',
    DISCORD_TOKEN: TOKEN,
    DISCORD_APPLICATION_ID: APPLICATION,
    DISCORD_PUBLIC_KEY: fake.publicKey,
    DISCORD_GUILDS: IDS.guild,
    ...env,
  })
  const app = await startApp(config, { discord: { discordApiUrl: fake.apiUrl } })
  const overHttp: Wire = {
    async send({ id, payload }) {
      const body = JSON.stringify(payload)
      const timestamp = String(Math.floor(Date.now() / 1000))
      const response = await fetch(`${app.origin}/discord/interactions`, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'x-signature-timestamp': timestamp,
          'x-signature-ed25519': fake.sign(timestamp, body),
        },
      })
      expect(response.status).toBe(200)
      const callback = (await response.json()) as Json
      fake.answerInline(id, callback)
      return callback
    },
  }
  const overGateway: Wire = {
    send({ payload, answered }) {
      fake.gateway.send('INTERACTION_CREATE', payload)
      return answered
    },
  }
  const wire = env['DISCORD_TRANSPORT'] === 'http' ? overHttp : overGateway
  const where = { guild: IDS.guild, channel: IDS.channel }
  return {
    app,
    fake,
    manager: createPerson(fake, wire, IDS.owner, where),
    async [Symbol.asyncDispose]() {
      await app[Symbol.asyncDispose]()
      await fake.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

test.each([
  ['the gateway', {}],
  ['HTTP', { DISCORD_TRANSPORT: 'http', PUBLIC_URL: 'http://localhost:4000' }],
])(
  'over %s: a case is opened, its card comes by itself, and its link is looked at for nothing',
  async (_n, env) => {
    await using product = await start(env)
    const { app, fake, manager } = product
    const ready = async () => (await (await fetch(`${app.origin}/readyz`)).json()) as Json
    await until(async () => expect(await ready()).toEqual({ ok: true, discord: 'connected' }))

    await manager.type('new', { text: 'Jane Doe jane@example.com, Austin TX' })
    await manager.submit(await manager.modal(), { start: 'in 10 minutes, 30 min' })
    await manager.press(await manager.answer('Understood'), 'Make the link')
    const token = tokenIn(await manager.answer('Send this link to Jane Doe'))
    await until(() => {
      const card = fake.messages.find(({ only }) => only === null)
      expect(wordsOf(card)).toContain('Waiting for Jane Doe')
    })

    // Discord itself fetches links that it sees.
    const headers = {
      'user-agent': 'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
    }
    for (const method of ['GET', 'HEAD'])
      await fetch(`${app.origin}/i/${token}`, { method, headers })
    const page = await (await fetch(`${app.origin}/i/${token}`)).text()
    expect(page).toContain('Continue')

    // Nobody else may call in Discord's name.
    const forged = await fetch(`${app.origin}/discord/interactions`, {
      method: 'POST',
      body: '{"type":1}',
    })
    expect(forged.status).toBe('DISCORD_TRANSPORT' in env ? 401 : 404)
    expect(forged.headers.get('content-security-policy')).toContain("default-src 'none'")
  },
)

test('in a voice channel: the candidate is told, and joining it reaches the card by itself', async () => {
  await using product = await start({})
  const { app, fake, manager } = product
  const jane = '1000000000000000104'
  fake.guilds.get(IDS.guild)?.members.set(jane, { name: 'Jane', roles: [], pending: false })
  const talk = { guild: IDS.guild, type: 2, parent: null, recipient: null, bot: FULL }
  fake.channels.set(IDS.voice, talk)
  await until(() => expect(fake.gateway.isOpen()).toBe(true))

  await manager.type('new', { text: 'Jane Doe jane@example.com, Austin TX' })
  await manager.submit(await manager.modal(), { start: 'in 10 minutes, 30 min' })
  const draft = await manager.answer('Understood')
  await manager.press(draft, buttonsOf(draft)[2] ?? '')
  const meetingUrl = `https://discord.com/channels/${IDS.guild}/${IDS.voice}`
  await manager.submit(await manager.modal(), { meetingUrl, member: jane })
  await manager.press(draft, 'Make the link')
  const token = tokenIn(await manager.answer('Send this link to Jane Doe'))

  const shown = await fetch(`${app.origin}/i/${token}`)
  const page = await shown.text()
  expect(page).toContain('When you join and leave the call in Discord')
  const [cookie = ''] = (shown.headers.get('set-cookie') ?? '').split(';')
  const [, nonce = ''] = /name="nonce" value="([^"]+)"/.exec(page) ?? []
  const begun = await fetch(`${app.origin}/i/${token}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie },
    body: new URLSearchParams({ nonce }),
  })
  expect(begun.status).toBe(303)

  fake.talk(IDS.guild, jane, IDS.voice)
  await until(() => {
    const card = fake.messages.find(({ only }) => only === null)
    expect(wordsOf(card)).toMatch(/since \d\d:\d\d; Discord shows no address of the call/)
  })
})
