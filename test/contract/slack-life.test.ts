/** A case from the first word to the last, in Slack: the real Bolt, over both of its transports. */
import { afterEach, describe, expect, test } from 'vitest'
import type { Message } from '../chat/slack/_fake-slack.ts'
import { beElsewhere, inviteAndPost } from '../chat/slack/_invite.ts'
import { buttonsOf, until, wordsOf } from '../chat/slack/_person.ts'
import { openSlackProduct, type SlackProduct } from '../chat/slack/_product.ts'
import { forgetCase } from '../../src/usecases/manage-round.ts'
import { MINUTE, NOW } from '../usecases/_product.ts'

let product: SlackProduct
afterEach(() => product.close())

/** The words of a message that everybody sees. */
const shown = (message: Message | undefined) => wordsOf(message?.blocks)

describe.each(['http', 'socket'] as const)('over %s', (transport) => {
  test('command, form, private link, card, verdict, call, decision', async () => {
    product = await openSlackProduct({ transport })
    const { fake, person, inChannel, deliver, ports } = product
    await until(() => expect(product.slack.state()).toBe('connected'))
    const manager = person('UMANAGER')
    const other = person('UOTHER')

    // The command opens the form, filled with what was typed.
    await manager.type('Jane Doe jane@example.com, Austin TX, tomorrow 3pm 45m')
    const form = await manager.form()
    expect(JSON.stringify(form.view)).toContain('jane@example.com')
    expect(await manager.suggest(form, 'place', 'aust')).toContain('Austin, Texas, United States')

    // A fault stands beside its field; what was typed stays.
    const refused = await manager.submit(form, { start: (NOW - 60 * MINUTE) / 1000 })
    expect(refused?.response_action).toBe('errors')
    expect(Object.keys(refused?.errors ?? {})).toEqual(['start'])

    // The link is for the manager alone, the card for the channel, and the link is not on it.
    const start = (NOW + 10 * MINUTE) / 1000
    expect(await manager.submit(form, { start })).toBeUndefined()
    const link = /https:\/\/verify\.example\.com\/i\/([\w-]+)/.exec(
      JSON.stringify((await manager.answer('Send this link to Jane Doe')).blocks),
    )
    const token = link?.[1] ?? ''
    expect(token).toHaveLength(43)
    expect(await deliver()).toBe(0)
    const [card, ...more] = inChannel()
    expect(more).toEqual([])
    expect(shown(card)).toContain('Waiting for Jane Doe')
    expect(JSON.stringify(fake.messages.filter(({ only }) => only === null))).not.toContain(token)

    // The candidate's computer is elsewhere: the same message shows it, and the person who asked is called, once.
    await beElsewhere(product, token)
    expect(await deliver()).toBe(0)
    expect(inChannel().filter(({ thread }) => thread === null)).toEqual([card])
    expect(card?.edits).toBeGreaterThan(0)
    expect(shown(card)).toContain('Contradicted: Jane Doe')
    const notes = inChannel().filter(({ thread }) => thread === card?.ts)
    expect(notes).toHaveLength(1)
    expect(notes[0]?.text).toMatch(/^<@UMANAGER> /)
    expect(shown(notes[0])).toContain('Contradicted: Jane Doe')

    // Another person decides, with a reason that everybody reads.
    expect(buttonsOf(card?.blocks ?? [])).toContain('Escalate')
    await other.press(card as Message, 'Escalate')
    const reasonForm = await other.form()
    await other.submit(reasonForm, { reason: 'The window showed another city.' })
    expect(await deliver()).toBe(0)
    expect(shown(card)).toContain('Person UOTHER')
    expect(shown(card)).toContain('The window showed another city.')
    const reviews = await ports.store.transaction(async (tx) => {
      const [kase] = await tx.cases.list({ limit: 1 })
      return tx.reviews.ofCase(kase?.id ?? '')
    })
    expect(reviews).toMatchObject([
      { by: { platform: 'slack', id: 'UOTHER' }, decision: 'escalate' },
    ])
  })

  test('an erased case leaves a card without the person, and none of the notes under it', async () => {
    product = await openSlackProduct({ transport })
    await until(() => expect(product.slack.state()).toBe('connected'))
    const { ports, inChannel, deliver } = product
    const { token, caseId, card } = await inviteAndPost(product)
    await beElsewhere(product, token)
    expect(await deliver()).toBe(0)
    expect(inChannel().filter(({ thread }) => thread === card.ts)).toHaveLength(1)

    await forgetCase(ports, { platform: 'slack', id: 'UOTHER', name: 'Other' }, caseId)
    expect(await deliver()).toBe(0)
    expect(inChannel()).toEqual([card])
    expect(shown(card)).toContain('An erased case')
    expect(JSON.stringify(inChannel())).not.toMatch(/Jane|Bucharest/)
  })
})
