/** A case from the first word to the last, in Discord: the real discord.js, over both ways that Discord has. */
import { afterEach, describe, expect, test } from 'vitest'
import { accessRulesSchema } from '../../src/core/access.ts'
import { writeAccess } from '../../src/usecases/access.ts'
import { forgetCase } from '../../src/usecases/manage-round.ts'
import { inviteAndPost, JANE, tokenIn, ZONE } from '../chat/discord/_invite.ts'
import { buttonsOf, inputsOf, wordsOf } from '../chat/discord/_person.ts'
import { IDS, openDiscordProduct, type DiscordProduct } from '../chat/discord/_product.ts'
import { beElsewhere } from '../chat/slack/_invite.ts'

let product: DiscordProduct
afterEach(() => product.close())

const admin = { platform: 'discord', id: IDS.owner, name: 'Olga' } as const

describe.each(['gateway', 'http'] as const)('over %s', (transport) => {
  test('command, modal, echo, private link, card, verdict, call, reason, decision', async () => {
    product = await openDiscordProduct({ transport })
    await product.connected()
    const { person, inChannel, deliver, ports, fake } = product
    const rules = accessRulesSchema.parse({ review: { groups: [IDS.reviewers] } })
    await writeAccess(ports, admin, `discord:${IDS.guild}`, rules)
    const manager = person(IDS.manager)

    // While it is typed, places and zones are offered.
    const places = await manager.typeAhead('new', 'place', 'aust')
    expect(places.map(({ value }) => value)).toContain('Austin, Texas, United States')
    expect((await manager.typeAhead('new', 'zone', 'chic')).map(({ value }) => value)).toEqual([
      'America/Chicago',
    ])

    // The command opens the form, filled with what was typed.
    await manager.type('new', { text: JANE, zone: ZONE })
    const modal = await manager.modal('Verify a candidate')
    expect(inputsOf(modal).map(({ label, value }) => [label, value])).toEqual([
      ['Name', 'Jane Doe'],
      ['E-mail', 'jane@example.com'],
      ['Says they will be in', 'Austin, Texas, United States'],
      ['Interview starts', '2026-11-23 15:00, 45 min'],
      ['In the time zone', 'America/Chicago'],
    ])

    // What was understood is shown before anything happens, in its zone and on the reader's own clock.
    await manager.submit(modal)
    const draft = await manager.answer('Mon, 23 Nov 2026, 15:00–15:45 CST (America/Chicago)')
    expect(wordsOf(draft)).toContain(`<t:${Date.parse('2026-11-23T21:00:00Z') / 1000}:F>`)
    expect(await ports.store.transaction((tx) => tx.cases.list({ limit: 1 }))).toEqual([])

    // The link is for the manager alone, the card for the channel, and the link is not on it.
    await manager.press(draft, 'Make the link')
    const token = tokenIn(await manager.answer('Send this link to Jane Doe'))
    expect(token).toHaveLength(43)
    expect(await deliver()).toBe(0)
    const [card, ...more] = inChannel()
    if (card === undefined) throw new Error('no card')
    expect(more).toEqual([])
    expect(wordsOf(card)).toContain('Waiting for Jane Doe')
    expect(JSON.stringify(inChannel())).not.toContain(token)

    // The candidate's computer is elsewhere: the same message shows it, and the person who asked is called, once.
    await beElsewhere(product, token)
    expect(await deliver()).toBe(0)
    expect(inChannel().filter(({ under }) => under === null)).toEqual([card])
    expect(card.edits).toBeGreaterThan(0)
    expect(wordsOf(card)).toContain('Contradicted: Jane Doe')
    expect(card.attachments).toMatchObject([
      { filename: 'map.png', description: expect.stringMatching(/^Map\. Stated place: Austin/) },
    ])
    const notes = inChannel().filter(({ under }) => under === card.id)
    expect(notes).toHaveLength(1)
    expect(notes[0]?.called).toEqual([IDS.manager])
    expect(notes[0]?.content).toMatch(new RegExp(`^<@${IDS.manager}>\n`))
    expect(card.called).toEqual([])

    // Another person decides, with a reason that everybody reads.
    const reviewer = person(IDS.reviewer)
    expect(buttonsOf(card)).toContain('Escalate')
    await reviewer.press(card, 'Escalate')
    const reason = await reviewer.modal('Escalate')
    await reviewer.submit(reason, { reason: 'The window showed another city.' })
    expect(await deliver()).toBe(0)
    expect(wordsOf(card)).toContain('Rita Reviewer')
    expect(wordsOf(card)).toContain('The window showed another city.')
    const reviews = await ports.store.transaction(async (tx) => {
      const [kase] = await tx.cases.list({ limit: 1 })
      return tx.reviews.ofCase(kase?.id ?? '')
    })
    expect(reviews).toMatchObject([
      { by: { platform: 'discord', id: IDS.reviewer }, decision: 'escalate' },
    ])
    // Nothing that was sent could have called anybody else, or unfolded a link.
    const sent = fake.calls.filter(({ body }) => 'content' in body)
    expect(sent.length).toBeGreaterThan(3)
    for (const { body } of sent) expect(body['allowed_mentions']).toMatchObject({ parse: [] })
  })

  test('an erased case leaves a card without the person, and none of the notes under it', async () => {
    product = await openDiscordProduct({ transport })
    await product.connected()
    const { ports, inChannel, deliver } = product
    const { token, caseId, card } = await inviteAndPost(product)
    await beElsewhere(product, token)
    expect(await deliver()).toBe(0)
    expect(inChannel().filter(({ under }) => under === card.id)).toHaveLength(1)

    await forgetCase(ports, admin, caseId)
    expect(await deliver()).toBe(0)
    expect(inChannel()).toEqual([card])
    expect(wordsOf(card)).toContain('An erased case')
    expect(card.attachments).toEqual([])
    expect(JSON.stringify(inChannel())).not.toMatch(/Jane|Bucharest/)
  })
})
