/** Voice and stage channels as evidence of times: real discord.js, on a gateway that tells of everybody. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, describe, expect, test } from 'vitest'
import { closeRounds } from '../../src/usecases/close-rounds.ts'
import { exportCase } from '../../src/usecases/export-case.ts'
import { lookAtLink } from '../../src/usecases/links.ts'
import { forgetCase } from '../../src/usecases/manage-round.ts'
import { readRecorded } from '../../src/usecases/read-recorded.ts'
import { makeReportLink, readReport } from '../../src/usecases/read-report.ts'
import { draftCall, inCall, inviteToCall, linkTo, pressContinue } from '../chat/discord/_calls.ts'
import { buttonsOf, inputsOf, until, wordsOf } from '../chat/discord/_person.ts'
import { IDS, openDiscordProduct, type DiscordProduct } from '../chat/discord/_product.ts'

let product: DiscordProduct
let folder: string | undefined
afterEach(async () => {
  const logged = JSON.stringify(product.lines)
  await product.close()
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  folder = undefined
  // Nobody who is in a call is ever logged.
  for (const id of [IDS.candidate, IDS.member, IDS.voice]) expect(logged).not.toContain(id)
})

const admin = { platform: 'discord', id: IDS.owner, name: 'Olga' } as const

/** Jane is invited to the voice channel and has pressed Continue at 14:58; the server is heard. */
async function begun(setting: Parameters<typeof openDiscordProduct>[0] = {}) {
  product = await openDiscordProduct(setting)
  await product.connected()
  const invited = await inviteToCall(product)
  const call = inCall(product, invited.roundId)
  await call.heard()
  call.at(-2)
  await pressContinue(product, invited.token)
  await call.watch()
  return { ...invited, call }
}

/** Everything in the database, row by row. */
function rowsIn(path: string): string[] {
  const database = new Sqlite(path, { readonly: true })
  const tables = database
    .prepare<[], string>("select name from sqlite_master where type = 'table'")
    .pluck()
    .all()
  const rows = tables.flatMap((table) =>
    database
      .prepare(`select * from "${table}"`)
      .all()
      .map((row) => `${table} ${JSON.stringify(row)}`),
  )
  database.close()
  return rows.sort()
}

describe('the account of a candidate is named', () => {
  test('join and leave are on the card, in the report and in the export, with what is never told', async () => {
    product = await openDiscordProduct()
    await product.connected()
    const { token, card, caseId, roundId } = await inviteToCall(product)
    const call = inCall(product, roundId)
    expect(wordsOf(card)).toContain(
      'In the call (Discord)  noted once Continue is pressed; Discord shows no address of the call',
    )
    const look = { method: 'GET', userAgent: 'Firefox' } as const
    expect(await lookAtLink(product.ports, token, look)).toMatchObject({ callNoted: true })
    call.at(-2)
    const cookie = await pressContinue(product, token)
    await call.shows('not seen there yet; Discord shows no address of the call')
    call.at(1)
    await call.talk(IDS.voice)
    await call.kept(1)
    await call.shows('since 15:01; Discord shows no address of the call')
    call.at(42)
    await call.talk(null)
    await call.kept(2)
    await call.shows('15:01–15:42; Discord shows no address of the call')
    expect(await call.told()).toEqual([
      { min: 1, platform: 'discord', event: 'joined', exact: true },
      { min: 42, platform: 'discord', event: 'left', exact: true },
    ])

    // What the candidate sees of it, by its source.
    const { signals } = await readRecorded(product.ports, cookie)
    expect(signals.filter(({ source }) => source === 'platform')).toHaveLength(2)

    const report = (await makeReportLink(product.ports, admin, caseId)).split('/').at(-1) ?? ''
    expect((await readReport(product.ports, report)).rounds[0]?.call).toEqual([
      '15:01–15:42',
      'Never told by Discord: the address of the call, the device, round-trip times. These times weigh nothing for or against anyone.',
    ])
    expect((await exportCase(product.ports, report)).rounds[0]?.call).toEqual({
      platform: 'discord',
      meetingKey: `${IDS.guild}/${IDS.voice}`,
      participantKey: IDS.candidate,
      boundBy: 'named-account',
      missing: ['address', 'device', 'roundTrip'].map((field) => ({
        field,
        reason: 'platform-never',
      })),
    })
  })

  test('the call counts for how much of the window is covered, and weighs nothing', async () => {
    const { call, caseId } = await begun()
    call.at(0)
    await call.talk(IDS.voice)
    await call.kept(1)
    call.at(40)
    await call.talk(null)
    await call.kept(2)
    call.at(45)
    await closeRounds(product.ports)
    const { verdict, evidence } = await product.ports.store.transaction(async (tx) => {
      const [round] = await tx.rounds.ofCase(caseId)
      return (await tx.verdicts.latest(round?.id ?? '')) ?? { verdict: null, evidence: [] }
    })
    // The page did not answer for half of the window, the call did; a device key is another matter.
    expect(verdict?.axes.continuity.coverage.missing).toEqual([
      'no device key was seen from Continue to Join',
    ])
    expect(verdict?.axes.continuity.bans).toBe(0)
    expect(verdict?.asked).toEqual(['place'])
    expect(evidence.map(({ check }) => check)).toContain('session-coverage')
    for (const { axis, bans } of evidence) if (axis === 'continuity') expect(bans).toBe(0)
  })

  test('moved to another channel is left; muted or on camera is no news; a stage is a call too', async () => {
    product = await openDiscordProduct()
    await product.connected()
    const invited = await inviteToCall(product, {
      meetingUrl: linkTo(IDS.stage),
      member: IDS.candidate,
    })
    const call = inCall(product, invited.roundId)
    await call.heard()
    await pressContinue(product, invited.token)
    call.at(0)
    await call.talk(IDS.voice)
    await call.talk(IDS.stage)
    await call.kept(1)
    call.at(5)
    await call.talk(IDS.stage, IDS.candidate, { self_mute: true })
    call.at(6)
    await call.talk(IDS.stage, IDS.candidate, { self_video: true })
    call.at(10)
    await call.talk(IDS.otherVoice)
    await call.kept(2)
    expect(await call.told()).toMatchObject([
      { min: 0, event: 'joined' },
      { min: 10, event: 'left', exact: true },
    ])
  })

  test('before Continue nothing is kept; whoever was there already is found there, no earlier', async () => {
    product = await openDiscordProduct()
    await product.connected()
    const { token, roundId } = await inviteToCall(product)
    const call = inCall(product, roundId)
    await call.heard()
    call.at(-5)
    await call.talk(IDS.voice)
    await call.watch()
    expect(await call.told()).toEqual([])
    call.at(0)
    await pressContinue(product, token)
    await call.watch()
    expect(await call.told()).toMatchObject([{ min: 0, event: 'joined', exact: false }])
    await call.shows('since 15:00 or earlier')
    // Looked once, then listened.
    await call.watch()
    const looks = product.fake.calls.filter(({ route }) => route.includes('voice-states'))
    expect(looks).toHaveLength(1)
  })

  test('Discord does not say where somebody is: it is asked again', async () => {
    product = await openDiscordProduct()
    await product.connected()
    const { token, roundId } = await inviteToCall(product)
    const call = inCall(product, roundId)
    await call.heard()
    await call.talk(IDS.voice)
    call.at(1)
    await pressContinue(product, token)
    product.fake.plan('GET /guilds/:id/voice-states/:id', { status: 503 })
    await call.watch()
    expect(await call.told()).toEqual([])
    await call.watch()
    expect(await call.told()).toMatchObject([{ min: 1, event: 'joined', exact: false }])
  })

  test('hours too early and after the end nothing is kept', async () => {
    const { call } = await begun()
    call.at(-20)
    await call.talk(IDS.voice)
    call.at(45)
    await call.talk(null)
    await call.talk(IDS.voice)
    call.at(44)
    await call.talk(null)
    await call.talk(IDS.voice)
    await call.kept(1)
    expect(await call.told()).toMatchObject([{ min: 44, event: 'joined' }])
  })

  test('leaves the server in mid-round: that they are gone is known, and the round goes on', async () => {
    const { call, caseId } = await begun()
    call.at(1)
    await call.talk(IDS.voice)
    await call.kept(1)
    call.at(20)
    product.fake.guilds.get(IDS.guild)?.members.delete(IDS.candidate)
    await call.talk(null)
    await call.kept(2)
    await call.shows('15:01–15:20')
    call.at(45)
    await closeRounds(product.ports)
    const rounds = await product.ports.store.transaction((tx) => tx.rounds.ofCase(caseId))
    expect(rounds).toMatchObject([{ state: 'closed' }])
  })
})

describe('the line to Discord', () => {
  /** Jane joins at 15:01; the line is cut at 15:10, and Discord is away. */
  async function cutAtTen() {
    const all = await begun()
    const { call } = all
    call.at(1)
    await call.talk(IDS.voice)
    await call.kept(1)
    call.at(10)
    await call.watch()
    product.fake.setDown(true)
    await until(() => expect(product.discord.state()).toContain('trying again'))
    // While it is cut nobody can vouch for anything.
    call.at(11)
    expect(await call.watch()).toBe(0)
    call.at(12)
    return all
  }

  test('is cut and taken up again, with a leave in between: gone by then, known until before', async () => {
    const { call } = await cutAtTen()
    product.fake.talk(IDS.guild, IDS.candidate, null)
    product.fake.setDown(false)
    await product.connected()
    await call.kept(3)
    expect(product.fake.gateway.opened).toEqual(['identify', 'resume'])
    expect(await call.told()).toMatchObject([
      { min: 1, event: 'joined', exact: true },
      { min: 10, event: 'lost' },
      { min: 12, event: 'left', exact: false },
    ])
    await call.shows('15:01–15:10 or later, gone by 15:12')
    // From here on it is exact again.
    call.at(15)
    await call.talk(IDS.voice)
    await call.kept(4)
    expect((await call.told()).at(-1)).toMatchObject({ min: 15, event: 'joined', exact: true })
  })

  test('is taken up again without news: they were there all the while', async () => {
    const { call } = await cutAtTen()
    product.fake.setDown(false)
    await call.heard()
    call.at(30)
    await call.watch()
    await call.talk(null)
    await call.kept(2)
    await call.shows('15:01–15:30')
  })

  test.each([
    [
      'still there: seen again',
      IDS.voice,
      'joined',
      '15:01–15:10 or later, since 15:12 or earlier',
    ],
    ['gone meanwhile', null, 'left', '15:01–15:10 or later, gone by 15:12'],
  ])('begins anew, %s', async (_name, channel, event, words) => {
    const { call } = await cutAtTen()
    product.fake.gateway.setTakesUp(false)
    if (channel === null) product.fake.guilds.get(IDS.guild)?.voices.delete(IDS.candidate)
    product.fake.setDown(false)
    await call.kept(3)
    expect((await call.told()).slice(1)).toMatchObject([
      { min: 10, event: 'lost' },
      { min: 12, event, exact: false },
    ])
    await call.shows(words)
  })

  test('begins anew, and somebody joined meanwhile: seen there then, no earlier', async () => {
    const { call } = await begun()
    product.fake.setDown(true)
    await until(() => expect(product.discord.state()).toContain('trying again'))
    call.at(12)
    product.fake.gateway.setTakesUp(false)
    product.fake.guilds.get(IDS.guild)?.voices.set(IDS.candidate, IDS.voice)
    product.fake.setDown(false)
    await call.kept(1)
    expect(await call.told()).toMatchObject([{ min: 12, event: 'joined', exact: false }])
  })

  test('is down when the window ends: nobody stays in the call unseen', async () => {
    const { call, roundId } = await cutAtTen()
    call.at(45)
    await closeRounds(product.ports)
    expect((await call.told()).slice(1)).toMatchObject([{ min: 10, event: 'lost' }])
    const verdict = await product.ports.store.transaction((tx) => tx.verdicts.latest(roundId))
    expect(verdict?.verdict.axes.continuity.coverage.missing).toContain(
      'neither the page nor the call is known for half of the window',
    )
    product.fake.setDown(false)
  })

  test('two processes on one database hear of everything, and it is kept once', async () => {
    const { call } = await begun()
    const other = await product.another()
    await until(() => expect(other.calls[0]?.hears(IDS.guild)).toBe(true))
    call.at(1)
    await call.talk(IDS.voice)
    await call.kept(1)
    call.at(2)
    await call.talk(null)
    await call.kept(2)
    // What one of them missed, and hears of later without its times, the other heard exactly.
    call.at(3)
    product.fake.gateway.cutLast()
    await until(() => expect(other.state()).toContain('trying again'))
    call.at(4)
    product.fake.talk(IDS.guild, IDS.candidate, IDS.voice)
    product.fake.talk(IDS.guild, IDS.candidate, null)
    product.fake.talk(IDS.guild, IDS.candidate, IDS.voice)
    await call.kept(5)
    await until(() => expect(other.state()).toBe('connected'))
    expect(product.fake.gateway.opened).toEqual(['identify', 'identify', 'resume'])
    await product.person(IDS.owner).type('help')
    await other.stop()
    expect(await call.told()).toMatchObject(
      ['joined', 'left', 'joined', 'left', 'joined'].map((event) => ({ event, exact: true })),
    )
  })

  test('ends with the server: what follows is not heard', async () => {
    const { call } = await begun()
    product.fake.gateway.send('GUILD_DELETE', { id: IDS.guild, unavailable: true })
    await until(() => expect(product.discord.calls[0]?.hears(IDS.guild)).toBe(false))
    expect(await call.watch()).toBe(0)
  })
})

describe('everybody else', () => {
  test('leaves no trace in the database, and none in the log', async () => {
    folder = mkdtempSync(join(tmpdir(), 'discord-calls-'))
    const path = join(folder, 'data.sqlite')
    const { call } = await begun({ path })
    call.at(1)
    const before = rowsIn(path)
    for (const channel of [IDS.voice, IDS.otherVoice, null, IDS.voice]) {
      product.fake.talk(IDS.guild, IDS.member, channel)
      product.fake.talk(IDS.guild, IDS.reviewer, channel)
    }
    // Another server has a member of the same number only on paper; what it says is of nobody here.
    product.fake.gateway.send('VOICE_STATE_UPDATE', {
      guild_id: IDS.otherGuild,
      user_id: IDS.candidate,
      channel_id: IDS.voice,
    })
    product.fake.gateway.send('VOICE_STATE_UPDATE', { user_id: 'nobody' })
    product.fake.gateway.send('GUILD_CREATE', {
      id: IDS.guild,
      voice_states: [{ user_id: IDS.member, channel_id: IDS.voice }],
    })
    // All of it was heard once what follows it is answered.
    await product.person(IDS.owner).type('help')
    await product.discord.stop()
    const rest = (rows: string[]) =>
      rows
        .filter((row) => !row.startsWith('once {"key":"discord:interaction:'))
        .map((row) => row.replace(/"heard_at":\d+/, '"heard_at":0'))
    expect(rest(rowsIn(path))).toEqual(rest(before))
    expect(before.filter((row) => row.startsWith('calls '))).toHaveLength(1)
    // Of the one who was named, nothing can be read either.
    const all = rowsIn(path).join('\n')
    for (const id of [IDS.candidate, IDS.member, IDS.voice]) expect(all).not.toContain(id)
  })

  test('an erased case leaves nothing to find, and a further round carries the account over', async () => {
    const { call, caseId, roundId } = await begun()
    const manager = product.person(IDS.manager)
    await manager.type('recheck', { case: caseId })
    const modal = await manager.modal('Another round')
    const account = inputsOf(modal).find(({ custom_id }) => custom_id === 'member')
    expect(account).toMatchObject({ default_values: [{ id: IDS.candidate, type: 'user' }] })
    await manager.submit(modal, { start: 'tomorrow 3pm, 45 min' })
    await manager.press(await manager.answer('Understood'), 'Make the link')
    await manager.answer('Send this link')
    const calls = await product.ports.store.transaction(async (tx) => {
      const rounds = await tx.rounds.ofCase(caseId)
      return Promise.all(rounds.map(({ id }) => tx.calls.get(id)))
    })
    expect(calls).toMatchObject([
      { person: IDS.candidate, channel: IDS.voice },
      { person: IDS.candidate, channel: IDS.voice, heardAt: null },
    ])
    await forgetCase(product.ports, admin, caseId)
    call.at(1)
    await call.talk(IDS.voice)
    await product.discord.stop()
    const left = await product.ports.store.transaction(async (tx) => ({
      call: await tx.calls.get(roundId),
      found: await tx.calls.ofPerson('discord', IDS.guild, IDS.candidate),
      signals: await tx.signals.ofRound(roundId),
    }))
    expect(left).toEqual({ call: undefined, found: [], signals: [] })
  })
})

describe('the form of another round', () => {
  /** Another round is asked for, with this account. Out: what the record says then. */
  async function recheck(caseId: string, member: string) {
    const manager = product.person(IDS.manager)
    await manager.type('recheck', { case: caseId })
    const modal = await manager.modal('Another round')
    await manager.submit(modal, { start: 'tomorrow 3pm, 45 min', member })
    const draft = await manager.answer('Understood')
    return { manager, draft }
  }

  async function recordOf(caseId: string) {
    const { calls, audit } = await product.ports.store.transaction(async (tx) => {
      const rounds = await tx.rounds.ofCase(caseId)
      const found = await Promise.all(rounds.map(({ id }) => tx.calls.get(id)))
      return { calls: found, audit: await tx.audit.ofCase(caseId) }
    })
    const token = (await makeReportLink(product.ports, admin, caseId)).split('/').at(-1) ?? ''
    const report = await readReport(product.ports, token)
    return {
      persons: calls.map((call) => call?.person ?? null),
      audit: audit.map(({ event }) => event).filter((event) => event.startsWith('call-account')),
      detail: JSON.stringify(audit),
      report: report.rounds[0]?.call ?? null,
      exported: (await exportCase(product.ports, token)).rounds.map(
        ({ call }) => call?.participantKey ?? null,
      ),
    }
  }

  test('names another account: for that round alone, and the record says so', async () => {
    const { call, caseId } = await begun()
    const { manager, draft } = await recheck(caseId, IDS.member)
    await manager.press(draft, 'Make the link')
    await manager.answer('Send this link')
    const { persons, audit, detail, report, exported } = await recordOf(caseId)
    expect(persons).toEqual([IDS.candidate, IDS.member])
    expect([...exported].sort()).toEqual([IDS.member, IDS.candidate])
    expect(audit).toEqual(['call-account-changed'])
    expect(detail).not.toContain(IDS.member)
    expect(report?.[0]).toBe('For this round another account was named than for the one before.')
    // The round that goes on still means the first one.
    call.at(1)
    await call.talk(IDS.voice, IDS.member)
    expect(await call.told()).toEqual([])
    await call.talk(IDS.voice)
    await call.kept(1)
  })

  test('takes it away, and names one where there was none', async () => {
    const { caseId } = await begun()
    const first = await recheck(caseId, '')
    await first.manager.press(first.draft, 'Make the link')
    await first.manager.answer('Send this link')
    const without = await recordOf(caseId)
    expect(without).toMatchObject({
      persons: [IDS.candidate, null],
      audit: ['call-account-removed'],
    })
    expect(without.report?.slice(0, 2)).toEqual([
      'For this round no account is named; that of the one before was taken away.',
      expect.stringContaining('no account of the candidate was named'),
    ])
    const second = await recheck(caseId, IDS.candidate)
    await second.manager.press(second.draft, 'Make the link')
    await until(async () => {
      expect((await recordOf(caseId)).persons).toEqual([IDS.candidate, null, IDS.candidate])
    })
    const again = await recordOf(caseId)
    expect(again.audit).toEqual(['call-account-removed', 'call-account-named'])
    expect(again.report?.[0]).toBe(
      'For this round an account of theirs was named; for the one before there was none.',
    )
    await forgetCase(product.ports, admin, caseId)
    expect(await recordOf(caseId)).toMatchObject({ persons: [null, null, null], report: null })
  })

  test('a stranger is refused beside the account, and no round begins', async () => {
    const { caseId } = await begun()
    const { manager, draft } = await recheck(caseId, '1000000000000000199')
    await manager.press(draft, 'Make the link')
    await manager.answer(/is not a member of this server/i)
    expect((await recordOf(caseId)).persons).toEqual([IDS.candidate])
  })

  test('has no field where the meeting is elsewhere', async () => {
    product = await openDiscordProduct()
    await product.connected()
    const { caseId } = await inviteToCall(product, { meetingUrl: 'https://meet.example.com/jane' })
    const manager = product.person(IDS.manager)
    await manager.type('recheck', { case: caseId })
    const modal = await manager.modal('Another round')
    expect(inputsOf(modal).map(({ custom_id }) => custom_id)).not.toContain('member')
  })
})

describe('the form', () => {
  test.each([
    ['no link', { member: IDS.candidate }, /needs a meeting link to a voice or stage channel/i],
    [
      'another place',
      { member: IDS.candidate, meetingUrl: 'https://meet.example.com/jane' },
      /needs a meeting link to a voice or stage channel/i,
    ],
    [
      'another server',
      { member: IDS.candidate, meetingUrl: linkTo(IDS.voice, IDS.otherGuild) },
      /needs a meeting link to a voice or stage channel/i,
    ],
    [
      'a channel of text',
      { member: IDS.candidate, meetingUrl: linkTo(IDS.channel) },
      /no voice or stage channel that this app can see/i,
    ],
    [
      'a channel that is not there',
      { member: IDS.candidate, meetingUrl: linkTo('1000000000000000019') },
      /no voice or stage channel that this app can see/i,
    ],
    [
      'a stranger',
      { member: '1000000000000000199', meetingUrl: linkTo(IDS.voice) },
      /is not a member of this server/i,
    ],
  ])('says what does not fit: %s', async (_name, answers, words) => {
    product = await openDiscordProduct()
    await product.connected()
    const { manager, draft } = await draftCall(product, answers)
    await manager.press(draft, 'Make the link')
    await manager.answer(words)
    expect(await product.ports.store.transaction((tx) => tx.cases.list({ limit: 1 }))).toEqual([])
  })

  test('Discord does not answer: it says so, and nothing is opened', async () => {
    product = await openDiscordProduct()
    await product.connected()
    const answers = { member: IDS.candidate, meetingUrl: linkTo(IDS.voice) }
    const { manager, draft } = await draftCall(product, answers)
    product.fake.plan('GET /channels/:id', { status: 503 })
    await manager.press(draft, 'Make the link')
    await manager.answer(/Discord does not answer/)
    await manager.press(await manager.answer(/Discord does not answer/), 'Make the link')
    await manager.answer('Send this link to Jane Doe')
  })

  test('a link without an account: the card says that nobody was named', async () => {
    product = await openDiscordProduct()
    await product.connected()
    const { card } = await inviteToCall(product, { meetingUrl: linkTo(IDS.voice) })
    expect(wordsOf(card)).toContain('not noted: no account of the candidate was named')
  })

  test('any other meeting: the card says nothing of it', async () => {
    product = await openDiscordProduct()
    await product.connected()
    const { card } = await inviteToCall(product, { meetingUrl: 'https://meet.example.com/jane' })
    expect(wordsOf(card)).not.toContain('In the call')
  })

  test('over HTTP there is no gateway: the form and the card say so', async () => {
    product = await openDiscordProduct({ transport: 'http' })
    product.ports.settings.calls = { discord: 'unheard' }
    await product.connected()
    expect(product.discord.calls).toEqual([])
    const { card, token } = await inviteToCall(product, {
      meetingUrl: linkTo(IDS.voice),
      member: IDS.candidate,
    })
    expect(wordsOf(card)).toContain('not noted: this server is called over HTTP')
    const look = { method: 'GET', userAgent: 'Firefox' } as const
    expect(await lookAtLink(product.ports, token, look)).toMatchObject({ callNoted: false })
    const manager = product.person(IDS.manager)
    await manager.type('new', { text: 'Jo Roe jo@example.com, Austin TX, today 4pm' })
    await manager.submit(await manager.modal())
    const draft = await manager.answer('Understood')
    expect(wordsOf(draft)).not.toContain('Their account in this server')
    await manager.press(draft, buttonsOf(draft)[2] ?? '')
    const modal = await manager.modal()
    expect(inputsOf(modal)[0]?.description).toContain('Over HTTP')
  })

  test('switched off, Discord is not even asked who is in a call', async () => {
    product = await openDiscordProduct({ config: { discordCallTimes: false } })
    product.ports.settings.calls = { discord: 'off' }
    await product.connected()
    expect(product.discord.calls).toEqual([])
    expect(product.fake.gateway.intents()).toEqual([1])
    const { card } = await inviteToCall(product, { meetingUrl: linkTo(IDS.voice) })
    expect(wordsOf(card)).toContain('it is switched off (DISCORD_CALL_TIMES)')
  })
})
