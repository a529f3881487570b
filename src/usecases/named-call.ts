/** The account whose times in a call are noted: found when it is named, carried from round to round, changed or taken away. */
import type { CallRecord, RoundRecord, Tx } from './records.ts'

/** Whose times in which channel. */
export type NamedCall = Omit<CallRecord, 'roundId' | 'heardAt'>

/** What is meant by a meeting link and an account, or what does not fit, by field. */
export type CallFinding =
  { call: NamedCall } | { faults: Readonly<Partial<Record<'member' | 'meetingUrl', string>>> }

/** Finds it. Fails: never. */
export type FindCall = (link: string, person: string) => Promise<CallFinding>

/** How the account of a round differs from that of the round before. */
export type AccountChange = 'named' | 'changed' | 'removed'

/**
 * Keeps whose times are noted in a further round.
 *
 * In: what was named for it; null takes it away, undefined leaves it as in the round before. Out: what changed, if anything.
 */
export async function carryCall(
  tx: Tx,
  lastId: string,
  roundId: string,
  named: NamedCall | null | undefined,
): Promise<AccountChange | null> {
  const before = await tx.calls.get(lastId)
  const call = named === undefined ? before : (named ?? undefined)
  if (call !== undefined) await tx.calls.insert({ ...call, roundId, heardAt: null })
  return changeOf(before, call)
}

/** Reads what changed from the round before to this one. Out: null for nothing, and for a first round. */
export async function readAccountChange(tx: Tx, round: RoundRecord): Promise<AccountChange | null> {
  const rounds = await tx.rounds.ofCase(round.caseId)
  const before = rounds.find(({ number }) => number === round.number - 1)
  if (before === undefined) return null
  return changeOf(await tx.calls.get(before.id), await tx.calls.get(round.id))
}

function changeOf(before: NamedCall | undefined, now: NamedCall | undefined): AccountChange | null {
  if (before === undefined) return now === undefined ? null : 'named'
  if (now === undefined) return 'removed'
  return before.person === now.person ? null : 'changed'
}
