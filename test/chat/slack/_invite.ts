/** The way to a case that most tests begin with. */
import { expect } from 'vitest'
import { NOTHING_DECLARED } from '../../../src/core/claim.ts'
import type { Signal } from '../../../src/core/signals.ts'
import { beginSession } from '../../../src/usecases/begin-session.ts'
import { recordSignals } from '../../../src/usecases/record-signals.ts'
import { MINUTE, NOW, seen } from '../../usecases/_product.ts'
import type { Message } from './_fake-slack.ts'
import type { SlackProduct } from './_product.ts'

/** The manager asks for Jane, in C1. Out: the token of the link. */
export async function invite(product: SlackProduct, manager = product.person('UMANAGER')) {
  await manager.type('Jane Doe jane@example.com, Austin TX')
  const form = await manager.form()
  await manager.submit(form, { start: (NOW + 10 * MINUTE) / 1000 })
  const told = await manager.answer('Send this link to Jane Doe')
  const token = /\/i\/([\w-]{43})/.exec(JSON.stringify(told.blocks))?.[1] ?? ''
  const { caseId, roundId } = await product.ports.store.transaction(async (tx) => {
    const [kase] = await tx.cases.list({ limit: 1 })
    const rounds = await tx.rounds.ofCase(kase?.id ?? '')
    return { caseId: kase?.id ?? '', roundId: rounds.at(-1)?.id ?? '' }
  })
  return { token, caseId, roundId, told }
}

/** The same, and the card is in the channel. */
export async function inviteAndPost(product: SlackProduct) {
  const invited = await invite(product)
  expect(await product.deliver()).toBe(0)
  const card = product.inChannel().find(({ thread }) => thread === null)
  expect(card).toBeDefined()
  return { ...invited, card: card as Message }
}

/** The candidate presses Continue in Bucharest; their computer answers from there. */
export async function beElsewhere(
  product: Pick<SlackProduct, 'ports' | 'clock'>,
  token: string,
): Promise<void> {
  const { ports, clock } = product
  const at = clock.at
  const { vantage } = ports.settings
  const value = { vantage, minMs: 36, medianMs: 37, p90Ms: 39, jitterMs: 1, count: 10 }
  const readings: Signal[] = [
    { name: 'browserZone', at, source: 'page', value: 'Europe/Bucharest' },
    { name: 'webdriver', at, source: 'page', value: false },
    { name: 'echoes', at, source: 'server', value },
  ]
  const from = seen({ address: '188.25.148.123' })
  const { cookie } = await beginSession(ports, token, NOTHING_DECLARED, from)
  await recordSignals(ports, cookie, readings)
  await recordSignals(ports, cookie, readings)
}
