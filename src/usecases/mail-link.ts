/** Sending a link to its candidate by mail: rows written in the same transaction as the link. */
import { AppError } from '../core/app-error.ts'
import type { RoundView } from '../core/round-card.ts'
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import type { Ports } from './ports.ts'
import type { CaseRecord, RoundRecord, Tx } from './records.ts'

/** How long before the interview somebody is reminded who has not used the link. */
export const REMINDER_MS = 60 * 60_000

/** Least time between invitation and reminder: two mails within it would be one too many. */
const APART_MS = 60 * 60_000

/** Whether a link can be mailed. Fails: `bad-input` where no mail server is set. */
export function checkMailer(ports: Ports, isWished: boolean): void {
  if (!isWished || ports.mailer !== null) return
  const { faults } = managers.commands
  const message = faults.noMailer
  throw new AppError('bad-input', fill(faults.named, { field: 'sendInvitation', fault: message }), {
    fields: [{ field: 'sendInvitation', message }],
  })
}

/** Puts the invitation in line, and the reminder where there is time for one. Simulated people get no mail. */
export async function mailLink(
  ports: Ports,
  tx: Tx,
  kase: Pick<CaseRecord, 'id' | 'simulated'>,
  round: Pick<RoundRecord, 'id' | 'startAt'>,
  link: string,
): Promise<void> {
  if (kase.simulated) return
  const now = ports.clock.now()
  const put = (kind: 'invitation' | 'reminder', dueAt: number) =>
    tx.mails.insert({
      id: ports.random.id('mail'),
      roundId: round.id,
      kind,
      state: 'waiting',
      link,
      why: null,
      dueAt,
      attempts: 0,
      createdAt: now,
      at: now,
    })
  await put('invitation', now)
  const remindAt = round.startAt - REMINDER_MS
  if (remindAt >= now + APART_MS) await put('reminder', remindAt)
  await tx.audit.append({
    at: now,
    actor: { platform: 'system', id: 'mail' },
    event: 'invitation-to-mail',
    caseId: kase.id,
    detail: { round: round.id },
  })
}

/** What became of the latest invitation by mail; null where none was sent. */
export async function invitationOf(tx: Tx, roundId: string): Promise<RoundView['mail']> {
  const mails = await tx.mails.ofRound(roundId)
  const latest = mails.findLast(({ kind }) => kind === 'invitation')
  if (latest === undefined || latest.state === 'dropped') return null
  return { state: latest.state, at: latest.at }
}
