/** Naming a candidate's account in Discord by the API, checked with Discord: real discord.js, on a gateway of our own. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { APPLICATION, startFakeDiscord, TOKEN } from '../chat/discord/_fake-discord.ts'
import { linkTo } from '../chat/discord/_calls.ts'
import { FULL, IDS } from '../chat/discord/_product.ts'
import { aCase, callApi, startProduct, type Product } from '../e2e/_product.ts'

let fake: Awaited<ReturnType<typeof startFakeDiscord>>
let product: Product

beforeAll(async () => {
  fake = await startFakeDiscord({ now: () => Date.now() })
  fake.guilds.set(IDS.guild, {
    owner: IDS.owner,
    roles: new Map([[IDS.guild, 0n]]),
    members: new Map([[IDS.candidate, { name: 'Jane Doe', roles: [], pending: false }]]),
    voices: new Map(),
  })
  const channel = { guild: IDS.guild, parent: null, recipient: null, bot: { ...FULL } }
  fake.channels.set(IDS.channel, { ...channel, type: 0 })
  fake.channels.set(IDS.voice, { ...channel, type: 2 })
  const env = {
    DISCORD_TOKEN: TOKEN,
    DISCORD_APPLICATION_ID: APPLICATION,
    DISCORD_GUILDS: IDS.guild,
    LOG_LEVEL: 'silent',
  }
  product = await startProduct(env, { discord: { discordApiUrl: fake.apiUrl } })
})

afterAll(async () => {
  await product[Symbol.asyncDispose]()
  await fake.close()
})

async function openWith(body: object, at = product) {
  const answer = await callApi(at, '/cases', {
    method: 'POST',
    body: JSON.stringify({ ...aCase(), ...body }),
  })
  const said = (await answer.json()) as {
    id?: string
    link?: string
    error?: string
    fields?: { field: string; message: string }[]
  }
  return { status: answer.status, ...said }
}

test('a member of the server, for a voice channel of it: the candidate is told', async () => {
  const meetingUrl = linkTo(IDS.voice)
  const named = await openWith({ meetingUrl, discordAccount: IDS.candidate })
  expect(named.status).toBe(201)
  const noticeOf = async (link = '') => (await fetch(link)).text()
  expect(await noticeOf(named.link)).toContain('When you join and leave the call')
  const without = await openWith({ meetingUrl })
  expect(await noticeOf(without.link)).not.toContain('When you join and leave the call')
})

test.each([
  ['a name', { discordAccount: 'jane' }, /17 to 20 digits as text, got “?"jane"/],
  ['a number', { discordAccount: 1234567890 }, /17 to 20 digits as text, got 1234567890/],
  ['16 digits', { discordAccount: '1'.repeat(16) }, /17 to 20 digits/],
  ['21 digits', { discordAccount: '1'.repeat(21) }, /17 to 20 digits/],
])('%s is no account', async (_name, body, words) => {
  const answer = await openWith({ meetingUrl: linkTo(IDS.voice), ...body })
  expect(answer).toMatchObject({ status: 400, code: 'bad-input' })
  expect(answer.error).toMatch(words)
})

test.each([
  ['no meeting link', {}, 'meetingUrl', /must be the link of a voice or stage channel.*\(got “”\)/],
  [
    'a channel of text',
    { meetingUrl: linkTo(IDS.channel) },
    'meetingUrl',
    /no voice or stage channel/,
  ],
  [
    'a server that is not listed',
    { meetingUrl: linkTo(IDS.voice, IDS.otherGuild) },
    'meetingUrl',
    /not among those/,
  ],
  [
    'a stranger',
    { meetingUrl: linkTo(IDS.voice), discordAccount: '1000000000000000199' },
    'discordAccount',
    /is not a member of this server \(got “1000000000000000199”\)/,
  ],
])('refused: %s', async (_name, body, field, words) => {
  const answer = await openWith({ discordAccount: IDS.candidate, meetingUrl: '', ...body })
  expect(answer.status).toBe(400)
  expect(answer.fields).toEqual([{ field, message: expect.stringMatching(words) }])
})

test('without Discord nothing can be noted, and it says so', async () => {
  await using plain = await startProduct()
  const body = { meetingUrl: linkTo(IDS.voice), discordAccount: IDS.candidate }
  const answer = await openWith(body, plain)
  expect(answer.status).toBe(400)
  expect(answer.error).toContain('discordAccount needs Discord, connected by its gateway')
})

test('OpenAPI describes it', async () => {
  const text = await (await callApi(product, '/openapi.json')).text()
  expect(text).toContain('"discordAccount":{')
  expect(text).toContain('17,20')
})
