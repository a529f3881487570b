/** Reading a round as its card shows it. */
import type { RoundView } from '../core/round-card.ts'
import { readCallView } from './call-view.ts'
import { cardPicture } from './card-picture.ts'
import { invitationOf } from './mail-link.ts'
import type { Ports } from './ports.ts'
import type { Tx } from './records.ts'
import { findRound } from './rounds.ts'

/** What the card of a round shows, as it is now, but its picture and the times of its call. Fails: `not-found`. */
export async function viewRound(tx: Tx, roundId: string): Promise<RoundView> {
  const { round, kase } = await findRound(tx, roundId)
  const verdicts = await tx.verdicts.ofRound(roundId)
  const latest = verdicts.at(-1)
  const changes = verdicts.filter(
    ({ verdict }, i) => i > 0 && verdict.overall !== verdicts[i - 1]?.verdict.overall,
  ).length
  const reviews = (await tx.reviews.ofCase(kase.id)).filter((review) => review.roundId === roundId)
  return {
    caseId: kase.id,
    roundId,
    name: kase.claims?.name ?? null,
    place: kase.claims?.place.label ?? null,
    opening: kase.opening,
    requester: kase.requester.name,
    number: round.number,
    state: round.state,
    window: { startAt: round.startAt, endAt: round.endAt },
    zone: round.zone,
    simulated: kase.simulated,
    declared: round.declared,
    boundAt: round.boundAt,
    joinedAt: round.joinedAt,
    call: null,
    verdict: latest?.verdict ?? null,
    evidence: latest?.evidence ?? [],
    changes,
    picture: null,
    previews: await tx.previews.count(roundId),
    mail: await invitationOf(tx, roundId),
    requests: await tx.requests.ofRound(roundId),
    reviews: reviews.map(({ by, decision, reason, at }) => ({ by: by.name, decision, reason, at })),
  }
}

/** The same with the picture, which has to read everything measured, and the call. Fails: `not-found`. */
export async function viewRoundWithPicture(
  ports: Ports,
  tx: Tx,
  roundId: string,
): Promise<RoundView> {
  const view = await viewRound(tx, roundId)
  const { round, kase } = await findRound(tx, roundId)
  const call = await readCallView(ports, tx, kase, round)
  return { ...view, call, picture: view.verdict && (await cardPicture(ports, tx, roundId)) }
}
