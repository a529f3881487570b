/** The report of a case, behind a link that lives for a quarter of an hour. */
import { AppError } from '../core/app-error.ts'
import { attributionsOf, NATURAL_EARTH } from '../core/attributions.ts'
import { decisionWords } from '../core/case.ts'
import type { ReportRound, ReportView } from '../core/report.ts'
import { momentWords } from '../core/when-words.ts'
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import type { Ports } from './ports.ts'
import type { Actor, CaseRecord, Tx } from './records.ts'
import { drawRounds, readPictures, type RoundPictures } from './report-pictures.ts'
import { reportRound } from './report-round.ts'

/** How long a report link lives. */
export const REPORT_LINK_MS = 15 * 60_000

/** Makes a link to the report. Fails: `not-found`. */
export async function makeReportLink(ports: Ports, actor: Actor, caseId: string): Promise<string> {
  const token = ports.random.token()
  await ports.store.transaction(async (tx) => {
    if (!(await tx.cases.get(caseId))) {
      throw new AppError('not-found', fill(managers.commands.case.unknown, { case: caseId }))
    }
    const at = ports.clock.now()
    await tx.grants.insert({
      hash: ports.random.hash(token),
      kind: 'report',
      subject: caseId,
      state: 'open',
      expiresAt: at + REPORT_LINK_MS,
    })
    await tx.audit.append({ at, actor, event: 'report-link-made', caseId, detail: {} })
  })
  return `${ports.settings.publicUrl}/r/${token}`
}

/** Reads the report behind a link. Fails: `not-found` for an unknown or expired one. */
export async function readReport(ports: Ports, token: string): Promise<ReportView> {
  const { view, pictures } = await ports.store.transaction(async (tx) => {
    return buildReport(ports, tx, await findReportCase(ports, tx, token))
  })
  return { ...view, rounds: await drawRounds(ports, view.rounds, pictures) }
}

/** The case behind a report link. Fails: `not-found` for an unknown or expired one. */
export async function findReportCase(ports: Ports, tx: Tx, token: string): Promise<CaseRecord> {
  const grant = await tx.grants.get(ports.random.hash(token))
  const isOpen = grant?.kind === 'report' && grant.expiresAt >= ports.clock.now()
  const kase = isOpen ? await tx.cases.get(grant.subject) : undefined
  if (kase === undefined) {
    throw new AppError('not-found', managers.commands.report.over)
  }
  return kase
}

/** The report, and what is still to be drawn of each round, latest first. */
async function buildReport(
  ports: Ports,
  tx: Tx,
  kase: CaseRecord,
): Promise<{ view: ReportView; pictures: RoundPictures[] }> {
  const caseId = kase.id
  const records = await tx.rounds.ofCase(caseId)
  const zone = records.at(-1)?.zone ?? 'UTC'
  const rounds: ReportRound[] = []
  const pictures: RoundPictures[] = []
  for (const round of [...records].reverse()) {
    rounds.push(await reportRound(ports, tx, kase, round))
    pictures.push(await readPictures(tx, kase, round))
  }
  const reviews = await tx.reviews.ofCase(caseId)
  const audit = await tx.audit.ofCase(caseId)
  const view = {
    caseId,
    candidate: kase.claims?.name ?? null,
    place: kase.claims?.place.label ?? null,
    opening: kase.opening,
    simulated: kase.simulated,
    rounds,
    reviews: reviews.map(({ at, by, decision, reason }) => ({
      at: momentWords(at, zone),
      by: by.name,
      decision: decisionWords[decision].done,
      reason,
    })),
    audit: audit.map(({ at, event, actor, detail }) => ({
      at: momentWords(at, zone),
      event,
      actor: actor.platform,
      detail: Object.entries(detail)
        .map(([key, value]) => `${key} ${String(value)}`)
        .join(', '),
    })),
    auditWhole: ports.verifyAudit(audit),
    attributions: [
      ...attributionsOf(JSON.stringify([rounds, pictures.map(({ map }) => map)])),
      { text: managers.words.attributions.geoNames, url: 'https://www.geonames.org' },
      ...(pictures.some(({ map }) => map !== null) ? [NATURAL_EARTH] : []),
    ],
  }
  return { view, pictures }
}
