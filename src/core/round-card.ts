/** The living card of a round: one message that follows the round from "waiting" to a person's decision. */
import { decisions, decisionWords, type Decision } from './case.ts'
import type { Button, Card, Section, Tone } from './card.ts'
import type { Axis } from './check.ts'
import type { Declared } from './claim.ts'
import type { Evidence } from './policy.ts'
import type { RoundState } from './round.ts'
import { LIMITS, type Verdict } from './verdict.ts'
import { attributionsOf } from './attributions.ts'
import { momentWords, timeWords, windowWords } from './when-words.ts'
import { axisWords, notableFindings, stateWords, strengthWords } from './words.ts'

/** Everything a card shows of a round. */
export interface RoundView {
  caseId: string
  roundId: string
  /** Null once forgotten. */
  name: string | null
  place: string | null
  opening: string | null
  requester: string
  number: number
  state: RoundState
  window: { startAt: number; endAt: number }
  zone: string
  simulated: boolean
  declared: Declared
  boundAt: number | null
  joinedAt: number | null
  verdict: Verdict | null
  evidence: readonly Evidence[]
  /** Times that the verdict was given anew with another result. */
  changes: number
  /** Where the map of what was measured is, what it shows in words, and whose databases it rests on. */
  picture: { url: string; alt: string; databases: readonly string[] } | null
  previews: number
  /** What became of the invitation by mail; null where none was sent. */
  mail: { state: 'waiting' | 'sent' | 'failed'; at: number } | null
  requests: readonly { kind: 'another-way' | 'erase' | 'contest'; at: number }[]
  reviews: readonly { by: string; decision: Decision; reason: string; at: number }[]
}

/** How many findings a card shows; the report has the rest. */
const FINDINGS_SHOWN = 2

const requestWords = {
  'another-way': 'asked for another way',
  erase: 'asked for their data to be erased',
  contest: 'says that something recorded is wrong',
} as const

/** Draws the card. */
export function roundCard(view: RoundView): Card {
  const who = view.name ?? 'A candidate (erased)'
  const head = headline(view, who)
  return {
    tone: head.tone,
    title: head.title,
    badges: [
      ...(view.simulated ? ['simulated'] : []),
      ...(view.number > 1 ? [`round ${view.number}`] : []),
    ],
    // What it means and what to do come first; the circumstances can wait.
    sections: [
      progress(view),
      ...mailSections(view, who),
      ...verdictSections(view),
      ...requestSections(view, who),
      ...reviewSections(view),
      { kind: 'facts', facts: factsOf(view) },
      ...attributionSections(view),
    ],
    buttons: buttonsOf(view),
  }
}

function headline(view: RoundView, who: string): { title: string; tone: Tone } {
  if (view.name === null) return { title: 'An erased case', tone: 'neutral' }
  if (view.verdict !== null) {
    const words = stateWords[view.verdict.overall]
    const final = view.state === 'closed' ? ' (final)' : ''
    // A finding on an axis that was not asked for changes no verdict, but a reader must not miss it.
    if (view.verdict.overall === 'consistent' && hasQuestion(view)) {
      return { title: `${words.label}, with a question: ${who}${final}`, tone: 'attention' }
    }
    return { title: `${words.label}: ${who}${final}`, tone: words.tone }
  }
  switch (view.state) {
    case 'waiting':
      return { title: `Waiting for ${who}`, tone: 'neutral' }
    case 'opened':
    case 'judged':
      return { title: `${who} is here, measuring now`, tone: 'neutral' }
    case 'closed':
      return { title: `Unclear: ${who} (final)`, tone: 'neutral' }
    case 'missed':
      return { title: `${who} did not use the link`, tone: 'neutral' }
    case 'cancelled':
      return { title: `Cancelled: ${who}`, tone: 'neutral' }
  }
}

/** Whether a finding is strong enough to ask about; weaker ones, which one honest visit in thirty has, stay in the report. */
function hasQuestion(view: RoundView): boolean {
  return notableFindings(view.evidence).some(({ bans }) => bans >= LIMITS.notable)
}

function progress(view: RoundView): Section {
  const order = ['Invited', 'Link opened', 'First verdict', 'Final'] as const
  const reached =
    view.state === 'waiting' || view.state === 'missed' || view.state === 'cancelled'
      ? 1
      : view.state === 'opened'
        ? 2
        : view.state === 'judged'
          ? 3
          : 4
  return {
    kind: 'steps',
    steps: order.map((label, index) => ({
      label,
      state:
        index < reached - 1 || reached === order.length ? 'done' : index < reached ? 'now' : 'next',
    })),
  }
}

/** A mail that did not arrive needs a person while the link can still be used. */
function mailSections({ mail, state }: RoundView, who: string): Section[] {
  if (mail?.state !== 'failed' || state !== 'waiting') return []
  const text = `The invitation could not be delivered to ${who}. Press “New link” and send it another way.`
  return [{ kind: 'text', text }]
}

function mailWords({ state, at }: NonNullable<RoundView['mail']>, zone: string): string {
  const words = { waiting: 'on its way', sent: 'sent', failed: 'could not be delivered' }
  return state === 'waiting' ? words.waiting : `${words[state]}, ${momentWords(at, zone)}`
}

function factsOf(view: RoundView) {
  const declared = [
    ...(view.declared.travel ? ['travelling'] : []),
    ...(view.declared.vpn ? ['company VPN'] : []),
    ...(view.declared.remoteDesktop ? ['remote desktop'] : []),
    // Assistive technology excuses readings; who uses it is not the channel's business.
  ]
  return [
    { name: 'Says they are in', value: view.place ?? 'erased' },
    { name: 'Interview', value: windowWords(view.window, view.zone) },
    ...(view.opening === null ? [] : [{ name: 'Opening', value: view.opening }]),
    { name: 'Asked by', value: view.requester },
    ...(declared.length === 0 ? [] : [{ name: 'Declared beforehand', value: declared.join(', ') }]),
    ...(view.mail === null || view.boundAt !== null
      ? []
      : [{ name: 'Invitation by mail', value: mailWords(view.mail, view.zone) }]),
    ...(view.boundAt === null
      ? []
      : [{ name: 'Link opened', value: momentWords(view.boundAt, view.zone) }]),
    ...(view.joinedAt === null
      ? []
      : [{ name: 'Went to the call', value: timeWords(view.joinedAt, view.zone) }]),
    ...(view.previews > 0 && view.boundAt === null
      ? [
          {
            name: 'Link looked at, no click yet',
            value: `${view.previews} ${view.previews === 1 ? 'time' : 'times'}, by a preview, a mail scanner or a first glance`,
          },
        ]
      : []),
  ]
}

function requestSections(view: RoundView, who: string): Section[] {
  const latest = view.requests.at(-1)
  if (latest === undefined) return []
  const text = `${who} ${requestWords[latest.kind]} at ${timeWords(latest.at, view.zone)}.`
  if (latest.kind !== 'another-way') return [{ kind: 'text', text }]
  return [{ kind: 'text', text: `${text} ${ANOTHER_WAY_HINT}` }]
}

/** What a manager can offer instead; asking for it is no sign against anyone. */
export const ANOTHER_WAY_HINT =
  'That is no sign against anyone. You can offer: a short video call that shows the view from the window, an interview at one of your offices or with a partner, or a later time from another computer.'

function verdictSections(view: RoundView): Section[] {
  const { verdict } = view
  if (verdict === null) return []
  const words = stateWords[verdict.overall]
  const shown = shownFindings(view.evidence)
  const more = notableFindings(view.evidence).length - shown.length
  const coverages = verdict.asked.map((axis) => verdict.axes[axis].coverage)
  const tunnels = coverages.flatMap(({ tunnel }) => tunnel ?? [])
  const missing = coverages
    .flatMap((coverage) => coverage.missing)
    .filter((line) => !tunnels.includes(line))
  const isUnclear = verdict.overall === 'unclear'
  return [
    { kind: 'text', text: words.meaning },
    // What a person can do stands before the details, and only where it may change the verdict.
    ...(isUnclear ? tunnels : []).map((line): Section => ({ kind: 'text', text: asAdvice(line) })),
    {
      kind: 'facts',
      facts: verdict.asked.map((axis) => ({
        name: axisWords[axis].name,
        value: axisLine(verdict, axis),
      })),
    },
    ...(view.picture === null
      ? []
      : [{ kind: 'image', url: view.picture.url, alt: view.picture.alt } as const]),
    ...shown.map((item): Section => ({
      kind: 'finding',
      title: item.title,
      against: true,
      facts: [
        { name: 'Stated', value: item.claimed ?? '' },
        { name: 'Expected', value: item.expected ?? '' },
        { name: 'Measured', value: item.observed ?? '' },
        { name: 'Strength', value: strengthWords(item.bans, item.axis) },
      ],
      innocent: item.innocent,
      next: item.next,
    })),
    ...(more > 0
      ? [{ kind: 'text', text: `And ${more} more in the report.`, quiet: true } as const]
      : []),
    ...(isUnclear && missing.length > 0
      ? [{ kind: 'text', text: `Not measured: ${missing.join('; ')}.`, quiet: true } as const]
      : []),
    ...(view.changes > 0
      ? [
          {
            kind: 'text',
            text: `The verdict changed ${view.changes === 1 ? 'once' : `${view.changes} times`} as more was measured.`,
            quiet: true,
          } as const,
        ]
      : []),
  ]
}

/** The findings that a card has room for: another cause says more than the same one again. */
function shownFindings(evidence: readonly Evidence[]): Evidence[] {
  const all = notableFindings(evidence)
  const first = all.filter(
    ({ group }, index) => group === null || all.findIndex((item) => item.group === group) === index,
  )
  return [...first, ...all.filter((item) => !first.includes(item))].slice(0, FINDINGS_SHOWN)
}

/** Whose databases what is shown rests on; only what is shown needs it. */
function attributionSections({ verdict, evidence, picture }: RoundView): Section[] {
  if (verdict === null) return []
  const shown = shownFindings(evidence)
  return attributionsOf(JSON.stringify([shown, picture?.databases])).map(({ text, url }) => ({
    kind: 'link',
    label: text,
    url,
  }))
}

/** A line of coverage as a sentence of its own, with the button that helps. */
function asAdvice(line: string): string {
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}. “${decisionWords.recheck.button}” makes a link for that.`
}

function axisLine(verdict: Verdict, axis: Axis): string {
  const { state, bans } = verdict.axes[axis]
  const { label } = stateWords[state]
  return bans === 0 ? label : `${label}: ${strengthWords(bans, axis)}`
}

function reviewSections(view: RoundView): Section[] {
  const latest = view.reviews.at(-1)
  if (latest === undefined) return []
  const text = `${latest.by} ${decisionWords[latest.decision].done} at ${momentWords(latest.at, view.zone)}: “${latest.reason}”`
  return [{ kind: 'text', text }]
}

function buttonsOf(view: RoundView): Button[] {
  if (view.name === null) return []
  const round = { round: view.roundId }
  const report: Button = {
    label: 'Report',
    style: 'normal',
    command: 'report',
    args: { case: view.caseId },
  }
  if (view.state === 'cancelled') return [report]
  if (view.state === 'missed') {
    return [{ label: 'New round', style: 'primary', command: 'recheck', args: round }, report]
  }
  if (view.verdict === null && view.state !== 'closed') {
    return [
      { label: 'New link', style: 'normal', command: 'resend', args: round },
      { label: 'Cancel', style: 'danger', command: 'cancel', args: round },
      report,
    ]
  }
  const seen = String(view.reviews.length)
  // Emphasis is a nudge: it leads to “fine” only where nothing measured speaks against it.
  const fits = view.verdict?.overall === 'consistent' && !hasQuestion(view)
  return [
    ...decisions.map((decision): Button => ({
      label: decisionWords[decision].button,
      style: decision === 'fine' && fits ? 'primary' : 'normal',
      command: 'review',
      args: { ...round, decision, seen },
    })),
    report,
  ]
}
