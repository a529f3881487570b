/** Making a link for a round: the only place where a token exists in clear. */
import type { Ports } from './ports.ts'
import type { Tx } from './records.ts'

/**
 * Makes a new link, which supersedes all earlier ones of the round; mails that wait with one are not sent.
 *
 * Out: the URL, shown once; only the hash of its token is kept.
 */
export async function makeLink(ports: Ports, tx: Tx, roundId: string): Promise<string> {
  const token = ports.random.token()
  await tx.links.supersedeAll(roundId)
  await tx.mails.dropAll(roundId, ports.clock.now())
  await tx.links.insert({
    hash: ports.random.hash(token),
    roundId,
    state: 'live',
    createdAt: ports.clock.now(),
  })
  return `${ports.settings.publicUrl}/i/${token}`
}
