/** What people may do in Discord, and what they see when it does not work. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accessRulesSchema, type AccessRules } from '../../src/core/access.ts'
import { writeAccess } from '../../src/usecases/access.ts'
import { directOf } from '../chat/discord/_fake-discord.ts'
import { invite, inviteAndPost, JANE, tokenIn, ZONE } from '../chat/discord/_invite.ts'
import { buttonsOf, inputsOf, until, wordsOf } from '../chat/discord/_person.ts'
import { IDS, openDiscordProduct, type DiscordProduct } from '../chat/discord/_product.ts'
import { beElsewhere } from '../chat/slack/_invite.ts'
import { MINUTE, open as openCase } from '../usecases/_product.ts'

let product: DiscordProduct
beforeEach(async () => {
  product = await openDiscordProduct()
  await product.connected()
})
afterEach(() => product.close())

const admin = { platform: 'discord', id: IDS.owner, name: 'Olga' } as const
const setRules = (part: Partial<Record<keyof AccessRules, unknown>>) =>
  writeAccess(product.ports, admin, `discord:${IDS.guild}`, accessRulesSchema.parse(part))
const reviews = (caseId: string) => product.store.transaction((tx) => tx.reviews.ofCase(caseId))
const cases = () => product.store.transaction((tx) => tx.cases.list({ limit: 10 }))
const errors = () => product.lines.filter(({ level }) => level === 'error')
const guild = () => {
  const found = product.fake.guilds.get(IDS.guild)
  if (found === undefined) throw new Error('no server')
  return found
}

/** A contradicted case of the manager's, its card in the channel. */
async function contradicted() {
  const invited = await inviteAndPost(product)
  await beElsewhere(product, invited.token)
  await product.deliver()
  return invited
}

describe('who may do what', () => {
  test('without rules: who may manage the server, and its owner; nobody else, candidates among them', async () => {
    const { card, caseId } = await contradicted()
    const member = product.person(IDS.member)
    await member.type('new', { text: JANE })
    await member.answer('You are not among the people who may use “verify” here')
    await member.press(card, 'Looks fine')
    await member.answer('You are not among the people who may use “review” here')
    expect(await member.typeAhead('status', 'case', '')).toEqual([])
    expect(product.fake.modals.get(IDS.member)).toBeUndefined()
    expect(await reviews(caseId)).toEqual([])
    const owner = product.person(IDS.owner)
    await owner.press(card, 'Looks fine')
    await owner.modal('Looks fine')
  })

  test('somebody who has not accepted the rules of the server may nothing, whatever their roles', async () => {
    const member = guild().members.get(IDS.manager)
    if (member) member.pending = true
    const manager = product.person(IDS.manager)
    await manager.type('list')
    await manager.answer('You are not among the people')
  })

  const between: readonly (readonly [string, () => Promise<void> | void])[] = [
    ['another person', () => setRules({ review: { people: [IDS.owner] } })],
    ['another channel', () => setRules({ review: { channels: ['1000000000000000099'] } })],
    ['another role', () => setRules({ review: { groups: [IDS.managers] } })],
    ['the role is taken away', () => void guild().members.get(IDS.reviewer)?.roles.pop()],
    ['they leave the server', () => void guild().members.delete(IDS.reviewer)],
  ]
  test.each(between)('it changes between two clicks: %s', async (_name, change) => {
    await setRules({ review: { groups: [IDS.reviewers] } })
    const { card, caseId } = await contradicted()
    const reviewer = product.person(IDS.reviewer)
    await reviewer.press(card, 'Looks fine')
    const modal = await reviewer.modal()
    await change()
    await reviewer.submit(modal, { reason: 'It was the VPN.' })
    await reviewer.answer('You are not among the people who may use “review” here')
    expect(await reviews(caseId)).toEqual([])
  })

  test('everybody in a named channel may, there and in its threads', async () => {
    await setRules({ verify: { channels: [IDS.channel] } })
    const bot = { view: true, send: true, attach: true, read: true }
    const elsewhere = '1000000000000000012'
    const thread = '1000000000000000013'
    const about = { guild: IDS.guild, recipient: null, bot }
    product.fake.channels.set(elsewhere, { ...about, type: 0, parent: null })
    product.fake.channels.set(thread, { ...about, type: 11, parent: IDS.channel })
    const stranger = product.person(IDS.member, elsewhere)
    await stranger.type('list')
    await stranger.answer('You are not among the people')
    for (const where of [IDS.channel, thread]) {
      const here = product.person(IDS.member, where)
      await here.type('list')
      await here.answer('No cases yet')
      product.fake.messages.length = 0
    }
  })

  test('four eyes: the person who asked cannot set a contradiction aside alone', async () => {
    await setRules({ fourEyes: true, review: { groups: [IDS.reviewers, IDS.managers] } })
    const { card, caseId } = await contradicted()
    const manager = product.person(IDS.manager)
    await manager.press(card, 'Looks fine')
    await manager.submit(await manager.modal(), { reason: 'I know her.' })
    await manager.answer('Here two people look at a contradiction')
    expect(await reviews(caseId)).toEqual([])
    const reviewer = product.person(IDS.reviewer)
    await reviewer.press(card, 'Looks fine')
    await reviewer.submit(await reviewer.modal(), { reason: 'I know her too.' })
    await until(async () => expect(await reviews(caseId)).toHaveLength(1))
  })

  test('admins change the rules by a form in parts, with people, channels and roles to choose from', async () => {
    const manager = product.person(IDS.manager)
    await manager.type('settings')
    const draft = await manager.answer('Who may do what')
    expect(wordsOf(draft)).toContain(
      'All three lists of a right left empty: only who may manage this server.',
    )
    const [, first = ''] = buttonsOf(draft)
    await manager.press(draft, first)
    const modal = await manager.modal('Who may do what')
    expect(inputsOf(modal).map(({ type }) => type)).toEqual([5, 8, 6, 5, 8])
    await manager.submit(modal, { 'verify-people': [IDS.member], 'verify-groups': [IDS.reviewers] })
    await until(() => expect(wordsOf(draft)).toContain(`<@${IDS.member}>`))
    expect(wordsOf(draft)).toContain(`<@&${IDS.reviewers}>`)
    await manager.press(draft, 'Save')
    await manager.answer('Saved')
    const member = product.person(IDS.member)
    await member.type('list')
    await member.answer('No cases yet')
    await member.type('settings')
    await member.answer('You are not among the people who may use “settings” here')
  })
})

describe('type-ahead', () => {
  test('thirty cases: the newest first, and each is found by its name', async () => {
    for (let i = 1; i <= 30; i++) {
      product.clock.at += MINUTE
      const name = `Candidate ${String(i).padStart(2, '0')}`
      const window = { startAt: product.clock.at + MINUTE, endAt: product.clock.at + 20 * MINUTE }
      await openCase(
        product.ports,
        { candidate: { name, email: `c${i}@example.com` }, window, opening: 'Backend engineer' },
        `s${i}`,
      )
    }
    const manager = product.person(IDS.manager)
    const all = await manager.typeAhead('status', 'case', '')
    expect(all).toHaveLength(25)
    expect(all[0]?.name).toMatch(/^Candidate 30, Backend engineer: open, /)
    const [oldest, ...others] = await manager.typeAhead('status', 'case', 'date 01')
    expect(others).toEqual([])
    expect(oldest?.name).toContain('Candidate 01')
    await manager.type('status', { case: oldest?.value ?? '' })
    await manager.answer('Waiting for Candidate 01')
    for (const { name, value } of all) {
      expect(name.length).toBeLessThanOrEqual(100)
      expect(value.length).toBeLessThanOrEqual(100)
    }
  })

  test('openings that are known, and the one that is typed', async () => {
    await openCase(product.ports, { opening: 'Backend engineer' })
    const manager = product.person(IDS.manager)
    expect(await manager.typeAhead('new', 'opening', 'back')).toEqual([
      { name: 'New: back', value: 'back' },
      { name: 'Backend engineer', value: 'Backend engineer' },
    ])
    expect(await product.person(IDS.member).typeAhead('new', 'opening', 'back')).toEqual([])
  })

  test('places and zones are for everybody', async () => {
    const member = product.person(IDS.member)
    expect((await member.typeAhead('new', 'place', 'kyiv'))[0]?.name).toContain('Kyiv')
    const zones = (await member.typeAhead('new', 'zone', 'new york')).map(({ value }) => value)
    expect(zones).toContain('America/New_York')
  })
})

describe('the form', () => {
  test('what a modal has no room for is shown first, so that nothing typed is lost', async () => {
    const manager = product.person(IDS.manager)
    await manager.type('new', {
      text: 'Jane Doe jane@example.com, Austin TX, tomorrow 3pm 45m, https://meet.example.com/x, +1 512 555 0100',
      zone: ZONE,
      opening: 'Backend engineer',
    })
    const draft = await manager.answer('Understood')
    for (const words of ['https://meet.example.com/x', '+1 512 555 0100', 'Backend engineer']) {
      expect(wordsOf(draft)).toContain(words)
    }
    await manager.press(draft, 'Make the link')
    await manager.answer('Send this link to Jane Doe')
    const [kase] = await cases()
    expect(kase).toMatchObject({
      opening: 'Backend engineer',
      claims: { phone: '+1 512 555 0100' },
    })
  })

  test('a time that is not understood is asked for again, with all else kept', async () => {
    const manager = product.person(IDS.manager)
    await manager.type('new', { text: 'Jane Doe jane@example.com, Austin TX' })
    await manager.submit(await manager.modal(), { start: 'when it suits', zone: ZONE })
    const draft = await manager.answer('“when it suits” is not a date and a time')
    expect(wordsOf(draft)).toContain('jane@example.com')
    await manager.press(draft, 'Make the link')
    await manager.answer('Is not a date and time')
    expect(await cases()).toEqual([])

    const [, first = ''] = buttonsOf(draft)
    await manager.press(draft, first)
    const again = await manager.modal()
    expect(inputsOf(again).map(({ value }) => value)).toEqual([
      'Jane Doe',
      'jane@example.com',
      'Austin, Texas, United States',
      'when it suits',
      ZONE,
    ])
    await manager.submit(again, { start: 'today 3pm, 30 min' })
    expect(wordsOf(draft)).toContain('15:00–15:30 CST')
    await manager.press(draft, 'Make the link')
    await manager.answer('Send this link to Jane Doe')
  })

  test('faults stand beside their fields; a place that may be several says which', async () => {
    const manager = product.person(IDS.manager)
    await manager.type('new', { text: JANE, zone: ZONE })
    await manager.submit(await manager.modal(), { email: 'no address', place: 'Springfield' })
    const draft = await manager.answer('Understood')
    await manager.press(draft, 'Make the link')
    await until(() => expect(wordsOf(draft)).toContain('⚠️ May mean several places'))
    expect(draft.embeds.flatMap((embed) => embed['fields'] ?? [])).toContainEqual({
      name: 'E-mail',
      value: expect.stringMatching(/^`no address`\n⚠️ /),
    })
    expect(await cases()).toEqual([])
  })

  test('the night when the clocks go back: which of the two is asked, and kept', async () => {
    product.clock.at = Date.parse('2027-11-06T12:00:00Z')
    const manager = product.person(IDS.manager)
    await manager.type('new', {
      text: 'Jane Doe jane@example.com, Austin TX, 7 Nov 2027 1:30am 45m',
      zone: ZONE,
    })
    await manager.submit(await manager.modal(), { start: '2027-11-07 01:30, 45 min' })
    const draft = await manager.answer('Which of the two')
    await manager.press(draft, 'Make the link')
    await manager.answer('which one?')
    const [, first = ''] = buttonsOf(draft)
    await manager.press(draft, first)
    await manager.submit(await manager.modal(), { occurrence: ['later'] })
    await manager.press(draft, 'Make the link')
    await manager.answer('Send this link to Jane Doe')
    const [kase] = await cases()
    const [round] = await product.store.transaction((tx) => tx.rounds.ofCase(kase?.id ?? ''))
    expect(round?.startAt).toBe(Date.parse('2027-11-07T07:30:00Z'))
  })

  test('the zone of the last round is offered for the next', async () => {
    await invite(product)
    const manager = product.person(IDS.manager)
    await manager.type('new')
    const zone = inputsOf(await manager.modal()).find(({ custom_id }) => custom_id === 'zone')
    expect(zone?.value).toBe(ZONE)
  })

  test('the process ends and another goes on: what stands in the message is enough', async () => {
    const manager = product.person(IDS.manager)
    await manager.type('new', { text: JANE, zone: ZONE })
    await manager.submit(await manager.modal())
    const draft = await manager.answer('Understood')
    const before = product.fake.messages
    await product.close()
    product = await openDiscordProduct()
    await product.connected()
    product.fake.messages.push(...before)
    const next = product.person(IDS.manager)
    await next.press(draft, 'Make the link')
    await next.answer('Send this link to Jane Doe')
  })

  test('a message can be made into a form from its menu', async () => {
    const manager = product.person(IDS.manager)
    await manager.menu('**Jane Doe** jane@example.com, Austin TX')
    const values = inputsOf(await manager.modal('Verify a candidate')).map(({ value }) => value)
    expect(values.slice(0, 3)).toEqual([
      'Jane Doe',
      'jane@example.com',
      'Austin, Texas, United States',
    ])
  })

  test('asking for another check leads from the reason to the window', async () => {
    const { card } = await contradicted()
    const manager = product.person(IDS.manager)
    await manager.press(card, 'Ask for another check')
    await manager.submit(await manager.modal(), { reason: 'One more look, without the VPN.' })
    const draft = await manager.answer('Another round')
    const [, first = ''] = buttonsOf(draft)
    await manager.press(draft, first)
    await manager.submit(await manager.modal('Another round'), { start: 'tomorrow 4pm, 30 min' })
    await manager.press(draft, 'Make the link')
    expect(tokenIn(await manager.answer('Send this link to Jane Doe'))).toHaveLength(43)
  })

  test('somebody else was quicker: it is said, the reason is kept, and sending again decides', async () => {
    await setRules({ review: { groups: [IDS.reviewers, IDS.managers] } })
    const { card, caseId } = await contradicted()
    const manager = product.person(IDS.manager)
    await manager.press(card, 'Escalate')
    const mine = await manager.modal()
    const reviewer = product.person(IDS.reviewer)
    await reviewer.press(card, 'Dismiss')
    await reviewer.submit(await reviewer.modal(), { reason: 'A holiday.' })
    const reason = `Still: ${'look at this `again`. '.repeat(100)}`.trim()
    await manager.submit(mine, { reason })
    const draft = await manager.answer('Rita Reviewer was quicker')
    await manager.press(draft, 'Escalate')
    await until(async () => expect(await reviews(caseId)).toHaveLength(2))
    expect((await reviews(caseId)).at(-1)).toMatchObject({ decision: 'escalate', reason })
  })

  test('a reason of 3,000 characters is kept and shown', async () => {
    const { card, caseId } = await contradicted()
    const reason = `${'The window showed another city. '.repeat(93)}${'x'.repeat(24)}`
    const manager = product.person(IDS.manager)
    await manager.press(card, 'Escalate')
    await manager.submit(await manager.modal(), { reason })
    await until(async () => expect(await reviews(caseId)).toMatchObject([{ reason }]))
    expect(await product.deliver()).toBe(0)
    expect(wordsOf(card)).toContain('x'.repeat(24))
    expect(errors()).toEqual([])
  })
})

describe('time', () => {
  /** The database answers so many times more and then waits. Out: ends that. */
  function slowAfter(times: number): () => void {
    const { store } = product
    const real = store.transaction.bind(store)
    let go = () => {}
    const wait = new Promise<void>((resolve) => {
      go = resolve
    })
    let calls = 0
    store.transaction = async (work) => {
      if (++calls > times) await wait
      return real(work)
    }
    return go
  }

  test.each([
    ['a card', 'list', {}, 'No cases yet'],
    ['a form, with its parts to open', 'new', { text: JANE, zone: ZONE }, 'Understood'],
  ])(
    'what takes long is acknowledged in time, and follows: %s',
    async (_name, command, options, words) => {
      await product.close()
      product = await openDiscordProduct({ overrides: { answerWithinMs: 30 } })
      await product.connected()
      const manager = product.person(IDS.manager)
      const go = slowAfter(1)
      expect(await manager.type(command, options)).toEqual({ type: 5, data: { flags: 64 } })
      expect(manager.own().map(wordsOf)).toEqual([''])
      go()
      await manager.answer(words)
    },
  )

  test('a submission that takes long: its message says how it ended', async () => {
    await product.close()
    product = await openDiscordProduct({ overrides: { answerWithinMs: 30 } })
    await product.connected()
    const manager = product.person(IDS.manager)
    await manager.type('new', { text: JANE, zone: ZONE })
    await manager.submit(await manager.modal())
    const draft = await manager.answer('Understood')
    // Its claim, and three looks at who may see the form.
    const go = slowAfter(4)
    expect((await manager.press(draft, 'Make the link'))['type']).toBe(6)
    go()
    await manager.answer('Send this link to Jane Doe')
  })

  test('taken up after more than three seconds: it is done, and the answer comes by direct message', async () => {
    const { payload } = product.fake.begin(
      IDS.manager,
      { guild: IDS.guild, channel: IDS.channel },
      2,
      { id: '1', name: 'verify', type: 1, options: [{ type: 1, name: 'list', options: [] }] },
      null,
    )
    product.clock.at += 20_000
    product.fake.gateway.send('INTERACTION_CREATE', payload)
    await until(() => {
      const [direct] = product.inChannel(directOf(IDS.manager))
      expect(wordsOf(direct)).toContain(
        'Discord no longer takes an answer there that only you would see',
      )
      expect(wordsOf(direct)).toContain('No cases yet')
    })
  })

  test('a form that comes too late is told, with what was typed', async () => {
    const options = [{ type: 3, name: 'text', value: JANE }]
    const { payload } = product.fake.begin(
      IDS.manager,
      { guild: IDS.guild, channel: IDS.channel },
      2,
      { id: '1', name: 'verify', type: 1, options: [{ type: 1, name: 'new', options }] },
      null,
    )
    product.clock.at += 20_000
    product.fake.gateway.send('INTERACTION_CREATE', payload)
    await until(() => {
      const [direct] = product.inChannel(directOf(IDS.manager))
      expect(wordsOf(direct)).toContain('can no longer show a form for it')
      expect(wordsOf(direct)).toContain(JANE)
    })
  })

  test('a one-time link that comes too late goes by direct message alone', async () => {
    const manager = product.person(IDS.manager)
    await manager.type('new', { text: JANE, zone: ZONE })
    await manager.submit(await manager.modal())
    const begun = manager.pressing(await manager.answer('Understood'), 'Make the link')
    product.clock.at += 20_000
    product.fake.gateway.send('INTERACTION_CREATE', begun.payload)
    await until(() => {
      const [direct] = product.inChannel(directOf(IDS.manager))
      expect(wordsOf(direct)).toContain('Send this link to Jane Doe')
    })
    expect(JSON.stringify(product.inChannel())).not.toContain('/i/')
  })

  test('somebody who takes no direct messages is called in the channel, without the answer', async () => {
    product.fake.closed.add(IDS.manager)
    const manager = product.person(IDS.manager)
    await manager.type('new', { text: JANE, zone: ZONE })
    await manager.submit(await manager.modal())
    const begun = manager.pressing(await manager.answer('Understood'), 'Make the link')
    product.clock.at += 20_000
    product.fake.gateway.send('INTERACTION_CREATE', begun.payload)
    await until(() => {
      const [told] = product.inChannel()
      expect(told).toMatchObject({ called: [IDS.manager], flags: 4, embeds: [] })
      expect(told?.content).toContain('Please ask again.')
    })
    expect(JSON.stringify(product.inChannel())).not.toContain('Jane')
  })

  test('older than fifteen minutes: nothing is done, and it is said kindly', async () => {
    const { card } = await inviteAndPost(product)
    const manager = product.person(IDS.manager)
    const begun = manager.pressing(card, 'Cancel')
    product.clock.at += 16 * MINUTE
    product.fake.gateway.send('INTERACTION_CREATE', begun.payload)
    await until(() => {
      const [direct] = product.inChannel(directOf(IDS.manager))
      expect(wordsOf(direct)).toContain(
        'Nothing was changed, because it may no longer be what you want',
      )
    })
    expect(await product.deliver()).toBe(0)
    expect(wordsOf(card)).toContain('Waiting for Jane Doe')
  })

  test('an answer of ours that got lost is given again, and counts once', async () => {
    product.fake.plan('POST /interactions/:id/:token/callback', { lost: true })
    const manager = product.person(IDS.manager)
    await manager.type('list')
    await manager.answer('No cases yet')
    await until(() => {
      const given = product.fake.calls.filter(({ route }) => route.endsWith('/callback'))
      expect(given).toHaveLength(2)
    })
    // What would follow a failure has its time.
    await manager.type('help')
    await manager.answer('What can be typed')
    expect(manager.own()).toHaveLength(2)
    expect(product.inChannel(directOf(IDS.manager))).toEqual([])
  })

  test('an answer that cannot be edited yet is edited a moment later', async () => {
    const manager = product.person(IDS.manager)
    const EDIT = 'PATCH /webhooks/:id/:token/messages/@original'
    product.fake.plan(EDIT, { code: 10015, status: 404 }, { code: 10008, status: 404 })
    const { token, caseId } = await openCase(product.ports)
    await beElsewhere(product, token)
    await manager.type('status', { case: caseId })
    const shown = await manager.answer('Contradicted: Jane Doe')
    expect(shown.attachments).toHaveLength(1)
    expect(product.inChannel(directOf(IDS.manager))).toEqual([])
  })

  test('pressed twice: one case, and the link is told once', async () => {
    const manager = product.person(IDS.manager)
    await manager.type('new', { text: JANE, zone: ZONE })
    await manager.submit(await manager.modal())
    const draft = await manager.answer('Understood')
    const [one, two] = [
      manager.pressing(draft, 'Make the link'),
      manager.pressing(draft, 'Make the link'),
    ]
    await Promise.all([product.wire.send(one), product.wire.send(two)])
    await manager.answer('Send this link')
    expect(await cases()).toHaveLength(1)
    expect(errors()).toEqual([])
  })
})

describe('when something breaks', () => {
  test('a failure of ours is told with a number, and nothing is lost of it in the log', async () => {
    const manager = product.person(IDS.manager)
    const { store } = product
    const real = store.transaction.bind(store)
    let calls = 0
    store.transaction = (work) =>
      ++calls > 2 ? Promise.reject(new Error('the disk is full')) : real(work)
    await manager.type('list')
    const told = await manager.answer('That went wrong on our side')
    store.transaction = real
    const number = /fault_\w+/.exec(wordsOf(told))?.[0]
    expect(errors()).toMatchObject([{ text: 'a command failed', data: { number } }])
  })

  test('in a direct message Discord is asked who it is; while it does not say, nobody may do anything', async () => {
    const bot = product.fake.channels.get(IDS.channel)?.bot
    await invite(product)
    if (bot) bot.send = false
    await product.deliver()
    const [direct] = product.inChannel(directOf(IDS.manager))
    if (direct === undefined) throw new Error('nothing came')
    const manager = product.person(IDS.manager)
    product.fake.plan('GET /guilds/:id/members/:id', { status: 500 })
    await manager.press(direct, 'Cancel')
    await manager.answer('Discord does not say who you are')
    // Somebody who left the server has no say any more.
    guild().members.delete(IDS.manager)
    await manager.press(direct, 'Cancel')
    await manager.answer('You are not among the people who may use “cancel” here')
    expect((await cases())[0]?.state).toBe('open')
  })
})
