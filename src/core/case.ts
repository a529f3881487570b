/** A case: one candidate for one opening, from `/verify` to a person's decision. */
import { managers } from '../texts/managers.ts'
import { transition, type Machine } from './machine.ts'

/** `open` until no round is left and a person decided, `decided` after, `cancelled` by the manager, `forgotten` once erased. */
export type CaseState = 'open' | 'decided' | 'cancelled' | 'forgotten'

/** What happens to a case. */
export type CaseEvent = 'review' | 'new-round' | 'cancel' | 'forget'

const machine: Machine<CaseState, CaseEvent> = {
  open: { review: 'decided', 'new-round': 'open', cancel: 'cancelled', forget: 'forgotten' },
  // A decision can be taken again, and another check opens the case anew.
  decided: { review: 'decided', 'new-round': 'open', forget: 'forgotten' },
  cancelled: { forget: 'forgotten' },
  forgotten: {},
}

/** The next state of a case. Fails: `illegal-transition` when the event cannot happen in this state. */
export function nextCaseState(state: CaseState, event: CaseEvent): CaseState {
  return transition('case', machine, state, event)
}

/** What a named person may decide. */
export const decisions = ['fine', 'recheck', 'escalate', 'dismiss'] as const

/** What a named person decided. */
export type Decision = (typeof decisions)[number]

/** For people: the button of each decision, and how it reads in a sentence after a name. */
export const decisionWords: Readonly<Record<Decision, { button: string; done: string }>> =
  managers.words.decisions
