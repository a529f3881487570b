/** The clockwork of rounds: first verdicts that readings never completed, and windows that are over. */
import { nextRoundState, nextSessionState } from '../core/round.ts'
import { redrawCard } from './cards.ts'
import { FIRST_VERDICT_WAIT_MS, judgeRound } from './judge-round.ts'
import type { Ports } from './ports.ts'
import { settleCall } from './record-call-presence.ts'
import type { RoundRecord, Tx } from './records.ts'

/** Rounds looked at in one run; the next run takes the rest. */
const AT_ONCE = 100

/** Gives a first verdict to rounds that have waited long enough. Out: how many were looked at. */
export async function judgeWaitingRounds(ports: Ports): Promise<number> {
  const due = await ports.store.transaction((tx) =>
    tx.rounds.unjudged(ports.clock.now() - FIRST_VERDICT_WAIT_MS, AT_ONCE),
  )
  for (const { id } of due) await inOwnTransaction(ports, id, judgeOne)
  return due.length
}

async function judgeOne(ports: Ports, tx: Tx, round: RoundRecord): Promise<void> {
  const kase = await tx.cases.get(round.caseId)
  if (round.state === 'opened' && kase) await judgeRound(ports, tx, kase, round)
}

/** Ends rounds whose window is over: the verdict becomes final. Out: how many were ended. */
export async function closeRounds(ports: Ports): Promise<number> {
  const due = await ports.store.transaction((tx) => tx.rounds.over(ports.clock.now(), AT_ONCE))
  for (const { id } of due) await inOwnTransaction(ports, id, closeOne)
  return due.length
}

async function closeOne(ports: Ports, tx: Tx, round: RoundRecord): Promise<void> {
  const now = ports.clock.now()
  const kase = await tx.cases.get(round.caseId)
  if (kase === undefined || round.closedAt !== null || round.endAt > now) return
  if (round.state === 'cancelled') return
  await tx.links.supersedeAll(round.id)
  if (round.boundAt === null) {
    await tx.rounds.update(round.id, { state: nextRoundState(round.state, 'close'), closedAt: now })
    await redrawCard(ports, tx, kase, round.id)
  } else {
    await settleCall(tx, round)
    await judgeRound(ports, tx, kase, round, true)
    const session = await tx.sessions.currentOf(round.id)
    if (session) {
      await tx.sessions.update(session.id, { state: nextSessionState(session.state, 'end') })
    }
  }
  await tx.audit.append({
    at: now,
    actor: { platform: 'system', id: 'close' },
    event: round.boundAt === null ? 'round-missed' : 'round-closed',
    caseId: kase.id,
    detail: { round: round.id },
  })
}

/** One round a transaction, read anew inside it: another process may have been quicker. */
async function inOwnTransaction(
  ports: Ports,
  roundId: string,
  work: (ports: Ports, tx: Tx, round: RoundRecord) => Promise<void>,
): Promise<void> {
  await ports.store.transaction(async (tx) => {
    const round = await tx.rounds.get(roundId)
    if (round) await work(ports, tx, round)
  })
  ports.wake()
}
