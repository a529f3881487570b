/** Cards on their way to Slack, and everything that can stand in that way. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { textCard } from '../../src/core/card.ts'
import { postNote, redrawCard } from '../../src/usecases/cards.ts'
import { findRound } from '../../src/usecases/rounds.ts'
import { beElsewhere, invite, inviteAndPost } from '../chat/slack/_invite.ts'
import { buttonsOf, wordsOf } from '../chat/slack/_person.ts'
import { openSlackProduct, type SlackProduct } from '../chat/slack/_product.ts'

let product: SlackProduct
beforeEach(async () => {
  product = await openSlackProduct()
})
afterEach(() => product.close())

/** Where a call is left hanging: a product that gives up soon. */
async function openImpatient() {
  await product.close()
  product = await openSlackProduct({ overrides: { timeoutMs: 400 } })
}

const cards = (channel = 'C1') => product.inChannel(channel).filter(({ thread }) => thread === null)
const callsOf = (method: string) => product.fake.calls.filter((call) => call.method === method)
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
const levels = () => product.lines.filter(({ level }) => level === 'error').map(({ text }) => text)

test('a card keeps its place; an edit changes nothing but itself', async () => {
  const { roundId, card } = await inviteAndPost(product)
  await redraw(roundId)
  await product.deliver()
  expect(cards()).toEqual([card])
  expect(card.edits).toBe(1)
  expect(card.metadata).toEqual({
    event_type: 'whereabouts_card',
    event_payload: { key: `card:${roundId}` },
  })
})

test('one message a second in a channel, one edit a second of a message', async () => {
  const { roundId } = await inviteAndPost(product)
  const from = product.clock.at
  for (const key of ['a', 'b', 'c']) await note(roundId, key)
  await product.deliver()
  const times = product.inChannel().map(({ ts }) => Math.floor(Number(ts)))
  expect(new Set(times).size).toBe(times.length)
  expect(product.clock.at - from).toBeGreaterThanOrEqual(2_000)
})

describe('a lost answer', () => {
  test('is looked for, and the message edited, not posted twice', async () => {
    product.fake.plan('chat.postMessage', { lost: true })
    await invite(product)
    expect(await product.deliver()).toBe(0)
    expect(cards()).toHaveLength(1)
    expect(cards()[0]?.edits).toBe(1)
    expect(wordsOf(cards()[0]?.blocks)).not.toContain('may stand here twice')
  })

  test('a crash between Slack’s answer and our note of it', async () => {
    const { roundId } = await invite(product)
    const { messenger } = product.slack
    const message = {
      key: `card:${roundId}`,
      channel: '-/T1/C1',
      card: textCard('Waiting'),
      ref: null,
      caseId: null,
      under: null,
      requester: null,
    }
    const first = await messenger.deliver(message)
    product.clock.at += 2_000
    expect(await messenger.deliver(message)).toBe(first)
    expect(cards()).toHaveLength(1)
  })

  test('a note is looked for in its thread', async () => {
    const { roundId, card } = await inviteAndPost(product)
    product.fake.plan('chat.postMessage', { lost: true })
    await note(roundId, 'a')
    expect(await product.deliver()).toBe(0)
    expect(product.inChannel().filter(({ thread }) => thread === card.ts)).toHaveLength(1)
  })

  test('of a call that was not carried out: posted once', async () => {
    await openImpatient()
    product.fake.plan('chat.postMessage', { hang: true })
    await invite(product)
    expect(await product.deliver()).toBe(0)
    expect(cards()).toHaveLength(1)
    expect(wordsOf(cards()[0]?.blocks)).not.toContain('may stand here twice')
  })

  test('without the right to read the channel: posted again, and it says so until the next edit', async () => {
    product.fake.scopes.delete('channels:history')
    product.fake.plan('chat.postMessage', { lost: true })
    const { roundId } = await invite(product)
    expect(await product.deliver()).toBe(0)
    expect(cards()).toHaveLength(2)
    expect(wordsOf(cards()[1]?.blocks)).toContain('may stand here twice')
    await redraw(roundId)
    await product.deliver()
    expect(wordsOf(cards()[1]?.blocks)).not.toContain('may stand here twice')
  })
})

describe('Slack in trouble', () => {
  test('429: nothing is tried before the time it asks for', async () => {
    product.fake.plan('chat.postMessage', { retryAfter: 30 })
    const from = product.clock.at
    await invite(product)
    expect(await product.deliver(29_000)).toBe(1)
    expect(callsOf('chat.postMessage')).toHaveLength(1)
    expect(await product.deliver(5_000)).toBe(0)
    expect(product.clock.at - from).toBeGreaterThanOrEqual(30_000)
    expect(cards()).toHaveLength(1)
    // What Slack refused was surely not posted: nothing is looked for.
    expect(callsOf('conversations.history')).toEqual([])
  })

  test('500s and a hanging call: longer and longer pauses, then one card', async () => {
    await openImpatient()
    const fault = [{ status: 500 }, { status: 503 }, { hang: true as const }]
    product.fake.plan('chat.postMessage', ...fault)
    await invite(product)
    expect(await product.deliver(60_000)).toBe(0)
    expect(callsOf('chat.postMessage')).toHaveLength(4)
    expect(cards()).toHaveLength(1)
  })

  test('while it hangs, other messages do not wait ten seconds each', async () => {
    await openImpatient()
    const { roundId } = await inviteAndPost(product)
    product.fake.plan('chat.update', { hang: true })
    product.fake.plan('chat.postMessage', { hang: true })
    await redraw(roundId)
    for (const key of ['a', 'b', 'c', 'd']) await note(roundId, key)
    product.clock.at += 2_000
    const before = product.fake.calls.length
    await product.deliver(0)
    expect(product.fake.calls.length - before).toBe(1)
    expect(await product.deliver(60_000)).toBe(0)
    expect(product.inChannel()).toHaveLength(5)
  })

  test('blocks that Slack does not take: the first line is shown, and the log says so', async () => {
    product.fake.plan('chat.postMessage', { error: 'invalid_blocks' })
    await invite(product)
    expect(await product.deliver()).toBe(0)
    expect(cards()[0]?.text).toContain('Waiting for Jane Doe')
    expect(levels()).toEqual(['Slack does not take a card; only its first line is shown'])
  })
})

describe('the picture on a card', () => {
  const kinds = () => cards()[0]?.blocks.map((block) => Reflect.get(block, 'type'))

  test('stands there with its words, behind an address of ours', async () => {
    const { token } = await inviteAndPost(product)
    await beElsewhere(product, token)
    await product.deliver()
    const picture = cards()[0]?.blocks.find((block) => Reflect.get(block, 'type') === 'image')
    expect(picture).toMatchObject({
      image_url: expect.stringMatching(/^https:\/\/verify\.example\.com\/p\/round_[\w-]+\.png$/),
      alt_text: expect.stringMatching(/^Map\. Stated place: Austin, Texas, United States\. /),
    })
  })

  test('that Slack cannot fetch: the card comes all the same, with its words instead', async () => {
    const { token } = await inviteAndPost(product)
    await beElsewhere(product, token)
    product.fake.plan('chat.update', { error: 'invalid_blocks' })
    await product.deliver()
    expect(kinds()).not.toContain('image')
    expect(wordsOf(cards()[0]?.blocks)).toContain('Map. Stated place: Austin')
    expect(wordsOf(cards()[0]?.blocks)).toContain('Contradicted: Jane Doe')
    expect(product.lines.map(({ text }) => text)).toContain(
      'Slack does not take a card with its picture; it goes without',
    )
    expect(levels()).toEqual([])
  })
})

describe('what people do to channels', () => {
  test('the card deleted under us is posted anew, and edited there from then on', async () => {
    const { roundId, card } = await inviteAndPost(product)
    product.fake.messages.splice(product.fake.messages.indexOf(card), 1)
    await redraw(roundId)
    expect(await product.deliver()).toBe(0)
    const [again] = cards()
    expect(again?.ts).not.toBe(card.ts)
    await redraw(roundId)
    await product.deliver()
    expect(cards()).toEqual([again])
    expect(callsOf('conversations.history')).toEqual([])
  })

  test('deleted, and the answer to its successor lost: still one', async () => {
    const { roundId, card } = await inviteAndPost(product)
    product.fake.messages.splice(product.fake.messages.indexOf(card), 1)
    product.fake.plan('chat.postMessage', { lost: true })
    await redraw(roundId)
    expect(await product.deliver()).toBe(0)
    expect(cards()).toHaveLength(1)
  })

  test('a note under a card that is gone stands alone', async () => {
    const { roundId, card } = await inviteAndPost(product)
    product.fake.messages.splice(product.fake.messages.indexOf(card), 1)
    await note(roundId, 'a')
    expect(await product.deliver()).toBe(0)
    expect(product.inChannel()).toMatchObject([{ thread: null, text: /^<@UMANAGER> Look at this/ }])
  })

  test('the bot is not in a private channel: the card goes to the person who asked', async () => {
    const members = new Set(['UMANAGER'])
    product.fake.channels.set('C2', { members, hasBot: false, isArchived: false, isPublic: false })
    const manager = product.person('UMANAGER', 'C2')
    await invite(product, manager)
    expect(await product.deliver()).toBe(0)
    const [direct] = product.inChannel('DUMANAGER').filter(({ metadata }) => metadata)
    expect(wordsOf(direct?.blocks)).toContain('This belongs to <#C2>')
    expect(wordsOf(direct?.blocks)).toContain('/invite @Whereabouts')
    expect(buttonsOf(direct?.blocks ?? [])).toContain('Cancel')
  })

  test('the channel archived in the middle of a round: the card moves, and its notes with it', async () => {
    const { token, roundId } = await inviteAndPost(product)
    const channel = product.fake.channels.get('C1')
    if (channel) channel.isArchived = true
    await beElsewhere(product, token)
    expect(await product.deliver(60_000)).toBe(0)
    const moved = product.inChannel('DUMANAGER').filter(({ metadata }) => metadata)
    const card = moved.find(({ text }) => !text.startsWith('<@'))
    expect(moved).toHaveLength(2)
    expect(wordsOf(card?.blocks)).toContain('that channel is archived')
    expect(wordsOf(card?.blocks)).toContain('Contradicted: Jane Doe')
    // From then on it is edited there.
    const before = product.fake.messages.length
    await redraw(roundId)
    expect(await product.deliver()).toBe(0)
    expect(product.fake.messages).toHaveLength(before)
    expect(card?.edits).toBe(1)
    // What is said of it later stands under it, there.
    await note(roundId, 'later')
    expect(await product.deliver()).toBe(0)
    const under = product.inChannel('DUMANAGER').filter(({ thread }) => thread === card?.ts)
    expect(under.at(-1)?.text).toMatch(/^<@UMANAGER> Look at/)
  })

  test('nobody can be told: it waits, and is delivered when the bot is back', async () => {
    await invite(product)
    const channel = product.fake.channels.get('C1')
    product.fake.channels.delete('C1')
    product.fake.users.delete('UMANAGER')
    expect(await product.deliver(5_000)).toBe(1)
    expect(levels()).toContain('the person who asked cannot be told either')
    if (channel) product.fake.channels.set('C1', channel)
    expect(await product.deliver(700_000)).toBe(0)
    expect(cards()).toHaveLength(1)
  })
})

test('the app is revoked in the middle of a round: everything waits, and comes when it is back', async () => {
  const { token } = await inviteAndPost(product)
  const kept = product.fake.tokens.get(product.fake.token)
  product.fake.tokens.clear()
  await beElsewhere(product, token)
  expect(await product.deliver(20_000)).toBeGreaterThan(0)
  const tried = product.fake.calls.length
  await product.deliver(60_000)
  expect(product.fake.calls.length).toBe(tried)
  expect(levels()).toEqual(['Slack takes our token no longer; messages wait'])
  if (kept) product.fake.tokens.set(product.fake.token, kept)
  expect(await product.deliver(400_000)).toBe(0)
  expect(wordsOf(cards()[0]?.blocks)).toContain('Contradicted: Jane Doe')
  expect(product.inChannel().filter(({ thread }) => thread !== null)).toHaveLength(1)
})

test('a message is removed; one that is gone already is fine', async () => {
  const { card } = await inviteAndPost(product)
  const ref = `C1/${card.ts}`
  await product.slack.messenger.remove('-/T1/C1', ref)
  expect(cards()).toEqual([])
  await product.slack.messenger.remove('-/T1/C1', ref)
})
