/** The way to a case that most tests begin with. */
import { expect } from 'vitest'
import type { Message } from './_fake-discord.ts'
import type { Person } from './_person.ts'
import { IDS, type DiscordProduct } from './_product.ts'

/** What the manager types: Jane, in ten minutes. */
export const JANE = 'Jane Doe jane@example.com, Austin TX, today 3pm 45m'
/** Where that is meant. */
export const ZONE = 'America/Chicago'

/** The one-time token in what somebody was shown. */
export function tokenIn(message: Message): string {
  return /\/i\/([\w-]{43})/.exec(JSON.stringify(message.embeds))?.[1] ?? ''
}

/** The manager asks for Jane. Out: the token of the link. */
export async function invite(
  product: DiscordProduct,
  manager: Person = product.person(IDS.manager),
) {
  await manager.type('new', { text: JANE, zone: ZONE })
  await manager.submit(await manager.modal())
  await manager.press(await manager.answer('Understood'), 'Make the link')
  const told = await manager.answer('Send this link to Jane Doe')
  const { caseId, roundId } = await product.ports.store.transaction(async (tx) => {
    const [kase] = await tx.cases.list({ limit: 1 })
    const rounds = await tx.rounds.ofCase(kase?.id ?? '')
    return { caseId: kase?.id ?? '', roundId: rounds.at(-1)?.id ?? '' }
  })
  return { token: tokenIn(told), caseId, roundId, told }
}

/** The same, and the card is in the channel. */
export async function inviteAndPost(product: DiscordProduct) {
  const invited = await invite(product)
  expect(await product.deliver()).toBe(0)
  const card = product.inChannel().find(({ under }) => under === null)
  expect(card).toBeDefined()
  return { ...invited, card: card as Message }
}
