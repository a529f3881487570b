/** Cards on their way to Discord, and everything that can stand in that way. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { textCard } from '../../src/core/card.ts'
import { postNote, redrawCard } from '../../src/usecases/cards.ts'
import { findRound } from '../../src/usecases/rounds.ts'
import { invite, inviteAndPost } from '../chat/discord/_invite.ts'
import { directOf, TOKEN } from '../chat/discord/_fake-discord.ts'
import { buttonsOf, wordsOf } from '../chat/discord/_person.ts'
import { FULL, IDS, openDiscordProduct, type DiscordProduct } from '../chat/discord/_product.ts'
import { beElsewhere } from '../chat/slack/_invite.ts'

const POST = 'POST /channels/:id/messages'
const PATCH = 'PATCH /channels/:id/messages/:id'
const GET = 'GET /channels/:id/messages'

let product: DiscordProduct
beforeEach(async () => {
  product = await openDiscordProduct()
  await product.connected()
})
afterEach(() => product.close())

/** Where a call is left hanging: a product that gives up soon. */
async function openImpatient() {
  await product.close()
  product = await openDiscordProduct({ overrides: { timeoutMs: 400 } })
  await product.connected()
}

const cards = (channel: string = IDS.channel) =>
  product.inChannel(channel).filter(({ under }) => under === null)
const callsOf = (route: string) => product.fake.calls.filter((call) => call.route === route)
const redraw = (roundId: string) =>
  product.ports.store.transaction(async (tx) => {
    const { kase } = await findRound(tx, roundId)
    await redrawCard(product.ports, tx, kase, roundId)
  })
const note = (roundId: string, key: string) =>
  product.ports.store.transaction(async (tx) => {
    const { kase } = await findRound(tx, roundId)
    await postNote(product.ports, tx, kase, roundId, key, textCard('Look at this'))
  })
const said = (level: string) =>
  product.lines.filter((line) => line.level === level).map(({ text }) => text)
const bot = () => {
  const channel = product.fake.channels.get(IDS.channel)
  if (channel === undefined) throw new Error('no channel')
  return channel.bot
}

test('a card keeps its place; an edit changes nothing but itself', async () => {
  const { roundId, card } = await inviteAndPost(product)
  await redraw(roundId)
  await product.deliver()
  expect(cards()).toEqual([card])
  expect(card.edits).toBe(1)
  expect(wordsOf(card)).toMatch(/No\. [0-9a-f]{12}$/)
})

test('one edit a second of a message', async () => {
  const { roundId, card } = await inviteAndPost(product)
  const from = product.clock.at
  for (let i = 0; i < 3; i++) {
    await redraw(roundId)
    await product.deliver()
  }
  expect(card.edits).toBe(3)
  expect(product.clock.at - from).toBeGreaterThanOrEqual(3_000)
})

describe('a lost answer', () => {
  test('the same nonce gives back the message, which is brought up to date, not posted twice', async () => {
    product.fake.plan(POST, { lost: true })
    await invite(product)
    expect(await product.deliver()).toBe(0)
    expect(cards()).toHaveLength(1)
    expect(cards()[0]?.edits).toBe(1)
    const posts = callsOf(POST).map(({ body }) => body['nonce'])
    expect(new Set(posts).size).toBe(1)
  })

  test('is found by its mark when the nonce counts no longer', async () => {
    product.fake.plan(POST, { lost: true })
    await invite(product)
    await product.deliver(0)
    product.clock.at += 600_000
    expect(await product.deliver()).toBe(0)
    expect(cards()).toHaveLength(1)
    expect(callsOf(POST)).toHaveLength(1)
    expect(wordsOf(cards()[0])).not.toContain('may stand here twice')
  })

  test('a crash between Discord’s answer and our note of it', async () => {
    const { roundId } = await invite(product)
    const message = {
      key: `card:${roundId}`,
      channel: `${IDS.guild}/${IDS.channel}`,
      card: textCard('Waiting'),
      ref: null,
      caseId: null,
      under: null,
      requester: null,
    }
    const first = await product.discord.messenger.deliver(message)
    product.clock.at += 600_000
    expect(await product.discord.messenger.deliver(message)).toBe(first)
    expect(cards()).toHaveLength(1)
  })

  test('of a call that was not carried out: posted once', async () => {
    await openImpatient()
    product.fake.plan(POST, { hang: true })
    await invite(product)
    expect(await product.deliver()).toBe(0)
    expect(cards()).toHaveLength(1)
    expect(wordsOf(cards()[0])).not.toContain('may stand here twice')
  })

  test('in a channel that may not be read: within minutes the nonce tells, later it is posted again and says so', async () => {
    bot().read = false
    product.fake.plan(POST, { lost: true })
    const { roundId } = await invite(product)
    expect(await product.deliver()).toBe(0)
    expect(cards()).toHaveLength(1)

    product.fake.messages.length = 0
    product.clock.at += 2_000
    await redraw(roundId)
    product.fake.plan(POST, { lost: true })
    await product.deliver(0)
    product.clock.at += 600_000
    expect(await product.deliver()).toBe(0)
    expect(cards()).toHaveLength(2)
    expect(wordsOf(cards()[1])).toContain('may stand here twice')
    await redraw(roundId)
    await product.deliver()
    expect(wordsOf(cards()[1])).not.toContain('may stand here twice')
  })
})

describe('Discord in trouble', () => {
  test('429 of a route: nothing is tried there before the time it asks for', async () => {
    product.fake.plan(POST, { retryAfter: 30 })
    const from = product.clock.at
    await invite(product)
    expect(await product.deliver(29_000)).toBe(1)
    expect(callsOf(POST)).toHaveLength(1)
    expect(await product.deliver(5_000)).toBe(0)
    expect(product.clock.at - from).toBeGreaterThanOrEqual(30_000)
    expect(cards()).toHaveLength(1)
    // What Discord refused was surely not posted: nothing is looked for.
    expect(callsOf(GET)).toEqual([])
  })

  test('429 for everything: no other message is tried either', async () => {
    const { roundId } = await inviteAndPost(product)
    product.clock.at += 2_000
    product.fake.plan(PATCH, { retryAfter: 20, global: true })
    await redraw(roundId)
    await note(roundId, 'a')
    expect(await product.deliver(19_000)).toBe(2)
    expect(callsOf(PATCH)).toHaveLength(1)
    expect(callsOf(POST)).toHaveLength(1)
    expect(await product.deliver(5_000)).toBe(0)
    expect(product.inChannel()).toHaveLength(2)
  })

  test('a limit without a time, for messages older than an hour', async () => {
    const { roundId, card } = await inviteAndPost(product)
    product.fake.plan(PATCH, { code: 30046 })
    await redraw(roundId)
    expect(await product.deliver(5_000)).toBe(1)
    expect(await product.deliver(20_000)).toBe(0)
    expect(cards()).toEqual([card])
  })

  test('500s and a hanging call: longer and longer pauses, then one card', async () => {
    await openImpatient()
    product.fake.plan(POST, { status: 500 }, { status: 503 }, { hang: true })
    await invite(product)
    expect(await product.deliver(60_000)).toBe(0)
    expect(callsOf(POST)).toHaveLength(4)
    expect(cards()).toHaveLength(1)
  })

  test('while it hangs, other messages do not wait ten seconds each', async () => {
    await openImpatient()
    const { roundId } = await inviteAndPost(product)
    product.fake.plan(PATCH, { hang: true })
    product.fake.plan(POST, { hang: true })
    await redraw(roundId)
    for (const key of ['a', 'b', 'c', 'd']) await note(roundId, key)
    product.clock.at += 2_000
    const before = product.fake.calls.length
    await product.deliver(0)
    expect(product.fake.calls.length - before).toBe(1)
    expect(await product.deliver(60_000)).toBe(0)
    expect(product.inChannel()).toHaveLength(5)
  })

  test('a message that Discord does not take: the first line is shown, without what a link would unfold', async () => {
    product.fake.plan(POST, { code: 50035 })
    await invite(product)
    expect(await product.deliver()).toBe(0)
    expect(cards()).toMatchObject([{ content: '**Waiting for Jane Doe**', embeds: [], flags: 4 }])
    expect(said('error')).toEqual(['Discord does not take a card; only its first line is shown'])
  })
})

describe('the picture on a card', () => {
  test('is a file of the message, and stays when the rest changes', async () => {
    const { token, roundId, card } = await inviteAndPost(product)
    await beElsewhere(product, token)
    await product.deliver()
    const [picture] = card.attachments
    expect(picture?.size).toBeGreaterThan(10_000)
    expect(card.embeds).toContainEqual(
      expect.objectContaining({ image: { url: 'attachment://map.png' } }),
    )
    await redraw(roundId)
    await product.deliver()
    expect(card.attachments).toEqual([picture])
    expect(callsOf(PATCH).at(-1)?.body['attachments']).toEqual([{ id: picture?.id }])
  })

  test('that Discord no longer has is sent again', async () => {
    const { token, roundId, card } = await inviteAndPost(product)
    await beElsewhere(product, token)
    await product.deliver()
    card.attachments = []
    await redraw(roundId)
    await product.deliver()
    expect(card.attachments).toHaveLength(1)
  })

  test.each([
    ['files are not allowed there', async () => void (bot().attach = false)],
    ['it is too large', async () => product.fake.plan(PATCH, { code: 40005 })],
  ])('%s: the card comes all the same, with its words instead', async (_name, prevent) => {
    const { token, card } = await inviteAndPost(product)
    await beElsewhere(product, token)
    await prevent()
    await product.deliver()
    expect(card.attachments).toEqual([])
    expect(wordsOf(card)).toContain('Map. Stated place: Austin')
    expect(wordsOf(card)).toContain('Contradicted: Jane Doe')
    expect(said('warn')).toContain('Discord does not take a card with its picture; it goes without')
    expect(said('error')).toEqual([])
  })
})

describe('what people do to channels', () => {
  test('the card deleted under us is posted anew, and edited there from then on', async () => {
    const { roundId, card } = await inviteAndPost(product)
    product.fake.messages.splice(product.fake.messages.indexOf(card), 1)
    await redraw(roundId)
    expect(await product.deliver()).toBe(0)
    const [again] = cards()
    expect(again?.id).not.toBe(card.id)
    await redraw(roundId)
    await product.deliver()
    expect(cards()).toEqual([again])
  })

  test('deleted, and the answer to its successor lost: still one', async () => {
    const { roundId, card } = await inviteAndPost(product)
    product.fake.messages.splice(product.fake.messages.indexOf(card), 1)
    product.fake.plan(POST, { lost: true })
    await redraw(roundId)
    expect(await product.deliver()).toBe(0)
    expect(cards()).toHaveLength(1)
  })

  test('a note under a card that is gone stands alone', async () => {
    const { roundId, card } = await inviteAndPost(product)
    product.fake.messages.splice(product.fake.messages.indexOf(card), 1)
    await note(roundId, 'a')
    expect(await product.deliver()).toBe(0)
    expect(product.inChannel()).toMatchObject([{ under: null, called: [IDS.manager] }])
  })

  test('an archived thread is written to anew', async () => {
    const { roundId } = await inviteAndPost(product)
    product.fake.plan(PATCH, { code: 50083 })
    await redraw(roundId)
    expect(await product.deliver()).toBe(0)
    expect(cards()).toHaveLength(2)
  })

  test.each([
    ['may not write there (50013)', () => void (bot().send = false), 'It needs View Channel'],
    ['does not see it (50001)', () => void (bot().view = false), 'does not see that channel'],
    [
      'finds it gone (10003)',
      () => void product.fake.channels.delete(IDS.channel),
      'that channel is gone',
    ],
  ])(
    'the bot %s: the card goes to the person who asked, and works there',
    async (_n, change, words) => {
      const manager = product.person(IDS.manager)
      await invite(product, manager)
      change()
      expect(await product.deliver()).toBe(0)
      const [direct] = product.inChannel(directOf(IDS.manager))
      if (direct === undefined) throw new Error('nothing came')
      expect(wordsOf(direct)).toContain(`This belongs to <#${IDS.channel}>`)
      expect(wordsOf(direct)).toContain(words)
      expect(buttonsOf(direct)).toContain('Cancel')
      // The button knows whose rules hold, and the card is edited there from then on.
      await manager.press(direct, 'Cancel')
      expect(await product.deliver()).toBe(0)
      expect(wordsOf(direct)).toContain('Cancelled: Jane Doe')
      expect(product.inChannel(directOf(IDS.manager))).toHaveLength(1)
    },
  )

  test('the channel deleted in the middle of a round: the card moves, and its notes with it', async () => {
    const { token, roundId } = await inviteAndPost(product)
    product.fake.channels.delete(IDS.channel)
    await beElsewhere(product, token)
    expect(await product.deliver(60_000)).toBe(0)
    const moved = product.inChannel(directOf(IDS.manager))
    const card = moved.find((message) => buttonsOf(message).includes('Escalate'))
    expect(moved).toHaveLength(2)
    expect(wordsOf(card)).toContain('Contradicted: Jane Doe')
    // What is said of it later stands under it, there.
    await note(roundId, 'later')
    expect(await product.deliver()).toBe(0)
    const under = product.inChannel(directOf(IDS.manager)).filter((m) => m.under === card?.id)
    expect(under.at(-1)?.content).toContain('Look at this')
  })

  test('the person who asked left in the middle of a round, and the channel is gone: it waits, and comes when it is back', async () => {
    const { token } = await inviteAndPost(product)
    const channel = product.fake.channels.get(IDS.channel)
    product.fake.channels.delete(IDS.channel)
    product.fake.guilds.get(IDS.guild)?.members.delete(IDS.manager)
    await beElsewhere(product, token)
    expect(await product.deliver(5_000)).toBeGreaterThan(0)
    expect(said('error')).toContain('the person who asked cannot be told either')
    if (channel) product.fake.channels.set(IDS.channel, { ...channel, bot: { ...FULL } })
    expect(await product.deliver(1_300_000)).toBe(0)
    expect(wordsOf(cards()[0])).toContain('Contradicted: Jane Doe')
  })
})

test('the app is removed from the server, and comes back: everything waits', async () => {
  const { token } = await inviteAndPost(product)
  const guild = product.fake.guilds.get(IDS.guild)
  product.fake.guilds.delete(IDS.guild)
  product.fake.gateway.send('GUILD_DELETE', { id: IDS.guild })
  await beElsewhere(product, token)
  expect(await product.deliver(20_000)).toBeGreaterThan(0)
  expect(said('warn')).toContain('the app was removed from a server of Discord')
  if (guild) product.fake.guilds.set(IDS.guild, guild)
  product.fake.gateway.send('GUILD_CREATE', { id: IDS.guild })
  expect(await product.deliver(1_300_000)).toBe(0)
  expect(wordsOf(cards()[0])).toContain('Contradicted: Jane Doe')
})

test('the token is no longer worth anything: nothing is hammered, and all comes when it is back', async () => {
  const { token } = await inviteAndPost(product)
  product.fake.app.token = 'another'
  await beElsewhere(product, token)
  expect(await product.deliver(20_000)).toBeGreaterThan(0)
  const tried = product.fake.calls.length
  await product.deliver(60_000)
  expect(product.fake.calls.length).toBe(tried)
  expect(said('error')).toEqual(['Discord takes our token no longer; messages wait'])
  product.fake.app.token = TOKEN
  expect(await product.deliver(400_000)).toBe(0)
  expect(wordsOf(cards()[0])).toContain('Contradicted: Jane Doe')
})

test('a message is removed; one that is gone already is fine', async () => {
  const { card } = await inviteAndPost(product)
  const address = `${IDS.guild}/${IDS.channel}`
  const ref = `${IDS.channel}/${card.id}`
  await product.discord.messenger.remove(address, ref)
  expect(cards()).toEqual([])
  await product.discord.messenger.remove(address, ref)
})
