/** From “send the link by e-mail” to the mailbox, or to the card that says why not: real database, real mail server. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { roundCard } from '../../src/core/round-card.ts'
import { createMailer } from '../../src/notify/mail.ts'
import { beginSession } from '../../src/usecases/begin-session.ts'
import { cancelRound, forgetCase, resendLink } from '../../src/usecases/manage-round.ts'
import { openCase } from '../../src/usecases/open-case.ts'
import type { Ports } from '../../src/usecases/ports.ts'
import { sendMails } from '../../src/usecases/send-mail.ts'
import { viewRound } from '../../src/usecases/view-round.ts'
import { caseInput, manager, MINUTE, NOW, open, openProduct, seen } from '../usecases/_product.ts'
import { Reply, startSmtp } from './_smtp.ts'

const HOUR = 60 * MINUTE
const later = { startAt: NOW + 5 * HOUR, endAt: NOW + 6 * HOUR }
const nothingDeclared = { travel: false, vpn: false, remoteDesktop: false, assistive: false }

let smtp: Awaited<ReturnType<typeof startSmtp>>
let product: Awaited<ReturnType<typeof openProduct>>
let ports: Ports
/** What the server says to each recipient, in turn; taken once there is nothing left to say. */
let says: Reply[] = []

beforeEach(async () => {
  says = []
  smtp = await startSmtp({
    recipient: () => {
      const reply = says.shift()
      if (reply !== undefined) throw reply
    },
  })
  product = await openProduct()
  const mailer = createMailer({
    server: smtp.server,
    from: { name: null, address: 'interviews@example.com' },
  })
  ports = { ...product.ports, mailer }
})

afterEach(async () => {
  await product.close()
  await smtp[Symbol.asyncDispose]()
})

const mailsOf = (roundId: string) => ports.store.transaction((tx) => tx.mails.ofRound(roundId))
const stateOf = async (roundId: string) => (await mailsOf(roundId)).map(({ state }) => state)
const linksTaken = () => smtp.taken.map(({ plain }) => /\S+\/i\/(\S+)/.exec(plain)?.[1])
const auditOf = async (caseId: string) =>
  (await ports.store.transaction((tx) => tx.audit.ofCase(caseId))).map(({ event }) => event)
const cardOf = async (roundId: string) =>
  JSON.stringify(roundCard(await ports.store.transaction((tx) => viewRound(tx, roundId))))

describe('an invitation', () => {
  test('reaches the candidate with the link that works, once, and its link is kept no longer', async () => {
    const { caseId, roundId, token } = await open(ports, { sendInvitation: true })
    expect((await mailsOf(roundId))[0]?.link).toContain(token)
    expect(await cardOf(roundId)).toContain('on its way')
    expect(await sendMails(ports)).toBe(1)
    expect(await sendMails(ports)).toBe(0)
    expect(smtp.taken.map(({ to }) => to)).toEqual([['jane@example.com']])
    expect(linksTaken()).toEqual([token])
    expect(await mailsOf(roundId)).toMatchObject([{ state: 'sent', link: null, at: NOW }])
    expect(await cardOf(roundId)).toContain('sent, Mon, 23 Nov 2026, 14:50')
    expect(await auditOf(caseId)).toEqual(['case-opened', 'invitation-to-mail', 'invitation-sent'])
    const sentToken = linksTaken()[0] ?? ''
    await beginSession(ports, sentToken, nothingDeclared, seen())
  })

  test('is not written where it was not wished', async () => {
    const { roundId } = await open(ports)
    expect(await sendMails(ports)).toBe(0)
    expect(await mailsOf(roundId)).toEqual([])
  })

  test('is refused before anything is opened where no mail server is set', async () => {
    const without = { ...ports, mailer: null }
    await expect(open(without, { sendInvitation: true })).rejects.toThrow('SMTP_URL')
    expect((await ports.store.transaction((tx) => tx.counts())).cases).toBe(0)
  })

  test('goes to no simulated person', async () => {
    const { ports: real } = product
    const context = {
      actor: manager,
      platform: 'console',
      channel: 'hiring',
      submissionId: 's1',
      simulated: { vantage: real.simulator.vantage },
    } as const
    await openCase(ports, context, caseInput({ sendInvitation: true }))
    expect(await sendMails(ports)).toBe(0)
  })

  test('that arrives when the window is over, or was forgotten, is not sent', async () => {
    const first = await open(ports, { sendInvitation: true })
    await forgetCase(ports, manager, first.caseId)
    await open(ports, { sendInvitation: true }, 's2')
    product.clock.at = NOW + 55 * MINUTE
    await sendMails(ports)
    expect(smtp.taken).toEqual([])
    expect(await mailsOf(first.roundId)).toEqual([])
  })
})

describe('a mail server that does not take it', () => {
  test('at once: greylisted, it is tried again after a minute and then delivered', async () => {
    says = [new Reply(451, '4.7.1 Greylisted for jane@example.com')]
    const { roundId } = await open(ports, { sendInvitation: true })
    await sendMails(ports)
    expect(await mailsOf(roundId)).toMatchObject([
      { state: 'waiting', dueAt: NOW + MINUTE, why: expect.stringContaining('Greylisted for …') },
    ])
    product.clock.at = NOW + MINUTE - 1
    expect(await sendMails(ports)).toBe(0)
    product.clock.at = NOW + MINUTE
    await sendMails(ports)
    expect(await stateOf(roundId)).toEqual(['sent'])
    expect(smtp.taken).toHaveLength(1)
  })

  test('at all: card and note say so in plain words, without the address', async () => {
    says = [new Reply(550, '5.1.1 jane@example.com: no such user')]
    const { caseId, roundId } = await open(ports, { sendInvitation: true })
    await sendMails(ports)
    expect(await sendMails(ports)).toBe(0)
    expect(await mailsOf(roundId)).toMatchObject([{ state: 'failed', link: null }])
    const card = await cardOf(roundId)
    expect(card).toContain('The invitation could not be delivered to Jane Doe.')
    expect(card).toContain('could not be delivered, Mon, 23 Nov')
    const due = await ports.store.transaction((tx) => tx.outbox.claim(NOW, NOW + 1, 9))
    const note = JSON.stringify(due.find(({ key }) => key.startsWith('note:'))?.card)
    expect(note).toContain('The invitation could not be delivered to Jane Doe')
    expect(note).toContain('550 5.1.1 …: no such user')
    expect(note).not.toContain('jane@')
    expect((await auditOf(caseId)).at(-1)).toBe('invitation-failed')
  })

  test('for longer than an hour: a person is told, and the link is kept no longer', async () => {
    says = Array.from({ length: 20 }, () => new Reply(421, 'Busy'))
    const { roundId } = await open(ports, { sendInvitation: true, window: later })
    let tries = 0
    for (let minute = 0; minute < 120; minute++) {
      product.clock.at = NOW + minute * MINUTE
      tries += await sendMails(ports)
    }
    expect(tries).toBe(9)
    const [invitation] = await mailsOf(roundId)
    expect(invitation).toMatchObject({ state: 'failed', link: null })
    expect((invitation?.at ?? 0) - NOW).toBeGreaterThan(HOUR)
  })

  test('and whose answer is lost: the same mail goes again under the same name', async () => {
    let isDeaf = true
    await smtp[Symbol.asyncDispose]()
    smtp = await startSmtp({ body: () => (isDeaf ? new Promise(() => {}) : Promise.resolve()) })
    const mailer = createMailer({
      server: smtp.server,
      from: { name: null, address: 'interviews@example.com' },
      limits: { stepMs: 60_000, allMs: 200 },
    })
    const deaf = { ...ports, mailer }
    await open(deaf, { sendInvitation: true })
    await sendMails(deaf)
    isDeaf = false
    product.clock.at = NOW + MINUTE
    await sendMails({ ...ports, mailer: createMailer({ server: smtp.server, from: sender }) })
    const ids = smtp.taken.map(({ text }) => /^Message-ID: (.*)$/m.exec(text)?.[1])
    const dates = smtp.taken.map(({ text }) => /^Date: (.*)$/m.exec(text)?.[1])
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
    expect(new Set(dates).size).toBe(1)
  })
})

const sender = { name: null, address: 'interviews@example.com' }

describe('a reminder', () => {
  const toReminder = async () => {
    product.clock.at = later.startAt - HOUR
    await sendMails(ports)
  }

  test('comes an hour before to who has not used the link, with the same link', async () => {
    const { roundId, token } = await open(ports, { sendInvitation: true, window: later })
    await sendMails(ports)
    product.clock.at = later.startAt - HOUR - 1
    expect(await sendMails(ports)).toBe(0)
    await toReminder()
    expect(linksTaken()).toEqual([token, token])
    expect(smtp.taken[1]?.text).toContain('Reminder: your interview')
    expect(await mailsOf(roundId)).toMatchObject([{ link: null }, { state: 'sent', link: null }])
  })

  test('does not come to who has used it', async () => {
    const leadMs = 2 * HOUR
    ports = { ...ports, settings: { ...ports.settings, linkLeadMs: leadMs } }
    const { roundId, token } = await open(ports, { sendInvitation: true, window: later })
    await sendMails(ports)
    product.clock.at = later.startAt - leadMs
    await beginSession(ports, token, nothingDeclared, seen())
    await toReminder()
    expect(smtp.taken).toHaveLength(1)
    expect(await stateOf(roundId)).toEqual(['sent', 'dropped'])
  })

  test('is not written for an interview that is near', async () => {
    const { roundId } = await open(ports, { sendInvitation: true })
    expect(await mailsOf(roundId)).toHaveLength(1)
  })

  test('is dropped when the round is cancelled', async () => {
    const { roundId } = await open(ports, { sendInvitation: true, window: later })
    await sendMails(ports)
    await cancelRound(ports, manager, roundId)
    expect(await mailsOf(roundId)).toMatchObject([
      { state: 'sent' },
      { state: 'dropped', link: null },
    ])
  })
})

test('a new link by mail replaces what waits, and only it is sent', async () => {
  const { roundId, token } = await open(ports, { sendInvitation: true, window: later })
  const link = await resendLink(ports, manager, roundId, true)
  await sendMails(ports)
  expect(linksTaken()).toEqual([link.split('/').at(-1)])
  expect(linksTaken()).not.toContain(token)
  expect(await stateOf(roundId)).toEqual(expect.arrayContaining(['dropped', 'dropped', 'sent']))
})
