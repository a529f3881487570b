/** Evidence and everything else that a verdict is made from, with harmless defaults. */
import type { Axis } from '../../src/core/check.ts'
import type { Evidence } from '../../src/core/policy.ts'
import type { Coverage, Judgeable } from '../../src/core/verdict.ts'

/** One piece of evidence. */
export function evidence(part: Partial<Evidence>): Evidence {
  return {
    check: part.group ?? 'some-check',
    title: 'Some check',
    axis: 'place',
    group: 'some-group',
    outcome: (part.bans ?? 0) < 0 ? 'consistent' : 'contradictory',
    level: 'some',
    claimed: 'this',
    expected: 'this',
    observed: 'that',
    facts: {},
    innocent: ['a harmless reason'],
    next: 'ask',
    forbiddenAtVantages: 0,
    why: null,
    measuredByUs: true,
    bans: 0,
    basis: 'judgement',
    weightSource: 'test',
    ...part,
  }
}

const met: Coverage = { met: true, missing: [] }
const unmet: Coverage = { met: false, missing: ['something'] }

/** Everything was measured. */
export const covered: Record<Axis, Coverage> = {
  place: met,
  control: met,
  continuity: met,
  record: met,
}

/** Nothing was measured. */
export const uncovered: Record<Axis, Coverage> = {
  place: unmet,
  control: unmet,
  continuity: unmet,
  record: unmet,
}

/** What a verdict is made from. */
export function judgeable(part: Partial<Judgeable>): Judgeable {
  return {
    evidence: [],
    coverage: covered,
    asked: ['place'],
    behindTunnel: false,
    remoteDesktopDeclared: false,
    policyVersion: 'test',
    ...part,
  }
}
