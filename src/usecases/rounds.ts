/** Finding a round with its case, by either's id. */
import { AppError } from '../core/app-error.ts'
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import type { CaseRecord, RoundRecord, Tx } from './records.ts'

/** A round and its case. Fails: `not-found`. */
export async function findRound(
  tx: Tx,
  roundId: string,
): Promise<{ round: RoundRecord; kase: CaseRecord }> {
  const round = await tx.rounds.get(roundId)
  const kase = round && (await tx.cases.get(round.caseId))
  if (!round || !kase)
    throw new AppError('not-found', fill(managers.commands.case.unknownRound, { round: roundId }))
  return { round, kase }
}

/** The latest round of a case. Fails: `not-found`. */
export async function findLatestRound(
  tx: Tx,
  caseId: string,
): Promise<{ round: RoundRecord; kase: CaseRecord }> {
  const kase = await tx.cases.get(caseId)
  const round = kase && (await tx.rounds.ofCase(caseId)).at(-1)
  if (!kase || !round)
    throw new AppError('not-found', fill(managers.commands.case.unknown, { case: caseId }))
  return { round, kase }
}
