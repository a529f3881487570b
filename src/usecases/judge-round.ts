/** Giving a round its verdict, again whenever something may have changed it. */
import { assess, askedAxes, type Assessment } from '../core/assess.ts'
import { checks } from '../core/checks/index.ts'
import { countEchoes, ECHOES_NEEDED } from '../core/coverage.ts'
import { nextRoundState } from '../core/round.ts'
import { textCard } from '../core/card.ts'
import type { Signal } from '../core/signals.ts'
import { notableFindings, stateWords } from '../core/words.ts'
import { policy } from '../core/weights.ts'
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import { postNote, redrawCard } from './cards.ts'
import { controlContext, isControlAsked } from './control-round.ts'
import type { Ports } from './ports.ts'
import type { CaseRecord, RoundRecord, Tx, VerdictRecord } from './records.ts'
import { statedSignals } from './stated-signals.ts'

/**
 * How long the first verdict may wait for readings after Continue. Ten echoes over a satellite (600 ms each) take
 * 6.5 s; the goal is 15 s in all, and the job that looks runs every second.
 */
export const FIRST_VERDICT_WAIT_MS = 8_000

/** The verdict that the readings kept so far give. `closing`: the window is over. */
export async function assessRound(
  ports: Ports,
  tx: Tx,
  kase: CaseRecord,
  round: RoundRecord,
  closing: boolean,
): Promise<Assessment & { signals: readonly Signal[] }> {
  const signals = [...statedSignals(ports, kase, round), ...(await tx.signals.ofRound(round.id))]
  const asked = askedAxes({
    controlCheck: isControlAsked(ports, round),
    number: round.number,
    callData: false,
    factsGiven: false,
  })
  const window = { startAt: round.startAt, ...(closing ? { endAt: round.endAt } : {}) }
  const control = await controlContext(ports, tx, kase, round)
  return { ...assess({ signals, ...window, ...control, asked }, checks, policy), signals }
}

/** Whether all passive readings are in, so that waiting longer would bring nothing. */
function isComplete(signals: readonly Signal[]): boolean {
  const names = new Set(signals.map(({ name }) => name))
  return names.has('browserZone') && names.has('webdriver') && countEchoes(signals) >= ECHOES_NEEDED
}

/** Whether a reader would see another verdict. */
function isMaterial(before: VerdictRecord | undefined, now: Assessment): boolean {
  if (before === undefined) return true
  const states = (verdict: VerdictRecord['verdict']) =>
    JSON.stringify([verdict.overall, Object.values(verdict.axes).map(({ state }) => state)])
  // What only counts for coverage is known when the window is over; the report then says it.
  const told = (evidence: Assessment['evidence']) =>
    JSON.stringify(
      evidence
        .filter(({ outcome, group }) => outcome === 'contradictory' || group === null)
        .map((e) => [e.check, e.level]),
    )
  // Skipped, void or not taken are one state, and different things to a reader.
  const tapping = ({ asked, axes: { control } }: VerdictRecord['verdict']) =>
    asked.includes('control') ? JSON.stringify(control.coverage.missing) : ''
  return (
    states(before.verdict) !== states(now.verdict) ||
    tapping(before.verdict) !== tapping(now.verdict) ||
    told(before.evidence) !== told(now.evidence)
  )
}

/** Calls the person who asked, once per round and state, when a person is needed. The console shows its cards anyway. */
async function callRequester(
  ports: Ports,
  tx: Tx,
  kase: CaseRecord,
  round: RoundRecord,
  { verdict, evidence }: Assessment,
): Promise<void> {
  const { overall } = verdict
  if (kase.platform === 'console' || (overall !== 'review' && overall !== 'contradicted')) return
  const next = notableFindings(evidence)[0]?.next ?? ''
  const { label, meaning, tone } = stateWords[overall]
  const who = kase.claims?.name ?? managers.commands.case.aCandidate
  const title = fill(managers.card.round.titles.verdict, { state: label, who })
  await postNote(
    ports,
    tx,
    kase,
    round.id,
    `${round.id}:${overall}`,
    textCard(title, [meaning, next], tone),
  )
}

/**
 * Judges a round and, when a reader would see a difference, keeps the verdict and redraws the card.
 *
 * The first verdict waits for the passive readings, or for `FIRST_VERDICT_WAIT_MS`. `closing` makes it final.
 * Out: the round as it is now.
 */
export async function judgeRound(
  ports: Ports,
  tx: Tx,
  kase: CaseRecord,
  round: RoundRecord,
  closing = false,
): Promise<RoundRecord> {
  const now = ports.clock.now()
  const boundAt = round.boundAt
  if (boundAt === null) return round
  const assessment = await assessRound(ports, tx, kase, round, closing)
  const patient = round.state === 'opened' && !closing && now - boundAt < FIRST_VERDICT_WAIT_MS
  if (patient && !isComplete(assessment.signals)) return round
  const before = await tx.verdicts.latest(round.id)
  const material = isMaterial(before, assessment)
  const state = nextRoundState(round.state, closing ? 'close' : 'judge')
  if (!material && state === round.state) return round
  if (material) {
    const { verdict, evidence } = assessment
    await callRequester(ports, tx, kase, round, assessment)
    await tx.verdicts.append({ roundId: round.id, at: now, verdict, evidence })
    await tx.audit.append({
      at: now,
      actor: { platform: 'system', id: 'verdict' },
      event: before === undefined ? 'verdict-first' : 'verdict-changed',
      caseId: kase.id,
      detail: { round: round.id, overall: verdict.overall, policy: verdict.policyVersion },
    })
  }
  const closedAt = closing ? now : null
  if (state !== round.state) await tx.rounds.update(round.id, { state, closedAt })
  await redrawCard(ports, tx, kase, round.id)
  return { ...round, state, closedAt }
}
