/** Holding a case as it is typed and pressed. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import { dispatch, type Deed } from '../../src/chat/dispatch.ts'
import { rights, type Right } from '../../src/core/access.ts'
import { manager, open, openProduct } from '../usecases/_product.ts'

let product: Awaited<ReturnType<typeof openProduct>>
beforeEach(async () => {
  product = await openProduct()
})
afterEach(() => product.close())

const caller = {
  actor: manager,
  channel: 'hiring',
  channelOf: null,
  calls: null,
  emptyListsMean: 'everybody',
  workspace: 'console',
  zone: 'UTC',
}

/** The card that answers a deed. */
async function answer(deed: Deed, mayDo: readonly Right[] = rights) {
  const reply = await dispatch(product.ports, commands, { ...caller, rights: mayDo }, deed)
  if (reply.kind !== 'card') throw new Error(`expected a card, got ${reply.kind}`)
  return reply.card
}
const typed = (text: string) => answer({ kind: 'type', text })
const press = (card: Awaited<ReturnType<typeof answer>>) => {
  const [button] = card.buttons
  if (button === undefined) throw new Error(`“${card.title}” has no button`)
  return answer({ kind: 'press', command: button.command, args: button.args })
}

test('a held case cannot be erased until the hold is lifted', async () => {
  const { caseId } = await open(product.ports)
  const ask = await typed(`hold ${caseId}`)
  expect(ask.title).toBe('Hold everything of Jane Doe?')
  expect((await press(ask)).title).toBe('Held')

  expect(await typed(`forget ${caseId}`)).toMatchObject({
    title: 'This case is held',
    buttons: [],
  })
  const erase = { kind: 'press', command: 'forget', args: { case: caseId } } as const
  expect((await answer(erase)).title).toBe('That did not work')

  const lift = await typed(`hold ${caseId}`)
  expect(lift.title).toBe('Jane Doe is held since Mon, 23 Nov 2026, 20:50')
  expect((await press(lift)).title).toBe('No longer held')
  expect((await answer(erase)).title).toBe('Erased')
  expect((await typed(`hold ${caseId}`)).title).toBe('Nothing to hold')
  expect((await press(ask)).title).toBe('That did not work')

  const events = await product.store.transaction((tx) => tx.audit.ofCase(caseId))
  const holds = events.map(({ event }) => event).filter((event) => event.startsWith('hold'))
  expect(holds).toEqual(['hold-set', 'hold-lifted'])
})

test('an unknown case is said to be none, and who may not decide may not hold', async () => {
  expect((await typed('hold case_none')).title).toBe('Nothing to hold')
  const { caseId } = await open(product.ports)
  const deed = { kind: 'type', text: `hold ${caseId}` } as const
  expect((await answer(deed, ['verify'])).title).toBe('That did not work')
})
