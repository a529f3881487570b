/** What a token opens, and what looking at it leaves behind. */
import { AppError } from '../core/app-error.ts'
import { isLive, linkIsOpen } from '../core/round.ts'
import { isCallNoted } from './call-view.ts'
import { redrawCard } from './cards.ts'
import type { Ports } from './ports.ts'
import type { CaseRecord, LinkRecord, RoundRecord, Tx } from './records.ts'

/** What stands behind a link. */
export interface LinkTarget {
  link: LinkRecord
  round: RoundRecord
  kase: CaseRecord
}

/** Tokens are 43 base64url characters; anything else is not looked up. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/

/** Finds what stands behind a token, whatever its state; undefined for an unknown or mangled one. */
export async function findLink(
  ports: Ports,
  tx: Tx,
  token: string,
): Promise<LinkTarget | undefined> {
  if (!TOKEN.test(token)) return undefined
  const link = await tx.links.get(ports.random.hash(token))
  if (link === undefined) return undefined
  const round = await tx.rounds.get(link.roundId)
  const kase = round && (await tx.cases.get(round.caseId))
  return round && kase ? { link, round, kase } : undefined
}

/** Whether Continue may be pressed on it now. */
export function canBegin(ports: Ports, target: LinkTarget): boolean {
  return (
    target.link.state === 'live' &&
    target.round.state === 'waiting' &&
    target.kase.claims !== null &&
    linkIsOpen(target.round, ports.settings.linkLeadMs, ports.clock.now())
  )
}

/** What a look at a link shows. Unknown, used, expired and superseded are one answer. */
export type LinkView =
  | { kind: 'notice'; target: LinkTarget; callNoted: boolean }
  | { kind: 'early'; opensAt: number; zone: string }
  | { kind: 'unavailable' }

/** Previews kept per round: enough to tell a pattern, too few to fill a disk. */
const PREVIEWS_KEPT = 50

/**
 * Looks at a link, as GET and HEAD do.
 *
 * Binds and consumes nothing; the only trace is a preview row.
 */
export async function lookAtLink(
  ports: Ports,
  token: string,
  by: { method: 'GET' | 'HEAD'; userAgent: string },
): Promise<LinkView> {
  const now = ports.clock.now()
  const view = await ports.store.transaction(async (tx): Promise<LinkView> => {
    const target = await findLink(ports, tx, token)
    if (target === undefined) return { kind: 'unavailable' }
    const { round, kase, link } = target
    if (isLive(round.state)) {
      const seen = await tx.previews.count(round.id)
      if (seen < PREVIEWS_KEPT) {
        const previewer = ports.lookups.userAgent.isPreviewer(by.userAgent)
        await tx.previews.append({ roundId: round.id, at: now, method: by.method, previewer })
        if (round.state === 'waiting') await redrawCard(ports, tx, kase, round.id)
      }
    }
    if (canBegin(ports, target)) {
      return { kind: 'notice', target, callNoted: await isCallNoted(ports, tx, round.id) }
    }
    const opensAt = round.startAt - ports.settings.linkLeadMs
    if (link.state === 'live' && round.state === 'waiting' && now < opensAt) {
      return { kind: 'early', opensAt, zone: round.zone }
    }
    return { kind: 'unavailable' }
  })
  ports.wake()
  return view
}

/** The one answer for a link that cannot be used, whatever the reason. */
export function linkUnavailable(): AppError {
  return new AppError('link-unavailable', 'This link cannot be opened here.')
}
