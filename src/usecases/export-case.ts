/** Everything kept of a case, for the candidate's right of access or for counsel. */
import { readCallExport, type CallExport } from './call-view.ts'
import type { Ports } from './ports.ts'
import type {
  AuditRecord,
  CaseRecord,
  ControlCheckRecord,
  MailRecord,
  PreviewRecord,
  RequestRecord,
  ReviewRecord,
  RoundRecord,
  SessionRecord,
  VerdictRecord,
} from './records.ts'
import type { Signal } from '../core/signals.ts'
import { findReportCase } from './read-report.ts'

/** Everything kept of a case but hashes and the places of messages. Times are epoch ms. */
export interface CaseExport {
  case: CaseRecord
  rounds: (RoundRecord & {
    call: CallExport | null
    signals: Signal[]
    verdicts: VerdictRecord[]
    requests: RequestRecord[]
    previews: PreviewRecord[]
    controlChecks: ControlCheckRecord[]
    mails: Omit<MailRecord, 'link'>[]
    sessions: Omit<SessionRecord, 'hash' | 'networkHash'>[]
  })[]
  reviews: ReviewRecord[]
  audit: AuditRecord[]
}

/** Reads everything behind a report link. Fails: `not-found` for an unknown or expired one. */
export async function exportCase(ports: Ports, token: string): Promise<CaseExport> {
  return ports.store.transaction(async (tx) => {
    const kase = await findReportCase(ports, tx, token)
    const rounds: CaseExport['rounds'] = []
    for (const round of await tx.rounds.ofCase(kase.id)) {
      rounds.push({
        ...round,
        call: await readCallExport(tx, round.id),
        signals: await tx.signals.ofRound(round.id),
        verdicts: await tx.verdicts.ofRound(round.id),
        requests: await tx.requests.ofRound(round.id),
        previews: await tx.previews.ofRound(round.id),
        controlChecks: await tx.controlChecks.ofRound(round.id),
        mails: (await tx.mails.ofRound(round.id)).map(withoutLink),
        sessions: (await tx.sessions.ofRound(round.id)).map(withoutHashes),
      })
    }
    const reviews = await tx.reviews.ofCase(kase.id)
    return { case: kase, rounds, reviews, audit: await tx.audit.ofCase(kase.id) }
  })
}

/** A session without what proves it or links it. */
function withoutHashes({ id, roundId, state, createdAt, lastSeenAt }: SessionRecord) {
  return { id, roundId, state, createdAt, lastSeenAt }
}

/** A mail without the link that it brings: whoever has that takes the candidate's place. */
function withoutLink({ link: _, ...mail }: MailRecord) {
  return mail
}
