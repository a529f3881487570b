/** One round as the report shows it. */
import { axes } from '../core/check.ts'
import { callLines } from '../core/call-words.ts'
import { checks } from '../core/checks/index.ts'
import type { Declared } from '../core/claim.ts'
import type { Evidence } from '../core/policy.ts'
import type { ReportFinding, ReportRound } from '../core/report.ts'
import type { Verdict } from '../core/verdict.ts'
import { declarables, whatWouldChange, type Declarable } from '../core/what-if.ts'
import { momentWords, timeWords, windowWords } from '../core/when-words.ts'
import { axisWords, strengthWords } from '../core/words.ts'
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import { readCallView } from './call-view.ts'
import { assessRound } from './judge-round.ts'
import { readAccountChange } from './named-call.ts'
import type { Ports } from './ports.ts'
import type { CaseRecord, RoundRecord, Tx, VerdictRecord } from './records.ts'

const { requests: requestText, requestWith } = managers.words

/** A round with everything that is known of it in words; its pictures are drawn later. */
export async function reportRound(
  ports: Ports,
  tx: Tx,
  kase: CaseRecord,
  round: RoundRecord,
): Promise<ReportRound> {
  const verdicts = await tx.verdicts.ofRound(round.id)
  const latest = verdicts.at(-1)
  const requests = await tx.requests.ofRound(round.id)
  const call = kase.claims === null ? null : await readCallView(ports, tx, kase, round)
  const accountChange = kase.claims === null ? null : await readAccountChange(tx, round)
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
      text:
        text === '' ? requestText[kind] : fill(requestWith, { request: requestText[kind], text }),
    })),
    policyVersion: latest?.verdict.policyVersion ?? null,
    whatIf: latest && kase.claims !== null ? await whatIfOf(ports, tx, kase, round, latest) : [],
    call:
      call === null && accountChange === null
        ? null
        : [
            ...(accountChange === null ? [] : [managers.call.accountChange[accountChange]]),
            ...(call === null ? [] : callLines(call, round.zone)),
          ],
    map: null,
    timeline: null,
    readingsGone: latest !== undefined && (await tx.signals.count(round.id)) === 0,
  }
}

/** What would change the verdict; other declarations only where judging again gives today what it gave then. */
async function whatIfOf(
  ports: Ports,
  tx: Tx,
  kase: CaseRecord,
  round: RoundRecord,
  { verdict, evidence }: VerdictRecord,
): Promise<string[]> {
  const closing = round.state === 'closed'
  const judged = async (declared: Declared) =>
    (await assessRound(ports, tx, kase, { ...round, declared }, closing)).verdict
  const { declared } = round
  const hadDeclared: Partial<Record<Declarable, Verdict>> = {}
  if ((await judged(declared)).overall === verdict.overall) {
    for (const what of declarables) {
      hadDeclared[what] = await judged({ ...declared, [what]: !declared[what] })
    }
  }
  return whatWouldChange({ verdict, evidence, declared, hadDeclared })
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
