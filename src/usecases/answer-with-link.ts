/** The private answer to whoever made a link. */
import type { Card } from '../core/card.ts'
import { linkCard } from '../core/link-card.ts'
import { managers } from '../texts/managers.ts'
import { makeCalendarLink } from './calendar-link.ts'
import type { Ports } from './ports.ts'
import { findRound } from './rounds.ts'

/** Draws it. In: the link, null when the same submission came before. Fails: `not-found`. */
export async function answerWithLink(
  ports: Ports,
  roundId: string,
  link: string | null,
  isMailed: boolean,
): Promise<Card> {
  const { round, kase } = await ports.store.transaction((tx) => findRound(tx, roundId))
  const isMailable = ports.mailer !== null && !kase.simulated
  return linkCard(
    kase.claims?.name ?? managers.commands.case.unnamedCandidate,
    link,
    round,
    ports.settings.linkLeadMs / 60_000,
    {
      calendar: link === null ? null : await makeCalendarLink(ports, kase.id),
      mailable: isMailable ? round.id : null,
      mailed: isMailed && isMailable,
    },
  )
}
