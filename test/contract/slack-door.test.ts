/** How Slack reaches the product and the product Slack: signatures, sockets, installations, and Slack out of reach. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buttonsOf, until, wordsOf } from '../chat/slack/_person.ts'
import { openSlackProduct, type SlackProduct } from '../chat/slack/_product.ts'
import { beElsewhere, invite, inviteAndPost } from '../chat/slack/_invite.ts'
import { signSlack } from '../../src/chat/slack/guard.ts'

let product: SlackProduct
afterEach(() => product.close())

const FORM = 'application/x-www-form-urlencoded'
const SECRET = 'a signing secret of the tests'
const warnings = () => product.lines.filter(({ level }) => level === 'warn').map(({ text }) => text)
const connected = () => until(() => expect(product.slack.state()).toBe('connected'))
const callsOf = (method: string) => product.fake.calls.filter((call) => call.method === method)

describe('requests', () => {
  beforeEach(async () => {
    product = await openSlackProduct()
  })

  /** A command, with a signature made at another time or over another body. */
  async function signedAt(
    ms: number,
    part: { secret?: string; over?: string; body?: string } = {},
  ) {
    const body =
      part.body ??
      'command=%2Fverify&text=help&user_id=UMANAGER&channel_id=C1&trigger_id=1&team_id=T1'
    const timestamp = String(Math.floor((product.clock.at + ms) / 1000))
    const signature = signSlack(part.secret ?? SECRET, timestamp, Buffer.from(part.over ?? body))
    const headers = { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature }
    const { status } = await product.post(body, FORM, headers)
    return status
  }

  test.each([
    ['now', 0, 200],
    ['five minutes ago', -300_000, 200],
    ['longer ago', -302_000, 401],
    ['in five minutes', 300_000, 200],
    ['in more than that', 302_000, 401],
    ['in an hour', 3_600_000, 401],
  ])('signed %s', async (_name, ms, status) => {
    expect(await signedAt(ms)).toBe(status)
  })

  test('signed with another secret, or over another body', async () => {
    expect(await signedAt(0, { secret: 'another' })).toBe(401)
    expect(await signedAt(0, { over: 'command=%2Fverify&text=list' })).toBe(401)
    expect(callsOf('users.info')).toEqual([])
  })

  test('an unsigned ssl_check is no exception', async () => {
    const none = { 'x-slack-request-timestamp': '', 'x-slack-signature': '' }
    expect((await product.post('ssl_check=1&token=x', FORM, none)).status).toBe(401)
    expect(await signedAt(0, { body: 'ssl_check=1&token=x' })).toBe(200)
    expect(await signedAt(-400_000, { body: 'ssl_check=1&token=x' })).toBe(401)
  })

  test('the address is confirmed to Slack, signed', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc', token: 'x' })
    const response = await product.post(body, 'application/json')
    expect(await response.text()).toContain('abc')
  })

  test('what is signed is not counted against the limit; what is not, is', async () => {
    const statuses = new Set<number>()
    for (let i = 0; i < 30; i++) statuses.add(await signedAt(0))
    expect([...statuses]).toEqual([200])
    for (let i = 0; i < 30; i++) statuses.add(await signedAt(0, { secret: 'another' }))
    expect([...statuses]).toEqual([200, 401, 429])
  })

  test('a body of a megabyte is refused, and the next request is answered', async () => {
    expect(await signedAt(0, { body: `text=${'x'.repeat(1024 * 1024)}` })).toBe(413)
    expect(await signedAt(0)).toBe(200)
  })

  test('signed nonsense ends nothing', async () => {
    for (const body of ['payload=%7B', 'payload=null', 'payload=1', 'command=%2Fverify']) {
      expect(await signedAt(0, { body })).toBeLessThan(500)
    }
    for (const body of ['', 'null', '[', '1']) {
      expect((await product.post(body, 'application/json')).status).toBe(400)
    }
    expect(await signedAt(0)).toBe(200)
  })
})

describe('Slack out of reach', () => {
  test('at the start: the product runs, tries again, and works as soon as Slack answers', async () => {
    product = await openSlackProduct({ startDown: true })
    await until(() => expect(product.slack.state()).toMatch(/^not connected: /))
    await expect(
      product.slack.messenger.deliver({
        key: 'card:x',
        channel: '-/T1/C1',
        card: { tone: 'neutral', title: 'x', badges: [], sections: [], buttons: [] },
        ref: null,
        caseId: null,
        under: null,
        requester: null,
      }),
    ).rejects.toThrow()
    product.fake.setDown(false)
    await connected()
    await invite(product)
  })

  test('a token that Slack does not take: said in the log and the state, and tried again', async () => {
    product = await openSlackProduct({ config: { slackBotToken: 'xoxb-wrong' } })
    await until(() => expect(product.slack.state()).toBe('not connected: invalid_auth'))
    await until(() => expect(callsOf('auth.test').length).toBeGreaterThan(2))
    expect(warnings()).toContain('Slack cannot be reached; trying again')
    product.fake.tokens.set('xoxb-wrong', { team_id: 'T1', enterprise_id: null })
    await connected()
  })

  test.each([
    ['429', { retryAfter: 1 }],
    ['500', { status: 500 }],
    ['a refusal', { error: 'account_inactive' }],
    ['no answer', { hang: true as const }],
  ])('Socket Mode refused by %s at the start', async (_name, fault) => {
    const overrides = { timeoutMs: 400 }
    product = await openSlackProduct({ transport: 'socket', startDown: true, overrides })
    product.fake.plan('apps.connections.open', fault, fault)
    product.fake.setDown(false)
    await connected()
    await invite(product)
  })
})

describe('Socket Mode', () => {
  beforeEach(async () => {
    product = await openSlackProduct({ transport: 'socket' })
    await connected()
  })

  test('no address is served for it', () => {
    expect(product.slack.receivers).toEqual([])
  })

  test('Slack moves the connection: the next one follows within a second', async () => {
    const [before] = product.fake.sockets
    const at = performance.now()
    product.fake.disconnect()
    await until(() => {
      const [now] = product.fake.sockets
      expect(now).toBeDefined()
      expect(now).not.toBe(before)
    })
    expect(performance.now() - at).toBeLessThan(1_000)
    await connected()
    await invite(product)
  })

  test('a cut line, and Slack refusing to take us back for a while', async () => {
    product.fake.plan('apps.connections.open', { error: 'invalid_auth' }, { status: 500 })
    for (const socket of product.fake.sockets) socket.terminate()
    await until(() => expect(callsOf('apps.connections.open').length).toBeGreaterThan(3))
    await connected()
    await invite(product)
  })

  test('an envelope that comes twice is done once', async () => {
    const { card } = await inviteAndPost(product)
    const manager = product.person('UMANAGER')
    const before = manager.own().length
    const pressed = manager.pressPayload(card.blocks, 'New link', card)
    await Promise.all([
      product.wire.send('interactive', pressed),
      product.wire.send('interactive', pressed),
    ])
    await manager.type('help')
    await manager.answer('What can be typed')
    expect(manager.own()).toHaveLength(before + 2)
  })

  test('stops, and closes its socket', async () => {
    await product.slack.stop()
    await until(() => expect(product.fake.sockets.size).toBe(0))
    expect(product.slack.state()).toBe('stopped')
  })
})

describe('many workspaces', () => {
  const config = {
    slackBotToken: null,
    slackClientId: '1.2',
    slackClientSecret: 'a client secret',
    slackStateSecret: 'a state secret of the tests, long enough',
  }
  beforeEach(async () => {
    product = await openSlackProduct({ config })
    product.fake.users.set('UMANAGER2', {
      id: 'UMANAGER2',
      team_id: 'T2',
      real_name: 'Second',
      tz: 'UTC',
    })
    product.fake.channels.get('C1')?.members.add('UMANAGER2')
  })

  /** Walks through Slack's pages as an admin's browser does. */
  async function install(code = 'good') {
    const begun = await fetch(`${product.origin}/slack/install`, { redirect: 'manual' })
    expect(begun.status).toBe(302)
    const to = new URL(begun.headers.get('location') ?? '')
    const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? ''
    const back = `${product.origin}/slack/oauth_redirect?code=${code}&state=${to.searchParams.get('state') ?? ''}`
    return { to, done: await fetch(back, { headers: { cookie } }), back }
  }

  test('an admin installs the app; its token is kept encrypted, and works', async () => {
    const { to, done } = await install()
    expect(to.origin).toBe('https://slack.com')
    expect(to.searchParams.get('redirect_uri')).toBe(
      'https://verify.example.com/slack/oauth_redirect',
    )
    expect(to.searchParams.get('scope')).toContain('chat:write')
    expect(done.status).toBe(200)
    const manager = product.person('UMANAGER2', 'C1', { team: 'T2' })
    await invite(product, manager)
    expect(await product.deliver()).toBe(0)
    const posts = callsOf('chat.postMessage')
    expect(posts.at(-1)?.token).toMatch(/^xoxb-installed/)
    const kept = await product.store.transaction((tx) => tx.settings.get('slack-installation:-:T2'))
    expect(kept).toContain('xoxb-installed')
  })

  test('another browser cannot finish what one began; a wrong code installs nothing', async () => {
    const { back } = await install('bad')
    expect((await fetch(back)).status).toBe(400)
    const { done } = await install('bad')
    expect(done.status).toBe(400)
    expect(await done.text()).toContain('was not installed')
    const kept = await product.store.transaction((tx) => tx.settings.get('slack-installation:-:T2'))
    expect(kept).toBeUndefined()
  })

  test('a workspace without the app is told nothing', async () => {
    await product.person('UMANAGER', 'C1', { team: 'T1' }).type('list')
    expect(callsOf('users.info')).toEqual([])
    expect(callsOf('chat.postEphemeral')).toEqual([])
  })

  test.each([
    ['app_uninstalled', { type: 'app_uninstalled' }],
    ['tokens_revoked', { type: 'tokens_revoked', tokens: { bot: ['UBOT'] } }],
  ])(
    '%s in the middle of a round: the token goes, the card waits, and comes when it is back',
    async (_n, event) => {
      await install()
      const manager = product.person('UMANAGER2', 'C1', { team: 'T2' })
      const { token } = await invite(product, manager)
      await product.deliver()
      await manager.event(event)
      const read = () =>
        product.store.transaction((tx) => tx.settings.get('slack-installation:-:T2'))
      await until(async () => expect(await read()).toBeUndefined())
      const before = product.fake.calls.length
      await beElsewhere(product, token)
      expect(await product.deliver(20_000)).toBeGreaterThan(0)
      expect(product.fake.calls).toHaveLength(before)
      // Installed again: what is new comes at once, what waited at its next try, at most five minutes later.
      await install()
      await invite(product, product.person('UMANAGER2', 'C1', { team: 'T2' }))
      await product.deliver(2_000)
      expect(product.inChannel()).toHaveLength(2)
      expect(await product.deliver(400_000)).toBe(0)
      expect(wordsOf(product.inChannel()[0]?.blocks)).toContain('Contradicted: Jane Doe')
      expect(buttonsOf(product.inChannel()[0]?.blocks ?? [])).toContain('Report')
    },
  )

  test('tokens of people are not ours to lose', async () => {
    await install()
    const manager = product.person('UMANAGER2', 'C1', { team: 'T2' })
    await manager.event({ type: 'tokens_revoked', tokens: { oauth: ['U1'] } })
    await manager.type('list')
    await manager.answer('No cases yet')
  })

  test('an organisation: its token serves its workspaces, and one of them leaving takes it from none', async () => {
    product.fake.tokens.set('xoxb-org', { team_id: 'T5', enterprise_id: 'E1' })
    product.fake.users.set('UORG', {
      id: 'UORG',
      team_id: 'T6',
      real_name: 'Org',
      tz: 'UTC',
      enterprise_user: { enterprise_id: 'E1', teams: ['T5', 'T6'] },
    })
    product.fake.channels.get('C1')?.members.add('UORG')
    const installation = {
      team: undefined,
      enterprise: { id: 'E1' },
      isEnterpriseInstall: true,
      user: { id: 'UADMIN', token: undefined, scopes: undefined },
      bot: { token: 'xoxb-org', id: 'B1', userId: 'UBOT', scopes: [] },
      authVersion: 'v2',
    }
    await product.store.transaction((tx) =>
      tx.settings.set('slack-installation:E1:-', JSON.stringify(installation)),
    )
    const where = { team: 'T5', enterprise: 'E1' }
    const manager = product.person('UORG', 'C1', where)
    await invite(product, manager)
    expect(await product.deliver()).toBe(0)
    const [kase] = await product.store.transaction((tx) => tx.cases.list({ limit: 1 }))
    expect(kase?.channel).toBe('E1/T5/C1')
    await manager.event({ type: 'app_uninstalled' })
    const stranger = product.person('UMANAGER2', 'C1', where)
    await stranger.type('list')
    await stranger.answer('You are not among the people')
    await manager.type('list')
    await manager.answer('Recent cases')
  })
})
