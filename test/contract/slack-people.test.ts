/** What people may do in Slack, and what they see when it does not work. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AccessRules } from '../../src/core/access.ts'
import { accessRulesSchema } from '../../src/core/access.ts'
import { writeAccess } from '../../src/usecases/access.ts'
import { beElsewhere, invite, inviteAndPost } from '../chat/slack/_invite.ts'
import { buttonsOf, until, wordsOf } from '../chat/slack/_person.ts'
import type { SlackOverrides } from '../../src/chat/slack.ts'
import { openSlackProduct, type SlackProduct } from '../chat/slack/_product.ts'
import { MINUTE, NOW } from '../usecases/_product.ts'

let product: SlackProduct
beforeEach(async () => {
  product = await openSlackProduct()
})
afterEach(() => product.close())

const START = (NOW + 10 * MINUTE) / 1000
const admin = { platform: 'slack', id: 'UADMIN', name: 'Admin' } as const
const setRules = (part: Partial<Record<keyof AccessRules, unknown>>) =>
  writeAccess(product.ports, admin, 'slack:T1', accessRulesSchema.parse(part))
const reviews = (caseId: string) => product.store.transaction((tx) => tx.reviews.ofCase(caseId))
const cases = () => product.store.transaction((tx) => tx.cases.list({ limit: 10 }))
const callsOf = (method: string) => product.fake.calls.filter((call) => call.method === method)

/** A contradicted case of the manager's, its card in the channel. */
async function contradicted() {
  const invited = await inviteAndPost(product)
  await beElsewhere(product, invited.token)
  await product.deliver()
  return invited
}

describe('who may do what', () => {
  test.each([
    ['a stranger from Slack Connect', 'USTRANGER'],
    ['a guest', 'UGUEST'],
    ['somebody Slack does not show', 'UNOBODY'],
  ])('%s is refused, by command and by button', async (_name, user) => {
    const { card, caseId } = await contradicted()
    product.fake.channels.get('C1')?.members.add(user)
    const visitor = product.person(user)
    await visitor.type('Jane Doe jane@example.com, Austin TX')
    await visitor.answer('You are not among the people who may use “verify” here')
    await visitor.press(card, 'Looks fine')
    await visitor.answer('You are not among the people who may use “review” here')
    expect(visitor.views()).toEqual([])
    expect(await reviews(caseId)).toEqual([])
  })

  test('a guest is refused although a form of theirs is still open', async () => {
    const manager = product.person('UMANAGER')
    await manager.type('Jane Doe jane@example.com, Austin TX')
    const form = await manager.form()
    Object.assign(product.fake.users.get('UMANAGER') ?? {}, { is_restricted: true })
    product.clock.at += 61_000
    await manager.submit(form, { start: START })
    await manager.answer('You are not among the people')
    expect(await cases()).toEqual([])
  })

  test('whoever is let in is not kept out by what was known a while ago', async () => {
    Object.assign(product.fake.users.get('UOTHER') ?? {}, { is_restricted: true })
    const other = product.person('UOTHER')
    await other.type('list')
    await other.answer('You are not among the people')
    Object.assign(product.fake.users.get('UOTHER') ?? {}, { is_restricted: false })
    await other.type('list')
    await other.answer('No cases yet')
  })

  test('Slack does not say who it is: nobody may do anything', async () => {
    product.fake.plan('users.info', { status: 500 }, { status: 500 })
    const manager = product.person('UMANAGER')
    await manager.type('list')
    await manager.answer('Slack does not say who you are')
  })

  const between: readonly (readonly [string, () => Promise<void>])[] = [
    ['a person', () => setRules({ review: { people: ['UMANAGER'] } })],
    ['a channel', () => setRules({ review: { channels: ['C9'] } })],
    ['a group that they are not in', () => setRules({ review: { groups: ['S1'] } })],
    ['a group that Slack does not know', () => setRules({ review: { groups: ['S9'] } })],
  ]
  test.each(between)('the rule changes between two clicks: %s', async (_name, change) => {
    product.fake.groups.set('S1', ['UMANAGER'])
    const { card, caseId } = await contradicted()
    const other = product.person('UOTHER')
    await other.press(card, 'Looks fine')
    const form = await other.form()
    await change()
    await other.submit(form, { reason: 'It was the VPN.' })
    await other.answer('You are not among the people who may use “review” here')
    expect(await reviews(caseId)).toEqual([])
  })

  test('members of a named group may, from the click after they join it', async () => {
    product.fake.groups.set('S1', ['UMANAGER'])
    await setRules({ review: { groups: ['S1'] } })
    const { card } = await contradicted()
    const other = product.person('UOTHER')
    await other.press(card, 'Looks fine')
    await other.answer('You are not among the people')
    product.fake.groups.set('S1', ['UMANAGER', 'UOTHER'])
    await other.press(card, 'Looks fine')
    await other.form()
  })

  test('everybody in a named channel may, there', async () => {
    await setRules({ verify: { channels: ['C1'] } })
    product.fake.channels.set('C2', {
      members: new Set(['UOTHER']),
      hasBot: true,
      isArchived: false,
      isPublic: true,
    })
    const elsewhere = product.person('UOTHER', 'C2')
    await elsewhere.type('list')
    await elsewhere.answer('You are not among the people')
    const here = product.person('UOTHER')
    await here.type('list')
    await here.answer('No cases yet')
  })

  test('four eyes: the person who asked cannot set a contradiction aside alone', async () => {
    await setRules({ fourEyes: true })
    const { card, caseId } = await contradicted()
    const manager = product.person('UMANAGER')
    await manager.press(card, 'Looks fine')
    await manager.submit(await manager.form(), { reason: 'I know her.' })
    await manager.answer('Here two people look at a contradiction')
    expect(await reviews(caseId)).toEqual([])
    const other = product.person('UOTHER')
    await other.press(card, 'Looks fine')
    await other.submit(await other.form(), { reason: 'I know her too.' })
    await until(async () => expect(await reviews(caseId)).toHaveLength(1))
  })

  test('admins of the workspace change the rules by a form; others do not', async () => {
    const member = product.person('UOTHER')
    await member.type('settings')
    await member.answer('You are not among the people who may use “settings” here')
    const person = product.person('UADMIN')
    await person.type('settings')
    await person.submit(await person.form(), { 'verify-people': 'UMANAGER', fourEyes: true })
    await person.answer('Saved')
    await member.type('Jane')
    await member.answer('You are not among the people who may use “verify” here')
  })
})

test('admins by the operator’s word', async () => {
  await product.close()
  product = await openSlackProduct({ config: { slackAdmins: ['UOTHER'] } })
  const other = product.person('UOTHER')
  await other.type('settings')
  await other.form()
})

describe('modals', () => {
  /** Slack takes its time to say who somebody is. Out: ends that. */
  async function slow(overrides: SlackOverrides) {
    await product.close()
    product = await openSlackProduct({ overrides })
    return () => {
      let go = () => {}
      const after = new Promise<void>((resolve) => {
        go = resolve
      })
      product.fake.plan('users.info', { after })
      return go
    }
  }
  const said = (user: string) =>
    product
      .person(user)
      .views()
      .map(({ view }) => wordsOf(view['blocks']))

  test('a command that takes long: the modal opens at once, and the form follows into it', async () => {
    const delay = await slow({ loadingAfterMs: 20 })
    const manager = product.person('UMANAGER')
    const go = delay()
    await manager.type('Jane Doe jane@example.com')
    await until(() => expect(said('UMANAGER')).toEqual(['The form is being prepared.']))
    go()
    const form = await manager.form()
    expect(callsOf('views.open')).toHaveLength(1)
    expect(JSON.stringify(form.view)).toContain('jane@example.com')
  })

  test('a command that takes long and has no form: the modal says where the answer is', async () => {
    const delay = await slow({ loadingAfterMs: 20 })
    const manager = product.person('UMANAGER')
    const go = delay()
    await manager.type('list')
    await until(() => expect(manager.views()).toHaveLength(1))
    go()
    await manager.answer('No cases yet')
    const where = 'The answer is in the channel. Only you see it.'
    await until(() => expect(said('UMANAGER')).toEqual([where]))
  })

  test('the modal was closed in the meantime: nothing else happens', async () => {
    const delay = await slow({ loadingAfterMs: 20 })
    const manager = product.person('UMANAGER')
    const go = delay()
    await manager.type('Jane Doe')
    await until(() => expect(manager.views()).toHaveLength(1))
    product.fake.views.clear()
    go()
    await until(() => expect(callsOf('views.update')).toHaveLength(1))
    expect(manager.own()).toEqual([])
    expect(product.lines.filter(({ level }) => level === 'error')).toEqual([])
  })

  test('an expired trigger: the person is told, and one click brings the filled form', async () => {
    const manager = product.person('UMANAGER')
    const trigger = product.fake.makeTrigger('UMANAGER')
    product.clock.at += 4_000
    await manager.type('Jane Doe jane@example.com', { trigger_id: trigger })
    const told = await manager.answer('The form came too late for Slack')
    expect(manager.views()).toEqual([])
    await manager.press(told, 'Open the form')
    expect(JSON.stringify((await manager.form()).view)).toContain('jane@example.com')
  })

  test('an expired trigger of a button: the person presses it again', async () => {
    const { card } = await contradicted()
    const other = product.person('UOTHER')
    const trigger = product.fake.makeTrigger('UOTHER')
    product.clock.at += 4_000
    const pressed = other.pressPayload(card.blocks, 'Looks fine', card)
    await product.wire.send('interactive', { ...pressed, trigger_id: trigger })
    await other.answer('Press the button again')
  })

  test.each([
    ['that is in order', START, 'You can close this.', 1],
    ['with faults', START - 86_400, 'begin again', 0],
  ])(
    'a submission %s that takes long: its modal says how it ended',
    async (_name, start, words, count) => {
      const delay = await slow({ answerWithinMs: 20 })
      const manager = product.person('UMANAGER')
      await manager.type('Jane Doe jane@example.com, Austin TX')
      const form = await manager.form()
      product.clock.at += 61_000
      const go = delay()
      const answer = await manager.submit(form, { start })
      expect(answer?.response_action).toBe('update')
      expect(said('UMANAGER')).toEqual(['This takes longer than usual. Leave it open.'])
      go()
      await until(() => expect(said('UMANAGER').join()).toContain(words))
      expect(await cases()).toHaveLength(count)
      if (count > 0) await manager.answer('Send this link to Jane Doe')
    },
  )

  test('a reason of 3,000 characters is kept and shown', async () => {
    const { card, caseId } = await contradicted()
    const reason = `${'The window showed another city. '.repeat(93)}${'x'.repeat(24)}`
    expect(reason).toHaveLength(3_000)
    const other = product.person('UOTHER')
    await other.press(card, 'Escalate')
    expect(await other.submit(await other.form(), { reason })).toBeUndefined()
    await until(async () => expect(await reviews(caseId)).toMatchObject([{ reason }]))
    expect(await product.deliver()).toBe(0)
    expect(wordsOf(card.blocks).replaceAll('\n', '')).toContain('x'.repeat(24))
    expect(product.lines.filter(({ level }) => level === 'error')).toEqual([])
  })

  test('asking for another check leads from the reason to the window, in one modal', async () => {
    const { card } = await contradicted()
    const manager = product.person('UMANAGER')
    await manager.press(card, 'Ask for another check')
    const form = await manager.form()
    const id = form.id
    const next = await manager.submit(form, { reason: 'One more look, without the VPN.' })
    expect(next?.response_action).toBe('update')
    expect(form.id).toBe(id)
    await manager.submit(form, { start: START + 3600 })
    await manager.answer('Send this link to Jane Doe')
    const rounds = await product.store.transaction(async (tx) => {
      const [kase] = await tx.cases.list({ limit: 1 })
      return tx.rounds.ofCase(kase?.id ?? '')
    })
    expect(rounds).toHaveLength(2)
  })

  test('openings are offered to those who may verify, and nobody else', async () => {
    const manager = product.person('UMANAGER')
    await manager.type('Jane Doe jane@example.com, Austin TX')
    const form = await manager.form()
    await manager.submit(form, { start: START, opening: 'Backend engineer' })
    await manager.answer('Send this link')
    await manager.type('Bob Roe bob@example.com, Austin TX')
    const second = await manager.form()
    expect(await manager.suggest(second, 'opening', 'back')).toEqual(['back', 'Backend engineer'])
    expect(await product.person('UGUEST').suggest(second, 'opening', 'back')).toEqual(['back'])
  })
})

describe('what Slack sends twice', () => {
  test('a submission: one case, and the link is told once', async () => {
    const manager = product.person('UMANAGER')
    await manager.type('Jane Doe jane@example.com, Austin TX')
    const payload = manager.submitPayload(await manager.form(), { start: START })
    // The second comes while the first is worked on.
    product.clock.at += 61_000
    const asked = callsOf('users.info').length
    let go = () => {}
    const after = new Promise<void>((resolve) => {
      go = resolve
    })
    product.fake.plan('users.info', { after })
    const first = product.wire.send('interactive', payload)
    await until(() => expect(callsOf('users.info')).toHaveLength(asked + 1))
    const second = product.wire.send('interactive', payload)
    await new Promise((resolve) => setTimeout(resolve, 50))
    go()
    const answers = await Promise.all([first, second])
    expect(answers).toEqual([undefined, undefined])
    await product.wire.send('interactive', payload)
    await manager.answer('Send this link')
    await manager.type('help')
    await manager.answer('What can be typed')
    expect(await cases()).toHaveLength(1)
    expect(manager.own()).toHaveLength(2)
    expect(product.lines.filter(({ level }) => level === 'error')).toEqual([])
  })

  test('a submission again by hand, because our answer was lost', async () => {
    const manager = product.person('UMANAGER')
    await manager.type('Jane Doe jane@example.com, Austin TX')
    const form = await manager.form()
    await product.wire.send('interactive', manager.submitPayload(form, { start: START }))
    await manager.submit(form, { start: START })
    expect(await cases()).toHaveLength(1)
  })

  test('faults do not use a submission up', async () => {
    const manager = product.person('UMANAGER')
    await manager.type('Jane Doe jane@example.com, Austin TX')
    const form = await manager.form()
    expect((await manager.submit(form, { start: START - 86_400 }))?.response_action).toBe('errors')
    expect(await manager.submit(form, { start: START })).toBeUndefined()
    expect(await cases()).toHaveLength(1)
  })

  test('a click: one answer', async () => {
    const { card } = await inviteAndPost(product)
    const manager = product.person('UMANAGER')
    const before = manager.own().length
    const pressed = manager.pressPayload(card.blocks, 'New link', card)
    await product.wire.send('interactive', pressed)
    await until(() => expect(manager.own()).toHaveLength(before + 1))
    await product.wire.send('interactive', pressed)
    await product.person('UMANAGER').type('help')
    await manager.answer('What can be typed')
    expect(manager.own()).toHaveLength(before + 2)
  })

  test('two clicks are two clicks', async () => {
    const { card } = await inviteAndPost(product)
    const manager = product.person('UMANAGER')
    const before = manager.own().length
    await manager.press(card, 'New link')
    await manager.press(card, 'New link')
    await until(() => expect(manager.own()).toHaveLength(before + 2))
  })
})

describe('private answers', () => {
  test('in a channel where Slack does not let us: by direct message', async () => {
    product.fake.plan('chat.postEphemeral', { error: 'user_not_in_channel' })
    const { told } = await invite(product)
    expect(told.channel).toBe('DUMANAGER')
    expect(product.inChannel()).toEqual([])
  })

  test('a command in a direct message with the bot is answered there', async () => {
    product.fake.channels.set('DUMANAGER', {
      members: new Set(['UMANAGER']),
      hasBot: true,
      isArchived: false,
      isPublic: false,
    })
    const { told } = await invite(product, product.person('UMANAGER', 'DUMANAGER'))
    expect(told).toMatchObject({ channel: 'DUMANAGER', only: null })
    expect(await product.deliver()).toBe(0)
    const cards = product.inChannel('DUMANAGER').filter(({ metadata }) => metadata)
    expect(cards).toHaveLength(1)
  })

  test('an unexpected failure has a number, and tells nothing else', async () => {
    const { lookups } = product.ports
    product.ports.lookups = {
      ...lookups,
      when: { ...lookups.when, parse: () => Promise.reject(new Error('secret detail')) },
    }
    const manager = product.person('UMANAGER')
    await manager.type('Jane Doe jane@example.com, tomorrow 3pm')
    const told = wordsOf((await manager.answer('That went wrong on our side')).blocks)
    expect(told).not.toContain('secret detail')
    const number = /fault_\w+/.exec(told)?.[0]
    const line = product.lines.find(({ text }) => text === 'a command failed')
    expect(line?.data).toMatchObject({ number })
  })
})

describe('the shortcut on a message', () => {
  test('reads the message as what is typed after /verify', async () => {
    const manager = product.person('UMANAGER')
    await manager.shortcut(
      'Jane Doe &lt;<mailto:jane@example.com|jane@example.com>&gt;, Austin TX <https://meet.example.com/x>',
    )
    const form = JSON.stringify((await manager.form()).view)
    expect(form).toContain('"jane@example.com"')
    expect(form).toContain('https://meet.example.com/x')
  })

  test('never takes the words of a message for a command', async () => {
    const { caseId } = await inviteAndPost(product)
    const manager = product.person('UMANAGER')
    await manager.shortcut(`cancel ${caseId}`)
    await manager.form()
    expect(await cases()).toMatchObject([{ state: 'open' }])
    const trigger = product.fake.makeTrigger('UMANAGER')
    product.clock.at += 4_000
    await product.wire.send('interactive', {
      type: 'message_action',
      token: 'unused',
      api_app_id: 'A1',
      team: { id: 'T1', domain: 'acme' },
      user: { id: 'UMANAGER', team_id: 'T1' },
      callback_id: 'verify_message',
      trigger_id: trigger,
      channel: { id: 'C1' },
      message: { text: `cancel ${caseId}` },
      is_enterprise_install: false,
    })
    await manager.press(await manager.answer('too late for Slack'), 'Open the form')
    await until(() => expect(manager.views()).toHaveLength(2))
    expect(await cases()).toMatchObject([{ state: 'open' }])
  })
})

describe('the App Home', () => {
  test('shows a person their own cases, and what they may change', async () => {
    await contradicted()
    await product.person('UMANAGER').openHome()
    await until(() =>
      expect(wordsOf(product.fake.homes.get('UMANAGER'))).toContain('Contradicted: Jane Doe'),
    )
    await product.person('UOTHER').openHome()
    await until(() => expect(product.fake.homes.has('UOTHER')).toBe(true))
    expect(wordsOf(product.fake.homes.get('UOTHER'))).not.toContain('Jane Doe')
    await product.person('UADMIN').openHome()
    await until(() => expect(product.fake.homes.has('UADMIN')).toBe(true))
    const blocks = (product.fake.homes.get('UADMIN')?.['blocks'] ?? []) as never[]
    expect(buttonsOf(blocks)).toContain('Change settings')
  })

  test('its button opens the form; the card then comes by direct message', async () => {
    const manager = product.person('UMANAGER', null)
    await manager.openHome()
    await until(() => expect(product.fake.homes.has('UMANAGER')).toBe(true))
    await manager.pressHome('Verify a candidate')
    const form = await manager.form()
    const said = { name: 'Jane Doe', email: 'jane@example.com', place: 'Austin, Texas' }
    await manager.submit(form, { ...said, start: START })
    await manager.answer('Send this link to Jane Doe')
    expect(await product.deliver()).toBe(0)
    const cards = product.inChannel('DUMANAGER').filter(({ metadata }) => metadata)
    expect(wordsOf(cards.map(({ blocks }) => blocks))).toContain('Waiting for Jane Doe')
  })

  test('a guest sees no case', async () => {
    await product.person('UGUEST').openHome()
    await until(() => expect(product.fake.homes.has('UGUEST')).toBe(true))
    expect(wordsOf(product.fake.homes.get('UGUEST'))).not.toContain('Jane')
  })
})
