/** The report of a case, behind a link that lives for a quarter of an hour. */
import { AppError } from '../core/app-error.ts'
import { attributionsOf } from '../core/attributions.ts'
import { axes } from '../core/check.ts'
import { checks } from '../core/checks/index.ts'
import { decisionWords } from '../core/case.ts'
import type { Evidence } from '../core/policy.ts'
import type { ReportFinding, ReportRound, ReportView } from '../core/report.ts'
import { momentWords, timeWords, windowWords } from '../core/when-words.ts'
import { axisWords, strengthWords } from '../core/words.ts'
import type { Ports } from './ports.ts'
import type { Actor, CaseRecord, RoundRecord, Tx } from './records.ts'

/** How long a report link lives. */
export const REPORT_LINK_MS = 15 * 60_000

const requestText = {
  'another-way': 'asked for another way',
  erase: 'asked for erasure',
  contest: 'contested what was recorded',
} as const

/** Makes a link to the report. Fails: `not-found`. */
export async function makeReportLink(ports: Ports, actor: Actor, caseId: string): Promise<string> {
  const token = ports.random.token()
  await ports.store.transaction(async (tx) => {
    if (!(await tx.cases.get(caseId))) {
      throw new AppError('not-found', `There is no case ${caseId}.`)
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
  return ports.store.transaction(async (tx) => {
    return buildReport(ports, tx, await findReportCase(ports, tx, token))
  })
}

/** The case behind a report link. Fails: `not-found` for an unknown or expired one. */
export async function findReportCase(ports: Ports, tx: Tx, token: string): Promise<CaseRecord> {
  const grant = await tx.grants.get(ports.random.hash(token))
  const isOpen = grant?.kind === 'report' && grant.expiresAt >= ports.clock.now()
  const kase = isOpen ? await tx.cases.get(grant.subject) : undefined
  if (kase === undefined) {
    throw new AppError('not-found', 'This report link is over. Press Report on the card again.')
  }
  return kase
}

async function buildReport(ports: Ports, tx: Tx, kase: CaseRecord): Promise<ReportView> {
  const caseId = kase.id
  const records = await tx.rounds.ofCase(caseId)
  const zone = records.at(-1)?.zone ?? 'UTC'
  const rounds: ReportRound[] = []
  for (const round of [...records].reverse()) rounds.push(await reportRound(tx, round))
  const reviews = await tx.reviews.ofCase(caseId)
  const audit = await tx.audit.ofCase(caseId)
  return {
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
      ...attributionsOf(JSON.stringify(rounds)),
      { text: 'Places by GeoNames (CC BY 4.0)', url: 'https://www.geonames.org' },
    ],
  }
}

async function reportRound(tx: Tx, round: RoundRecord): Promise<ReportRound> {
  const verdicts = await tx.verdicts.ofRound(round.id)
  const latest = verdicts.at(-1)
  const requests = await tx.requests.ofRound(round.id)
  return {
    number: round.number,
    state: round.state,
    window: windowWords(round, round.zone),
    overall: latest?.verdict.overall ?? null,
    axes: latest
      ? axes.map((axis) => {
          const { state, bans, coverage } = latest.verdict.axes[axis]
          return {
            axis,
            question: axisWords[axis].question,
            state,
            asked: latest.verdict.asked.includes(axis),
            bans,
            strength: strengthWords(bans, axis),
            coverage,
          }
        })
      : [],
    findings: (latest?.evidence ?? []).map(reportFinding),
    history: verdicts.map(({ at, verdict }) => ({
      at: momentWords(at, round.zone),
      overall: verdict.overall,
    })),
    previews: await tx.previews.count(round.id),
    requests: requests.map(({ at, kind, text }) => ({
      at: timeWords(at, round.zone),
      text: text === '' ? requestText[kind] : `${requestText[kind]}: “${text}”`,
    })),
    policyVersion: latest?.verdict.policyVersion ?? null,
  }
}

function reportFinding(item: Evidence): ReportFinding {
  return {
    check: item.check,
    title: item.title,
    axis: item.axis,
    outcome: item.outcome,
    claimed: item.claimed,
    expected: item.expected,
    observed: item.observed,
    meaning: checks.find(({ id }) => id === item.check)?.why ?? '',
    innocent: item.innocent,
    next: item.next,
    basis: item.basis,
    bans: item.bans,
    strength: item.why === null ? strengthWords(item.bans, item.axis) : item.why,
    weightSource: item.weightSource,
  }
}
