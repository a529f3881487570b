/** Everything kept, as one transaction sees it. */
import type { Tx } from '../usecases/records.ts'
import { createAuditLog } from './audit-log.ts'
import { createCalls } from './calls.ts'
import { createCases } from './cases.ts'
import type { Cipher } from './cipher.ts'
import { createConsoleMessages } from './console-messages.ts'
import { createControlChecks } from './control-checks.ts'
import { counts } from './counts.ts'
import type { Engine } from './engine.ts'
import { erase } from './erase.ts'
import { createGrants } from './grants.ts'
import { letGoOfReadings, letGoOfRecords } from './let-go.ts'
import { createLinks } from './links.ts'
import { createMails } from './mails.ts'
import { createOnce } from './once.ts'
import { createOutbox } from './outbox.ts'
import { createPreviews } from './previews.ts'
import { createRefs } from './refs.ts'
import { createRequests } from './requests.ts'
import { createReviews } from './reviews.ts'
import { createRounds } from './rounds.ts'
import type { Trx } from './schema.ts'
import { createSessions } from './sessions.ts'
import { createSettings } from './settings.ts'
import { createSignals } from './signals.ts'
import { createUsualLateness } from './usual-lateness.ts'
import { createVerdicts } from './verdicts.ts'

/** Makes the view of one transaction. `onErase` hears of erased text, whose traces outside the tables must go too. */
export function createTx({
  trx,
  cipher,
  engine,
  onErase,
}: {
  trx: Trx
  cipher: Cipher
  engine: Engine
  onErase: () => void
}): Tx {
  return {
    cases: createCases(trx, cipher),
    rounds: createRounds(trx, cipher),
    links: createLinks(trx),
    sessions: createSessions(trx),
    previews: createPreviews(trx),
    signals: createSignals(trx, cipher),
    controlChecks: createControlChecks(trx, cipher),
    usualLateness: createUsualLateness(trx, cipher),
    verdicts: createVerdicts(trx, cipher),
    reviews: createReviews(trx, cipher),
    requests: createRequests(trx, cipher),
    grants: createGrants(trx),
    outbox: createOutbox(trx, cipher, engine),
    mails: createMails(trx, cipher),
    calls: createCalls(trx, cipher),
    refs: createRefs(trx),
    audit: createAuditLog(trx, engine),
    once: createOnce(trx, cipher),
    settings: createSettings(trx, cipher),
    console: createConsoleMessages(trx, cipher),
    async erase(caseId, at) {
      await erase(trx, caseId, at)
      onErase()
    },
    async letGoOfReadings(endedBefore) {
      const readings = await letGoOfReadings(trx, endedBefore)
      if (readings > 0) onErase()
      return readings
    },
    letGoOfRecords: (createdBefore, limit) => letGoOfRecords(trx, createdBefore, limit),
    counts: () => counts(trx),
  }
}
