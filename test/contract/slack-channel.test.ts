/** A card that shall live in another channel than the one the command was typed in. */
import { afterEach, expect, test } from 'vitest'
import { wordsOf } from '../chat/slack/_person.ts'
import { openSlackProduct, type SlackProduct } from '../chat/slack/_product.ts'
import { MINUTE, NOW } from '../usecases/_product.ts'

let product: SlackProduct
afterEach(() => product.close())

test('the form says where the card goes; the link stays with the person who asked', async () => {
  product = await openSlackProduct()
  const { fake, person, deliver } = product
  const members = new Set(fake.users.keys())
  fake.channels.set('C2', { members, hasBot: true, isArchived: false, isPublic: true })
  const manager = person('UMANAGER')
  await manager.type('Jane Doe jane@example.com, Austin TX')
  const form = await manager.form()
  const start = (NOW + 10 * MINUTE) / 1000
  expect(await manager.submit(form, { start, channel: 'C2' })).toBeUndefined()
  await manager.answer('Send this link to Jane Doe')
  await deliver()
  const cards = fake.messages.filter(({ only }) => only === null)
  expect(cards.map(({ channel }) => channel)).toEqual(['C2'])
  expect(wordsOf(cards[0]?.blocks)).toContain('Waiting for Jane Doe')
})
