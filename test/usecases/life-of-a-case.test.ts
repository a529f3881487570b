/** The life of a case on a real database: from the form to a person's decision, by the clock of the test. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { roundCard } from '../../src/core/round-card.ts'
import { NOTHING_DECLARED } from '../../src/core/claim.ts'
import type { Signal } from '../../src/core/signals.ts'
import { createConsole } from '../../src/chat/console.ts'
import { OPEN_RULES } from '../../src/core/access.ts'
import { writeAccess } from '../../src/usecases/access.ts'
import { exportCase } from '../../src/usecases/export-case.ts'
import { listOpenings } from '../../src/usecases/list-openings.ts'
import { makeReportLink, readReport } from '../../src/usecases/read-report.ts'
import { askAsSession } from '../../src/usecases/ask-manager.ts'
import { beginSession } from '../../src/usecases/begin-session.ts'
import { closeRounds, judgeWaitingRounds } from '../../src/usecases/close-rounds.ts'
import { DeliveryError, deliverOutbox } from '../../src/usecases/deliver.ts'
import { joinInterview } from '../../src/usecases/join-interview.ts'
import { lookAtLink } from '../../src/usecases/links.ts'
import { cancelRound, forgetCase, resendLink, startRound } from '../../src/usecases/manage-round.ts'
import { purge } from '../../src/usecases/purge.ts'
import { readCase } from '../../src/usecases/read-case.ts'
import { recordSignals } from '../../src/usecases/record-signals.ts'
import { reviewRound } from '../../src/usecases/review-round.ts'
import { viewRound } from '../../src/usecases/view-round.ts'
import { caseInput, manager, MINUTE, NOW, open, openProduct, seen } from './_product.ts'

let product: Awaited<ReturnType<typeof openProduct>>
beforeEach(async () => {
  product = await openProduct()
})
afterEach(() => product.close())

/** What an honest page and our server read. */
function readings(zone = 'America/Chicago', minMs = 130): Signal[] {
  const at = product.clock.at
  const vantage = product.ports.settings.vantage
  return [
    { name: 'browserZone', at, source: 'page', value: zone },
    { name: 'webdriver', at, source: 'page', value: false },
    {
      name: 'echoes',
      at,
      source: 'server',
      value: { vantage, minMs, medianMs: minMs, p90Ms: minMs, jitterMs: 1, count: 10 },
    },
  ]
}

async function begun() {
  const opened = await open(product.ports)
  const { cookie } = await beginSession(product.ports, opened.token, NOTHING_DECLARED, seen())
  return { ...opened, cookie }
}

const card = (roundId: string) =>
  product.store.transaction(async (tx) => roundCard(await viewRound(tx, roundId)))

describe('opening', () => {
  test('every fault is named at once, and nothing is kept', async () => {
    const input = caseInput({
      candidate: { name: '', email: 'jane', phone: 'x'.repeat(50) },
      claimedPlace: 'Qwertyville',
      window: { startAt: NOW - 2 * MINUTE, endAt: NOW - 3 * MINUTE },
      zone: 'Mars/Olympus',
      meetingUrl: 'javascript:alert(1)',
    })
    const error = await open(product.ports, input).catch((e: unknown) => e)
    expect(error).toMatchObject({ code: 'bad-input' })
    const fields = (error as { fields: { field: string }[] }).fields.map(({ field }) => field)
    expect(fields.sort()).toEqual(
      ['email', 'end', 'meetingUrl', 'name', 'phone', 'place', 'start', 'zone'].sort(),
    )
    const cases = await product.store.transaction((tx) => tx.cases.list({ limit: 5 }))
    expect(cases).toEqual([])
  })

  test('an ambiguous place asks, and says which ones', async () => {
    await expect(open(product.ports, { claimedPlace: 'Springfield' })).rejects.toThrow(
      /may mean several places: .*Missouri/,
    )
  })

  test('a form submitted twice opens one case, and gives the link once', async () => {
    const first = await open(product.ports)
    const again = await open(product.ports)
    expect(again).toMatchObject({ caseId: first.caseId, roundId: first.roundId, token: '' })
  })
})

describe('links', () => {
  test('early, open, over', async () => {
    const { token } = await open(product.ports)
    const look = () => lookAtLink(product.ports, token, { method: 'GET', userAgent: '' })
    product.clock.at = NOW - 21 * MINUTE
    expect(await look()).toMatchObject({ kind: 'early' })
    product.clock.at = NOW
    expect(await look()).toMatchObject({ kind: 'notice' })
    product.clock.at = NOW + 55 * MINUTE
    expect(await look()).toEqual({ kind: 'unavailable' })
  })

  test('a new link ends the old one', async () => {
    const { token, roundId } = await open(product.ports)
    const link = await resendLink(product.ports, manager, roundId)
    const by = { method: 'GET', userAgent: '' } as const
    expect(await lookAtLink(product.ports, token, by)).toEqual({ kind: 'unavailable' })
    const newer = link.split('/').at(-1) ?? ''
    expect(await lookAtLink(product.ports, newer, by)).toMatchObject({ kind: 'notice' })
  })

  test('a browser whose answer was lost presses again and finds its session', async () => {
    const { token, roundId } = await open(product.ports)
    const press = (cookie: string) =>
      beginSession(product.ports, token, NOTHING_DECLARED, seen(), cookie)
    const first = await press('the cookie of one browser')
    const again = await press('the cookie of one browser')
    expect(again.session.id).toBe(first.session.id)
    await expect(press('another browser')).rejects.toMatchObject({ code: 'link-unavailable' })
    const signals = await product.store.transaction((tx) => tx.signals.ofRound(roundId))
    expect(signals.filter(({ name }) => name === 'secondBrowser')).toHaveLength(1)
  })

  test('a real browser cannot use a simulated link, nor the other way round', async () => {
    const { token } = await open(product.ports)
    const click = beginSession(product.ports, token, NOTHING_DECLARED, seen({ simulated: true }))
    await expect(click).rejects.toMatchObject({ code: 'link-unavailable' })
  })

  test('looks are shown apart from "opened"', async () => {
    const { token, roundId } = await open(product.ports)
    await lookAtLink(product.ports, token, { method: 'HEAD', userAgent: 'Slackbot 1.0' })
    const drawn = JSON.stringify(await card(roundId))
    expect(drawn).toContain('no click yet')
    expect(drawn).toContain('Waiting for Jane Doe')
  })
})

describe('verdicts', () => {
  test('an honest person at home is consistent as soon as the readings are in', async () => {
    const { cookie, caseId } = await begun()
    await recordSignals(product.ports, cookie, readings())
    expect((await readCase(product.ports, caseId)).verdict?.overall).toBe('consistent')
  })

  test('no reading at all: unclear after eight seconds, not before', async () => {
    const { caseId } = await begun()
    product.clock.at += 7_000
    await judgeWaitingRounds(product.ports)
    expect((await readCase(product.ports, caseId)).verdict).toBeNull()
    product.clock.at += 2_000
    await judgeWaitingRounds(product.ports)
    expect((await readCase(product.ports, caseId)).verdict?.overall).toBe('unclear')
  })

  test('a material change is kept and counted, a repetition is not', async () => {
    const { cookie, roundId } = await begun()
    await recordSignals(product.ports, cookie, readings())
    await recordSignals(product.ports, cookie, readings())
    const count = () => product.store.transaction((tx) => tx.verdicts.ofRound(roundId))
    expect(await count()).toHaveLength(1)
    await recordSignals(product.ports, cookie, readings('Europe/Bucharest', 31))
    expect((await count()).map(({ verdict }) => verdict.overall)).toEqual([
      'consistent',
      'contradicted',
    ])
    expect(JSON.stringify(await card(roundId))).toContain('changed once')
  })

  test('closing makes it final; later readings and clicks change nothing', async () => {
    const { cookie, caseId, roundId } = await begun()
    await recordSignals(product.ports, cookie, readings())
    product.clock.at = NOW + 56 * MINUTE
    await closeRounds(product.ports)
    await closeRounds(product.ports)
    expect((await card(roundId)).title).toBe('Consistent: Jane Doe (final)')
    expect(await recordSignals(product.ports, cookie, readings('Europe/Bucharest', 9))).toBe(0)
    expect((await readCase(product.ports, caseId)).verdict?.overall).toBe('consistent')
  })

  test('a link that nobody used is missed, without a verdict', async () => {
    const { roundId } = await open(product.ports)
    product.clock.at = NOW + 56 * MINUTE
    await closeRounds(product.ports)
    expect((await card(roundId)).title).toBe('Jane Doe did not use the link')
  })
})

describe('Join', () => {
  test('leads to the call in every state', async () => {
    const { cookie } = await begun()
    const url = 'https://meet.example.com/jane'
    expect(await joinInterview(product.ports, cookie)).toBe(url)
    await recordSignals(product.ports, cookie, readings('Europe/Bucharest', 31))
    expect(await joinInterview(product.ports, cookie)).toBe(url)
    product.clock.at = NOW + 56 * MINUTE
    await closeRounds(product.ports)
    expect(await joinInterview(product.ports, cookie)).toBe(url)
  })
})

describe('a person decides', () => {
  test('with a reason, once; whoever comes second is told who was quicker', async () => {
    const { cookie, roundId } = await begun()
    await recordSignals(product.ports, cookie, readings())
    const decide = (name: string, seenCount: number, reason = 'Spoke to her.') =>
      reviewRound(
        product.ports,
        { ...manager, id: name, name },
        { roundId, decision: 'fine', reason, seen: seenCount, workspace: 'console' },
      )
    await expect(decide('Alex', 0, '  ')).rejects.toMatchObject({ code: 'bad-input' })
    const both = await Promise.allSettled([decide('Alex', 0), decide('Blake', 0)])
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(String((both[1] as PromiseRejectedResult).reason)).toContain('Alex was quicker')
    await decide('Blake', 1)
    const drawn = JSON.stringify(await card(roundId))
    expect(drawn).toContain('Blake decided that it looks fine')
  })

  test('another check: a second round with a link of its own', async () => {
    const { caseId, roundId } = await begun()
    product.clock.at = NOW + 56 * MINUTE
    await closeRounds(product.ports)
    const window = { startAt: NOW + 120 * MINUTE, endAt: NOW + 150 * MINUTE }
    const next = await startRound(product.ports, manager, {
      caseId,
      window,
      zone: 'UTC',
      submissionId: 'r2',
    })
    expect(next.roundId).not.toBe(roundId)
    expect(next.link).toContain('/i/')
    const { rounds } = await readCase(product.ports, caseId)
    expect(rounds.map(({ state }) => state)).toEqual(['closed', 'waiting'])
  })
})

describe('forgetting', () => {
  test('takes everything personal at once, keeps the audit log', async () => {
    const { cookie, caseId, roundId } = await begun()
    await recordSignals(product.ports, cookie, readings())
    await askAsSession(product.ports, cookie, 'contest', 'My phone was on LTE')
    await forgetCase(product.ports, manager, caseId)
    const all = JSON.stringify([await readCase(product.ports, caseId), await card(roundId)])
    for (const trace of ['Jane', 'example.com', 'Austin', 'LTE', '136.49']) {
      expect(all).not.toContain(trace)
    }
    const audit = await product.store.transaction((tx) => tx.audit.ofCase(caseId))
    expect(audit.at(-1)?.event).toBe('forgotten')
  })

  test('takes away what was posted about the person, and posts nothing that waited', async () => {
    const { ports, clock } = product
    const channel = createConsole(ports)
    const deliver = async () => {
      clock.at += 2000
      await deliverOutbox(ports, { console: channel }, new Map())
    }
    const { cookie, caseId } = await begun()
    await askAsSession(ports, cookie, 'contest', 'My phone was on LTE')
    await deliver()
    await deliver()
    await askAsSession(ports, cookie, 'another-way', 'No microphone here')
    await forgetCase(ports, manager, caseId)
    await deliver()
    await deliver()
    const messages = await channel.latest('hiring')
    expect(messages.map(({ card: { title }, removed }) => [title, removed])).toEqual([
      ['An erased case', false],
      ['Erased', true],
    ])
    expect(await product.store.transaction((tx) => tx.outbox.count())).toBe(0)
  })

  test('retention: readings go after 30 days, the case after its time', async () => {
    const { cookie, caseId, roundId } = await begun()
    await recordSignals(product.ports, cookie, readings())
    product.clock.at = NOW + 56 * MINUTE
    await closeRounds(product.ports)
    const kept = () => product.store.transaction((tx) => tx.signals.count(roundId))
    product.clock.at = NOW + 29 * 86_400_000
    await purge(product.ports)
    expect(await kept()).toBeGreaterThan(0)
    product.clock.at = NOW + 32 * 86_400_000
    await purge(product.ports)
    expect(await kept()).toBe(0)
    expect((await readCase(product.ports, caseId)).verdict?.overall).toBe('consistent')
    product.clock.at = NOW + 366 * 86_400_000
    await purge(product.ports)
    expect((await readCase(product.ports, caseId)).state).toBe('forgotten')
    product.clock.at = NOW + 1462 * 86_400_000
    expect((await purge(product.ports)).records).toBe(1)
    await expect(readCase(product.ports, caseId)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('cancelling ends link and card', async () => {
    const { token, roundId } = await open(product.ports)
    await cancelRound(product.ports, manager, roundId)
    const by = { method: 'GET', userAgent: '' } as const
    expect(await lookAtLink(product.ports, token, by)).toEqual({ kind: 'unavailable' })
    expect((await card(roundId)).title).toBe('Cancelled: Jane Doe')
  })
})

describe('reports', () => {
  test('a link shows the report and the export for a quarter of an hour', async () => {
    const { cookie, caseId } = await begun()
    await recordSignals(product.ports, cookie, readings('Europe/Bucharest', 31))
    const link = await makeReportLink(product.ports, manager, caseId)
    const token = link.split('/').at(-1) ?? ''
    const report = await readReport(product.ports, token)
    expect(report).toMatchObject({ candidate: 'Jane Doe', auditWhole: true })
    expect(report.rounds[0]?.overall).toBe('contradicted')
    const everything = JSON.stringify(await exportCase(product.ports, token))
    for (const part of ['jane@example.com', 'Europe/Bucharest', '136.49.128.173', 'case-opened']) {
      expect(everything).toContain(part)
    }
    product.clock.at += 16 * MINUTE
    await expect(readReport(product.ports, token)).rejects.toMatchObject({ code: 'not-found' })
    await expect(exportCase(product.ports, token)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('rules of a workspace', () => {
  test('four eyes: whoever asked does not set a contradiction aside alone', async () => {
    const { cookie, roundId } = await begun()
    await recordSignals(product.ports, cookie, readings('Europe/Bucharest', 31))
    const workspace = 'slack:T1'
    await writeAccess(product.ports, manager, workspace, { ...OPEN_RULES, fourEyes: true })
    const review = { roundId, decision: 'dismiss', reason: 'Travel.', seen: 0, workspace } as const
    await expect(reviewRound(product.ports, manager, review)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await reviewRound(product.ports, { ...manager, id: 'person_2', name: 'Blake' }, review)
  })

  test('openings are known once a case was for them', async () => {
    await open(product.ports, { opening: 'Backend engineer' }, 'a')
    await open(product.ports, { opening: 'Designer' }, 'b')
    const found = await listOpenings(product.ports, 'eng')
    expect(found).toEqual([{ title: 'Backend engineer', controlCheck: false }])
  })
})

describe('delivery', () => {
  test('the channel has one message per round, edited as it changes, and notes once', async () => {
    const { ports, clock } = product
    const channel = createConsole(ports)
    const deliver = async () => {
      clock.at += 1000
      await deliverOutbox(ports, { console: channel }, new Map())
    }
    const { cookie } = await begun()
    await deliver()
    await recordSignals(ports, cookie, readings())
    await deliver()
    await askAsSession(ports, cookie, 'another-way', 'No microphone here')
    await deliver()
    await deliver()
    const messages = await channel.latest('hiring')
    expect(messages.map(({ card: { title } }) => title)).toEqual([
      'Consistent: Jane Doe',
      'Jane Doe asks for another way',
    ])
  })

  test('a lost acknowledgement edits instead of posting twice', async () => {
    const { ports, clock } = product
    const channel = createConsole(ports)
    let lose = true
    const lossy = {
      ...channel,
      async deliver(message: Parameters<typeof channel.deliver>[0]) {
        const ref = await channel.deliver(message)
        if (!lose) return ref
        lose = false
        throw new DeliveryError('the answer was lost', 1000)
      },
    }
    await open(ports)
    for (let i = 0; i < 3; i++) {
      clock.at += 2000
      await deliverOutbox(ports, { console: lossy }, new Map())
    }
    expect(await channel.latest('hiring')).toHaveLength(1)
    const waiting = await product.store.transaction((tx) => tx.outbox.count())
    expect(waiting).toBe(0)
  })
})
