/** The link by mail, as a manager asks for it: the switch of the form, the answer, the button, the typed word, the calendar file. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import resend from '../../commands/resend.ts'
import verify from '../../commands/verify.ts'
import type { Answers, Caller, Reply } from '../../src/chat/command.ts'
import { rights } from '../../src/core/access.ts'
import type { Card } from '../../src/core/card.ts'
import { createMailer } from '../../src/notify/mail.ts'
import { readCalendar, readCalendarLink } from '../../src/usecases/calendar-link.ts'
import { forgetCase } from '../../src/usecases/manage-round.ts'
import type { Ports } from '../../src/usecases/ports.ts'
import { manager, MINUTE, NOW, open, openProduct } from '../usecases/_product.ts'

let product: Awaited<ReturnType<typeof openProduct>>
let ports: Ports
beforeEach(async () => {
  product = await openProduct()
  // Nothing is sent here: mails only wait.
  const server = { host: '127.0.0.1', port: 9, secure: false, auth: null }
  const mailer = createMailer({ server, from: { name: null, address: 'a@example.com' } })
  ports = { ...product.ports, mailer }
})
afterEach(() => product.close())

const caller: Caller = {
  actor: manager,
  channel: 'hiring',
  channelOf: null,
  calls: null,
  emptyListsMean: 'everybody',
  workspace: 'console',
  zone: 'UTC',
  rights,
  commands: [],
}
const answers: Answers = {
  start: `@${NOW + 10 * MINUTE}`,
  zone: 'UTC',
  lengthMin: '45',
  name: 'Jane Doe',
  email: 'jane@example.com',
  place: 'Austin, Texas',
}

function cardOf(reply: Reply | undefined): Card {
  if (reply?.kind !== 'card') throw new Error(`expected a card, got ${JSON.stringify(reply)}`)
  return reply.card
}
const urls = (card: Card) =>
  card.sections.flatMap((section) => (section.kind === 'link' ? [section.url] : []))
const submit = async (more: Answers) =>
  cardOf(await verify.submit?.(ports, caller, { ...answers, ...more }, {}, 'one'))
const waiting = (roundId: string) =>
  product.store.transaction(async (tx) =>
    (await tx.mails.ofRound(roundId)).filter(({ state }) => state === 'waiting'),
  )

describe('the form', () => {
  const hasSwitch = async (of: Ports) => {
    const reply = await verify.press?.(of, caller, {})
    if (reply?.kind !== 'form') throw new Error('expected a form')
    return reply.form.fields.some(({ name }) => name === 'sendInvitation')
  }

  test('offers the mail only where a mail server is set', async () => {
    expect(await hasSwitch(ports)).toBe(true)
    expect(await hasSwitch(product.ports)).toBe(false)
  })

  test('answers without the link when it goes by mail, with it otherwise', async () => {
    const mailed = await submit({ sendInvitation: true })
    expect(mailed.title).toBe('The link goes to Jane Doe by e-mail')
    expect(urls(mailed).join(' ')).not.toContain('/i/')
    expect(mailed.buttons).toEqual([])
    const again = cardOf(
      await verify.submit?.(ports, caller, { ...answers, email: 'b@example.com' }, {}, 'two'),
    )
    expect(urls(again)[0]).toContain('/i/')
  })
})

describe('a new link by mail', () => {
  test('is a button below a link, which sends it', async () => {
    const card = await submit({})
    const [button] = card.buttons
    expect(button).toMatchObject({ command: 'resend', args: { by: 'mail' } })
    const sent = cardOf(await resend.press?.(ports, caller, button?.args ?? {}))
    expect(sent.title).toBe('The link goes to Jane Doe by e-mail')
    expect(await waiting(button?.args['round'] ?? '')).toHaveLength(1)
  })

  test('can be typed; without the word the link is shown', async () => {
    const { caseId, roundId } = await open(ports)
    const shown = cardOf(await resend.type?.(ports, caller, caseId))
    expect(urls(shown)[0]).toContain('/i/')
    expect(await waiting(roundId)).toEqual([])
    await resend.type?.(ports, caller, `${caseId} mail`)
    expect(await waiting(roundId)).toHaveLength(1)
  })

  test('is not offered, and refused, where no mail server is set', async () => {
    const { caseId } = await open(product.ports)
    const shown = cardOf(await resend.type?.(product.ports, caller, caseId))
    expect(shown.buttons).toEqual([])
    const typed = resend.type?.(product.ports, caller, `${caseId} mail`)
    await expect(typed).rejects.toMatchObject({ code: 'bad-input' })
  })
})

describe('the calendar file', () => {
  const tokenOf = async () => {
    const url = urls(await submit({})).find((each) => each.includes('/calendar/')) ?? ''
    return url.split('/').at(-1) ?? ''
  }

  test('names interview and meeting, and never the link', async () => {
    const file = await readCalendarLink(ports, await tokenOf())
    expect(file).toContain('SUMMARY:Interview: Jane Doe')
    expect(file).toContain('DTSTART:20261123T210000Z')
    expect(file).not.toContain('/i/')
  })

  test('can be had for a quarter of an hour', async () => {
    const token = await tokenOf()
    product.clock.at = NOW + 15 * MINUTE
    await readCalendarLink(ports, token)
    product.clock.at += 1
    const late = readCalendarLink(ports, token)
    await expect(late).rejects.toMatchObject({ code: 'not-found' })
  })

  test('by its case, for programs; and names nobody who was forgotten', async () => {
    const { caseId } = await open(ports, {}, 's9')
    expect(await readCalendar(ports, caseId)).toContain('Jane')
    await forgetCase(ports, manager, caseId)
    expect(await readCalendar(ports, caseId)).not.toContain('Jane')
    await expect(readCalendar(ports, 'case_9')).rejects.toMatchObject({ code: 'not-found' })
  })
})
