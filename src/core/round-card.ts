/** The living card of a round: one message that follows the round from "waiting" to a person's decision. */
import { fill } from '../texts/fill.ts'
import { managersLocale } from '../texts/managers-language.ts'
import { managers } from '../texts/managers.ts'
import { counted } from '../texts/plural.ts'
import { decisions, decisionWords, type Decision } from './case.ts'
import { callFact, type CallView } from './call-words.ts'
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
  /** What is known of their times in the call; null where the call is none that tells them. */
  call: CallView | null
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

const texts = managers.card.round

/** Draws the card. */
export function roundCard(view: RoundView): Card {
  const who = view.name ?? texts.erasedName
  const head = headline(view, who)
  return {
    tone: head.tone,
    title: head.title,
    badges: [
      ...(view.simulated ? [texts.badges.simulated] : []),
      ...(view.number > 1 ? [fill(texts.badges.number, { number: view.number })] : []),
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
  const { titles } = texts
  if (view.name === null) return { title: titles.erased, tone: 'neutral' }
  if (view.verdict !== null) {
    const { title, tone } = verdictHeadline(view, view.verdict, who)
    return { title: view.state === 'closed' ? fill(titles.final, { title }) : title, tone }
  }
  switch (view.state) {
    case 'waiting':
      return { title: fill(titles.waiting, { who }), tone: 'neutral' }
    case 'opened':
    case 'judged':
      return { title: fill(titles.measuring, { who }), tone: 'neutral' }
    case 'closed': {
      const title = fill(titles.verdict, { state: stateWords.unclear.label, who })
      return { title: fill(titles.final, { title }), tone: 'neutral' }
    }
    case 'missed':
      return { title: fill(titles.missed, { who }), tone: 'neutral' }
    case 'cancelled':
      return { title: fill(titles.cancelled, { who }), tone: 'neutral' }
  }
}

function verdictHeadline(view: RoundView, verdict: Verdict, who: string) {
  const { label, tone } = stateWords[verdict.overall]
  // A finding on an axis that was not asked for changes no verdict, but a reader must not miss it.
  return verdict.overall === 'consistent' && hasQuestion(view)
    ? { title: fill(texts.titles.question, { state: label, who }), tone: 'attention' as const }
    : { title: fill(texts.titles.verdict, { state: label, who }), tone }
}

/** Whether a finding is strong enough to ask about; weaker ones, which one honest visit in thirty has, stay in the report. */
function hasQuestion(view: RoundView): boolean {
  return notableFindings(view.evidence).some(({ bans }) => bans >= LIMITS.notable)
}

function progress(view: RoundView): Section {
  const { invited, opened, verdict, final } = texts.steps
  const order = [invited, opened, verdict, final]
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
  const text = fill(texts.mail.undelivered, { who, button: texts.buttons.newLink })
  return [{ kind: 'text', text }]
}

function mailWords({ state, at }: NonNullable<RoundView['mail']>, zone: string): string {
  if (state === 'waiting') return texts.mail.waiting
  return fill(texts.mail[state], { moment: momentWords(at, zone) })
}

function factsOf(view: RoundView) {
  const { facts } = texts
  const declared = [
    ...(view.declared.travel ? [texts.declared.travel] : []),
    ...(view.declared.vpn ? [texts.declared.vpn] : []),
    ...(view.declared.remoteDesktop ? [texts.declared.remoteDesktop] : []),
    // Assistive technology excuses readings; who uses it is not the channel's business.
  ]
  return [
    { name: facts.place, value: view.place ?? texts.erasedPlace },
    { name: facts.window, value: windowWords(view.window, view.zone) },
    ...(view.opening === null ? [] : [{ name: facts.opening, value: view.opening }]),
    { name: facts.requester, value: view.requester },
    ...(declared.length === 0 ? [] : [{ name: facts.declared, value: declared.join(', ') }]),
    ...(view.mail === null || view.boundAt !== null
      ? []
      : [{ name: facts.mail, value: mailWords(view.mail, view.zone) }]),
    ...(view.boundAt === null
      ? []
      : [{ name: facts.bound, value: momentWords(view.boundAt, view.zone) }]),
    ...(view.joinedAt === null
      ? []
      : [{ name: facts.joined, value: timeWords(view.joinedAt, view.zone) }]),
    ...(view.call === null || view.name === null ? [] : [callFact(view.call, view.zone)]),
    ...(view.previews > 0 && view.boundAt === null
      ? [
          {
            name: facts.previews,
            value: counted(managersLocale, texts.previews, view.previews),
          },
        ]
      : []),
  ]
}

function requestSections(view: RoundView, who: string): Section[] {
  const latest = view.requests.at(-1)
  if (latest === undefined) return []
  const text = fill(texts.requests[latest.kind], { who, time: timeWords(latest.at, view.zone) })
  if (latest.kind !== 'another-way') return [{ kind: 'text', text }]
  return [{ kind: 'text', text: `${text} ${texts.anotherWay}` }]
}

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
        { name: texts.finding.claimed, value: item.claimed ?? '' },
        { name: texts.finding.expected, value: item.expected ?? '' },
        { name: texts.finding.observed, value: item.observed ?? '' },
        { name: texts.finding.strength, value: strengthWords(item.bans, item.axis) },
      ],
      innocent: item.innocent,
      next: item.next,
    })),
    ...(more > 0
      ? [{ kind: 'text', text: fill(texts.moreFindings, { count: more }), quiet: true } as const]
      : []),
    ...(isUnclear && missing.length > 0
      ? [
          {
            kind: 'text',
            text: fill(texts.notMeasured, { missing: missing.join('; ') }),
            quiet: true,
          } as const,
        ]
      : []),
    ...(view.changes > 0
      ? [
          {
            kind: 'text',
            text: counted(managersLocale, texts.changes, view.changes),
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
  return fill(texts.tunnelAdvice, {
    line: `${line.charAt(0).toUpperCase()}${line.slice(1)}`,
    button: decisionWords.recheck.button,
  })
}

function axisLine(verdict: Verdict, axis: Axis): string {
  const { state, bans } = verdict.axes[axis]
  const { label } = stateWords[state]
  return bans === 0 ? label : fill(texts.axis, { label, strength: strengthWords(bans, axis) })
}

function reviewSections(view: RoundView): Section[] {
  const latest = view.reviews.at(-1)
  if (latest === undefined) return []
  const text = fill(texts.review, {
    who: latest.by,
    decision: decisionWords[latest.decision].done,
    moment: momentWords(latest.at, view.zone),
    reason: latest.reason,
  })
  return [{ kind: 'text', text }]
}

function buttonsOf(view: RoundView): Button[] {
  if (view.name === null) return []
  const { buttons } = texts
  const round = { round: view.roundId }
  const report: Button = {
    label: buttons.report,
    style: 'normal',
    command: 'report',
    args: { case: view.caseId },
  }
  if (view.state === 'cancelled') return [report]
  if (view.state === 'missed') {
    return [{ label: buttons.newRound, style: 'primary', command: 'recheck', args: round }, report]
  }
  if (view.verdict === null && view.state !== 'closed') {
    return [
      { label: buttons.newLink, style: 'normal', command: 'resend', args: round },
      { label: buttons.cancel, style: 'danger', command: 'cancel', args: round },
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
