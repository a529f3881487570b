/** The time zone of a person whose platform does not tell: that of the round they asked for last. */
import type { Actor, Tx } from './records.ts'

/** Cases looked through, the newest first. */
const LOOKED_AT = 100

/** The zone; undefined for somebody who asked for none of them. */
export async function zoneOfRequester(
  tx: Tx,
  { platform, id }: Pick<Actor, 'platform' | 'id'>,
): Promise<string | undefined> {
  const cases = await tx.cases.list({ limit: LOOKED_AT })
  const own = cases.find(
    ({ requester, simulated }) =>
      !simulated && requester.platform === platform && requester.id === id,
  )
  return own && (await tx.rounds.ofCase(own.id)).at(-1)?.zone
}
