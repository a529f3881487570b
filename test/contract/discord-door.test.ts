/** How Discord reaches us: the gateway with its cuts, and requests that are signed. */
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { invite, JANE, ZONE } from '../chat/discord/_invite.ts'
import { directOf, TOKEN, type Json } from '../chat/discord/_fake-discord.ts'
import { until, wordsOf } from '../chat/discord/_person.ts'
import { IDS, openDiscordProduct, type DiscordProduct } from '../chat/discord/_product.ts'

let product: DiscordProduct
afterEach(() => product.close())

const cases = () => product.store.transaction((tx) => tx.cases.list({ limit: 10 }))
const said = (level: string) =>
  product.lines.filter((line) => line.level === level).map(({ text }) => text)
const state = (words: string | RegExp) =>
  until(() => expect(product.discord.state()).toMatch(words))

describe('the gateway', () => {
  test('a cut with something in between: the session is taken up again, and what was missed is done', async () => {
    product = await openDiscordProduct()
    await product.connected()
    const { fake } = product
    const manager = product.person(IDS.manager)
    fake.gateway.cut()
    // Discord keeps what happens now, and brings it when the line stands again: here within its three seconds.
    const answered = manager.type('list')
    await answered
    await manager.answer('No cases yet')
    expect(fake.gateway.opened).toEqual(['identify', 'resume'])
    await state('connected')
  })

  test('taking up again is refused: it begins anew, and works', async () => {
    product = await openDiscordProduct()
    await product.connected()
    product.fake.gateway.setTakesUp(false)
    // Discord takes one beginning in five seconds, which discord.js keeps.
    product.clock.at += 10_000
    product.fake.gateway.cut()
    await until(() =>
      expect(product.fake.gateway.opened).toEqual(['identify', 'resume', 'identify']),
    )
    await state('connected')
    const manager = product.person(IDS.manager)
    await manager.type('list')
    await manager.answer('No cases yet')
  })

  test('what comes twice around a cut is done once', async () => {
    product = await openDiscordProduct()
    await product.connected()
    const manager = product.person(IDS.manager)
    await manager.type('help')
    await manager.answer('What can be typed')
    product.fake.gateway.sendAgain()
    await manager.type('list')
    await manager.answer('No cases yet')
    expect(manager.own()).toHaveLength(2)
    expect(said('error')).toEqual([])
  })

  test('two processes on one database both hear of everything, and one does it', async () => {
    product = await openDiscordProduct()
    await product.connected()
    const second = await product.another()
    const manager = product.person(IDS.manager)
    await manager.type('new', { text: JANE, zone: ZONE })
    await manager.submit(await manager.modal())
    await manager.press(await manager.answer('Understood'), 'Make the link')
    await manager.answer('Send this link to Jane Doe')
    await manager.typeAhead('new', 'place', 'aust')
    await second.stop()
    expect(await cases()).toHaveLength(1)
    expect(manager.own()).toHaveLength(1)
    expect(product.inChannel(directOf(IDS.manager))).toEqual([])
    expect(said('error')).toEqual([])
  })

  test('at the start nobody answers: it tries again, and works as soon as somebody does', async () => {
    product = await openDiscordProduct({ startDown: true })
    await state(/^not connected: /)
    product.fake.setDown(false)
    await product.connected()
    const manager = product.person(IDS.manager)
    await manager.type('list')
    await manager.answer('No cases yet')
  })

  test('the gateway answers with an error of its own, and later as it should', async () => {
    product = await openDiscordProduct({ startDown: true })
    product.fake.gateway.refuse(2)
    product.fake.setDown(false)
    await product.connected()
    expect(product.fake.gateway.isOpen()).toBe(true)
  })

  test('all of Discord is away for a while: the process lives, says so, and is back by itself', async () => {
    product = await openDiscordProduct()
    await product.connected()
    product.fake.setDown(true)
    await state('not connected: the line was cut; trying again')
    product.fake.setDown(false)
    await product.connected()
  })

  test('a token that Discord does not take is tried again, and never shown', async () => {
    product = await openDiscordProduct({ startDown: true })
    product.fake.app.token = 'another'
    product.fake.setDown(false)
    await state('not connected: Discord does not take the token')
    expect(JSON.stringify(product.lines)).not.toContain(TOKEN)
    product.fake.app.token = TOKEN
    await product.connected()
  })

  test('closed by Discord for good: it begins again with a line of its own', async () => {
    product = await openDiscordProduct()
    await product.connected()
    product.fake.gateway.closeWith(4004)
    await until(() => expect(product.fake.gateway.opened).toEqual(['identify', 'identify']))
    await product.connected()
    const warned = product.lines.find(({ text }) => text.startsWith('Discord cannot be reached'))
    expect(warned?.data).toMatchObject({ reason: 'Discord does not take the token' })
  })

  test('stopped while it tries: it stops, and tries no more', async () => {
    product = await openDiscordProduct()
    await product.connected()
    product.fake.setDown(true)
    await state(/trying again/)
    await product.discord.stop()
    product.fake.setDown(false)
    const before = product.fake.gateway.opened.length
    // Longer than the half second that discord.js waits between two tries.
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(product.fake.gateway.opened).toHaveLength(before)
    expect(product.discord.state()).toBe('stopped')
  })

  test.each([
    ['of no kind that we know', { type: 99 }],
    ['without anything', {}],
    [
      'of a command without options',
      { type: 2, id: '1', application_id: '2', token: 't', data: { name: 'verify' } },
    ],
    [
      'of a button of somebody else',
      {
        type: 3,
        id: '1',
        application_id: '2',
        token: 't',
        guild_id: IDS.guild,
        data: { custom_id: 'theirs' },
      },
    ],
  ])('a payload %s is left alone, and the next one works', async (_name, payload: Json) => {
    product = await openDiscordProduct()
    await product.connected()
    product.fake.gateway.send('INTERACTION_CREATE', payload)
    const manager = product.person(IDS.manager)
    await manager.type('list')
    await manager.answer('No cases yet')
    expect(said('error')).toEqual([])
  })
})

describe('signed requests', () => {
  const open = async () => {
    product = await openDiscordProduct({ transport: 'http' })
    await product.connected()
  }

  test('Discord’s question whether somebody is there is answered', async () => {
    await open()
    const answer = await product.post('{"type":1}')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/json')
    expect(await answer.json()).toEqual({ type: 1 })
  })

  test('no gateway is opened', async () => {
    await open()
    await invite(product)
    expect(product.fake.gateway.opened).toEqual([])
    expect(product.fake.calls.some(({ route }) => route.includes('callback'))).toBe(false)
  })

  test.each([
    ['no signature', { 'x-signature-ed25519': '' }],
    ['another signature', { 'x-signature-ed25519': '0'.repeat(128) }],
    ['no time', { 'x-signature-timestamp': '' }],
    ['a time that is not signed', { 'x-signature-timestamp': '1795467001' }],
  ])('%s: refused, and nothing is done', async (_name, headers) => {
    await open()
    const { payload } = product.fake.begin(
      IDS.manager,
      { guild: IDS.guild, channel: IDS.channel },
      2,
      { id: '1', name: 'verify', type: 1, options: [{ type: 1, name: 'demo', options: [] }] },
      null,
    )
    const answer = await product.post(JSON.stringify(payload), headers)
    expect(answer.status).toBe(401)
    expect(await answer.text()).toBe('')
    expect(said('warn')).toEqual(['a request to Discord’s address was refused'])
  })

  test.each([301, -301])('signed %d seconds away: refused', async (seconds) => {
    await open()
    const timestamp = String(Math.floor(product.clock.at / 1000) + seconds)
    const headers = {
      'x-signature-timestamp': timestamp,
      'x-signature-ed25519': product.fake.sign(timestamp, '{"type":1}'),
    }
    expect((await product.post('{"type":1}', headers)).status).toBe(401)
  })

  test.each(['', 'x', '[]', 'null', '"x"', '{"type":2}', '{"type":"1"}'])(
    'signed, and none of ours (%s): answered, never with our failure',
    async (body) => {
      await open()
      expect((await product.post(body)).status).toBe(400)
      expect(said('error')).toEqual([])
    },
  )

  test('whatever is signed, nothing of ours fails', async () => {
    await open()
    const where = { guild: IDS.guild, channel: IDS.channel }
    const kinds = [2, 3, 4, 5].map(
      (kind) =>
        product.fake.begin(IDS.manager, where, kind, { custom_id: 'a;verify;0;x;' }, null).payload,
    )
    /** A payload with one of its parts put out of place. */
    const broken = fc
      .tuple(fc.constantFrom(...kinds), fc.jsonValue(), fc.nat())
      .map(([payload, value, at]) => {
        const names = Object.keys(payload)
        return { ...payload, [names[at % names.length] ?? 'id']: value }
      })
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), broken), async (body) => {
        const { status } = await product.post(JSON.stringify(body))
        expect([200, 400]).toContain(status)
      }),
      { numRuns: 300 },
    )
    expect(said('error')).toEqual([])
  })

  test('a request that is sent again by somebody who overheard it does nothing', async () => {
    await open()
    const manager = product.person(IDS.manager)
    await manager.type('new', { text: JANE, zone: ZONE })
    await manager.submit(await manager.modal())
    const draft = await manager.answer('Understood')
    const begun = manager.pressing(draft, 'Make the link')
    await product.wire.send(begun)
    expect(await cases()).toHaveLength(1)
    const again = await product.post(JSON.stringify(begun.payload))
    expect(again.status).toBe(400)
    expect(await again.text()).not.toContain('/i/')
    expect(await cases()).toHaveLength(1)
  })

  test('what is signed is not counted against the limit; what is not, is', async () => {
    await open()
    for (let i = 0; i < 30; i++) expect((await product.post('{"type":1}')).status).toBe(200)
    const statuses: number[] = []
    for (let i = 0; i < 30; i++) {
      const headers = { 'x-signature-ed25519': '0'.repeat(128) }
      statuses.push((await product.post('{"type":1}', headers)).status)
    }
    expect(new Set(statuses)).toEqual(new Set([401, 429]))
  })

  test('a token that Discord does not take is told by the state', async () => {
    product = await openDiscordProduct({ transport: 'http', startDown: true })
    product.fake.app.token = 'another'
    product.fake.setDown(false)
    await state('not connected: Discord does not take the token')
  })
})

describe('which servers are served', () => {
  test('one that is not listed reads so, and sees nothing', async () => {
    product = await openDiscordProduct({ config: { discordGuilds: [IDS.otherGuild] } })
    await product.connected()
    const manager = product.person(IDS.manager)
    await manager.type('list')
    await manager.answer('This server is not among those that the operator of Whereabouts listed.')
    expect(await manager.typeAhead('new', 'place', 'aust')).toEqual([])
  })

  test('without a list: every one of a private app, none of a public one', async () => {
    product = await openDiscordProduct({ config: { discordGuilds: null } })
    await product.connected()
    const manager = product.person(IDS.manager)
    await manager.type('list')
    await manager.answer('No cases yet')
    await product.close()

    product = await openDiscordProduct({ config: { discordGuilds: null } })
    product.fake.app.isPublic = true
    await product.connected()
    const other = product.person(IDS.manager)
    await other.type('list')
    expect(wordsOf(await other.answer('Anybody can add this app'))).toContain('DISCORD_GUILDS')
  })
})
