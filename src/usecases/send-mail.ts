/** Bringing mails to the mail server: tried again with growing pauses, and said on the card when it comes to nothing. */
import { textCard } from '../core/card.ts'
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import { postNote, redrawCard } from './cards.ts'
import { isControlAsked } from './control-round.ts'
import { REMINDER_MS } from './mail-link.ts'
import { MailRefused } from './mail-refused.ts'
import type { CandidateMail, Mailer, Ports } from './ports.ts'
import type { CaseRecord, MailRecord, RoundRecord, Tx } from './records.ts'

/** Mails under way at one time. */
const AT_ONCE = 5

/** A mail whose process died is tried again after this; longer than any mailer takes. */
const HIDDEN_MS = 120_000

/**
 * First and longest wait before another try. Greylisting asks for minutes, and takes the mail then.
 *
 * Source: RFC 6647, 2.1: a delay of one minute to a day, typically minutes.
 */
const BACKOFF_MS = { first: 60_000, most: 15 * 60_000 } as const

/** Tries before a person is told: a little over an hour of them. */
const TRIES = 9

/** Sends what is due. Out: how many were tried. */
export async function sendMails(ports: Ports): Promise<number> {
  const { mailer } = ports
  if (mailer === null) return 0
  const now = ports.clock.now()
  const due = await ports.store.transaction((tx) => tx.mails.claim(now, now + HIDDEN_MS, AT_ONCE))
  await Promise.all(due.map((mail) => sendOne(ports, mailer, mail)))
  if (due.length > 0) ports.wake()
  return due.length
}

async function sendOne(ports: Ports, mailer: Mailer, mail: MailRecord): Promise<void> {
  const content = await ports.store.transaction((tx) => write(ports, tx, mail))
  if (content === undefined) return end(ports, mail, 'dropped', null)
  try {
    await mailer.send(content)
  } catch (error) {
    const why = withoutAddress(error, content.to.address)
    const isOver = ports.clock.now() >= content.window.endAt
    if (error instanceof MailRefused || mail.attempts >= TRIES || isOver) {
      return end(ports, mail, 'failed', why)
    }
    const wait = Math.min(BACKOFF_MS.most, BACKOFF_MS.first * 2 ** (mail.attempts - 1))
    const dueAt = ports.clock.now() + wait
    return ports.store.transaction((tx) => tx.mails.retry(mail.id, dueAt, why))
  }
  await end(ports, mail, 'sent', null)
}

/** What to send, from what is now true; undefined when there is nothing to send any more. */
async function write(ports: Ports, tx: Tx, mail: MailRecord): Promise<CandidateMail | undefined> {
  const now = await tx.mails.get(mail.id)
  const round = await tx.rounds.get(mail.roundId)
  const kase = round && (await tx.cases.get(round.caseId))
  if (now?.state !== 'waiting' || now.link === null || !round || !kase?.claims) return undefined
  const link = await tx.links.get(ports.random.hash(now.link.split('/').at(-1) ?? ''))
  if (link?.state !== 'live' || round.state !== 'waiting') return undefined
  if (round.endAt <= ports.clock.now()) return undefined
  const { settings } = ports
  return {
    id: mail.id,
    kind: mail.kind,
    at: mail.kind === 'invitation' ? mail.createdAt : round.startAt - REMINDER_MS,
    to: { name: kase.claims.name, address: kase.claims.email },
    link: now.link,
    company: settings.companyName,
    recruiter: kase.requester.name,
    contact: settings.contact,
    opening: kase.opening,
    window: { startAt: round.startAt, endAt: round.endAt },
    zones: { place: kase.claims.place.zone, recruiter: round.zone },
    opensAt: round.startAt - settings.linkLeadMs,
    controlCheck: isControlAsked(ports, round),
  }
}

/** Ends a mail, and says so on the card; a note calls for a person where it did not arrive. */
async function end(
  ports: Ports,
  mail: MailRecord,
  state: 'sent' | 'failed' | 'dropped',
  why: string | null,
): Promise<void> {
  await ports.store.transaction(async (tx) => {
    const at = ports.clock.now()
    if (!(await tx.mails.end(mail.id, { state, why, at })) || state === 'dropped') return
    const round = await tx.rounds.get(mail.roundId)
    const kase = round && (await tx.cases.get(round.caseId))
    if (!round || !kase) return
    await tx.audit.append({
      at,
      actor: { platform: 'system', id: 'mail' },
      event: `${mail.kind}-${state}`,
      caseId: kase.id,
      detail: { round: round.id, tries: mail.attempts },
    })
    if (mail.kind === 'reminder') return
    await redrawCard(ports, tx, kase, round.id)
    if (state === 'failed') await tell(ports, tx, kase, round, mail.id, why)
  })
}

async function tell(
  ports: Ports,
  tx: Tx,
  kase: CaseRecord,
  round: RoundRecord,
  mailId: string,
  why: string | null,
): Promise<void> {
  if (kase.claims === null) return
  const { notes } = managers.commands
  const lines = [
    ...(why === null ? [] : [fill(notes.mailServer, { why })]),
    fill(notes.undeliveredNext, { button: managers.card.round.buttons.newLink }),
    fill(notes.case, { case: kase.id }),
  ]
  const title = fill(notes.undelivered, { name: kase.claims.name })
  await postNote(ports, tx, kase, round.id, mailId, textCard(title, lines, 'attention'))
}

/** What went wrong, in one line that names nobody. */
function withoutAddress(error: unknown, address: string): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.replaceAll(address, '…').replace(/\s+/g, ' ').slice(0, 300)
}
