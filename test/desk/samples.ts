/** A case as the product itself draws it: Jane Doe says Austin, her computer answers from near Frankfurt. */
import { axes } from '../../src/core/check.ts'
import { checks } from '../../src/core/checks/index.ts'
import type { Card, Form } from '../../src/core/card.ts'
import type { Evidence } from '../../src/core/policy.ts'
import type { ReportFinding, ReportView } from '../../src/core/report.ts'
import { roundCard } from '../../src/core/round-card.ts'
import type { Coverage, State, Verdict } from '../../src/core/verdict.ts'
import { axisWords, strengthWords } from '../../src/core/words.ts'
import { sampleRound } from '../../scripts/gen/card-samples.ts'
import type { CommandView, ConsoleData, ConsoleMessageView } from '../../src/desk/views.ts'

/** Monday 23 November 2026, 15:00 in Austin. */
const START_AT = Date.UTC(2026, 10, 23, 21)
const MINUTE_MS = 60_000

/** Every command of the product, as the console is told of them. */
export const commands: readonly CommandView[] = [
  {
    name: 'verify',
    usage: '/verify [name e-mail, place, when and how long]',
    summary: 'Verify a candidate for an interview',
  },
  {
    name: 'demo',
    usage: '/verify demo [who]',
    summary: 'Watch a simulated candidate go through the real thing',
  },
  { name: 'list', usage: '/verify list', summary: 'Open and decided cases, newest first' },
  {
    name: 'status',
    usage: '/verify status <case>',
    summary: 'Show the card of a case again, to you alone',
  },
  {
    name: 'report',
    usage: '/verify report <case>',
    summary: 'All findings, what was not measured, and the audit trail',
  },
  { name: 'help', usage: '/verify help', summary: 'What can be typed' },
]

function evidence(check: string, part: Partial<Evidence>): Evidence {
  const known = checks.find(({ id }) => id === check)
  return {
    check,
    title: known?.title ?? check,
    axis: known?.axis ?? 'place',
    group: known?.group ?? null,
    outcome: 'contradictory',
    level: 'some',
    claimed: null,
    expected: null,
    observed: null,
    facts: {},
    innocent: known?.innocent ?? [],
    next: known?.next ?? '',
    forbiddenAtVantages: 0,
    why: null,
    measuredByUs: true,
    bans: 0,
    basis: 'argued',
    weightSource: '',
    ...part,
  }
}

const contradictions: readonly Evidence[] = [
  evidence('round-trip-floor', {
    claimed: 'Austin, Texas, United States, 8,545 km from our server in Frankfurt',
    expected: 'an answer after 84 ms or more',
    observed: 'an answer after 31.0 ms: at most 3,100 km away',
    bans: 1.5,
    basis: 'data',
    weightSource:
      '1 of 235 home probes of 2023 (itself in a wrong place), 0 of 21,939 city pairs of 2018 (2026-11-22)',
  }),
  evidence('country-vs-address', {
    claimed: 'United States',
    expected: 'an address in the United States',
    observed: 'both databases place the address in Germany',
    bans: 1,
    basis: 'argued',
    weightSource:
      'two databases of different makers agree on another country; on home, mobile and satellite addresses of known places that happened in none of 258 (2026-11-22)',
  }),
]

const rest: readonly Evidence[] = [
  evidence('zone-vs-claim', {
    outcome: 'consistent',
    claimed: 'Austin, Texas, United States',
    expected: 'UTC−6 on 23 November 2026',
    observed: 'UTC−6 (America/Chicago)',
    bans: 0,
    basis: 'judgement',
    weightSource: 'a time zone can be set, so it never speaks for a candidate',
  }),
  evidence('automation', {
    outcome: 'unavailable',
    why: 'webdriver: blocked',
    basis: null,
    weightSource: 'not measured: weighs nothing',
  }),
  evidence('second-browser', {
    outcome: 'not-applicable',
    basis: null,
    weightSource: 'does not apply here',
  }),
]

function verdictOf(overall: State, bans: number, place: Coverage): Verdict {
  const none = { state: 'unclear', bans: 0, groups: [] } as const
  return {
    overall,
    axes: {
      place: { state: overall, bans, coverage: place, groups: [] },
      control: {
        ...none,
        coverage: { met: false, missing: ['the control check was not taken'] },
      },
      continuity: {
        ...none,
        coverage: { met: false, missing: ['no device key was seen from Continue to Join'] },
      },
      record: {
        ...none,
        coverage: {
          met: false,
          missing: ['fewer than three facts of the application were looked up'],
        },
      },
    },
    asked: ['place'],
    policyVersion: '2026-11-22',
  }
}

const measured = { state: 'judged', boundAt: START_AT + 2 * MINUTE_MS } as const

/** The card while nobody has pressed Continue. */
export const waitingCard: Card = roundCard(sampleRound({ previews: 2 }))

/** The card of a contradicted place. */
export const contradictedCard: Card = roundCard(
  sampleRound({
    ...measured,
    verdict: verdictOf('contradicted', 2.5, { met: true, missing: [] }),
    evidence: [...contradictions, ...rest],
    changes: 1,
  }),
)

/** The card of a candidate whose readings fit. */
export const consistentCard: Card = roundCard(
  sampleRound({
    ...measured,
    name: 'Øyvind Åsnes',
    place: 'Tromsø, Troms, Norway',
    simulated: true,
    verdict: verdictOf('consistent', -0.5, { met: true, missing: [] }),
  }),
)

/** The private card with the link. */
export const linkCard: Card = {
  tone: 'good',
  title: 'The link for Jane Doe',
  badges: [],
  sections: [
    {
      kind: 'text',
      text: 'Send this on. It works once, on the device where Jane presses Continue.',
    },
    {
      kind: 'link',
      label: 'One-time link',
      url: 'https://verify.example.com/i/Zk9wQ2hSdjE3bWxQc0tYVw',
      copy: true,
    },
    { kind: 'text', text: 'It opens an hour before the interview and ends with it.', quiet: true },
  ],
  buttons: [],
}

/** A form with every kind of field. */
export const fullForm: Form = {
  command: 'verify',
  args: { opening: 'platform' },
  title: 'Verify a candidate',
  intro: 'Not understood, please place it yourself: “next to the river”',
  fields: [
    { kind: 'text', name: 'name', label: 'Name', required: true, value: 'Jane Doe' },
    { kind: 'email', name: 'email', label: 'E-mail', required: true },
    {
      kind: 'place',
      name: 'place',
      label: 'Says they will be in',
      hint: 'The city the candidate stated for the interview',
      required: true,
    },
    {
      kind: 'datetime',
      name: 'start',
      label: 'Start',
      zoneField: 'zone',
      required: true,
      value: '2026-11-23T15:00',
    },
    { kind: 'zone', name: 'zone', label: 'Time zone', required: true, value: 'America/Chicago' },
    {
      kind: 'choice',
      name: 'lengthMin',
      label: 'Length',
      options: ['30', '45', '60', '90', '120'].map((value) => ({
        value,
        label: `${value} minutes`,
      })),
      required: true,
      value: '45',
    },
    {
      kind: 'choice',
      name: 'occurrence',
      label: 'The clocks change that night: which of the two?',
      options: [
        { value: 'first', label: 'The first' },
        { value: 'second', label: 'The second' },
      ],
      required: true,
    },
    {
      kind: 'url',
      name: 'meetingUrl',
      label: 'Meeting link',
      hint: 'Where “Join the interview” leads',
    },
    { kind: 'phone', name: 'phone', label: 'Phone, as the candidate wrote it' },
    { kind: 'long-text', name: 'reason', label: 'Note', hint: 'Seen by your team only' },
    { kind: 'switch', name: 'travel', label: 'Said they are travelling', value: true },
    { kind: 'switch', name: 'vpn', label: 'Said they use a company VPN' },
  ],
  submit: 'Make the link',
}

/** A message of the channel. */
export function message(
  id: string,
  card: Card,
  part: Partial<ConsoleMessageView> = {},
): ConsoleMessageView {
  return { id, card, at: START_AT - 90 * MINUTE_MS, edited: false, removed: false, ...part }
}

/** A console with these messages. */
export function consoleData(messages: readonly ConsoleMessageView[] = []): ConsoleData {
  return {
    channel: 'hiring',
    company: 'Northwind Robotics',
    person: 'Mara Lindqvist',
    messages,
    commands,
  }
}

function reportFinding(item: Evidence): ReportFinding {
  return {
    ...item,
    meaning: checks.find(({ id }) => id === item.check)?.why ?? '',
    strength: item.why ?? strengthWords(item.bans, item.axis),
  }
}

const verdict = verdictOf('contradicted', 2.5, { met: true, missing: [] })

/** The report of the contradicted case. */
export const contradictedReport: ReportView = {
  caseId: 'case_7h2k',
  candidate: 'Jane Doe',
  place: 'Austin, Texas, United States',
  opening: 'Senior platform engineer',
  simulated: true,
  rounds: [
    {
      number: 1,
      state: 'closed',
      window: 'Mon, 23 Nov 2026, 15:00–15:45 CST (America/Chicago)',
      overall: 'contradicted',
      axes: axes.map((axis) => ({
        axis,
        question: axisWords[axis].question,
        asked: verdict.asked.includes(axis),
        strength: strengthWords(verdict.axes[axis].bans, axis),
        ...verdict.axes[axis],
      })),
      findings: [...rest, ...[...contradictions].reverse()].map(reportFinding),
      history: [
        { at: 'Mon, 23 Nov 2026, 15:02', overall: 'review' },
        { at: 'Mon, 23 Nov 2026, 15:04', overall: 'contradicted' },
      ],
      previews: 2,
      requests: [{ at: '15:20', text: 'contested what was recorded: “I was in Austin”' }],
      policyVersion: '2026-11-22',
      whatIf: ['If “Stated country” has an innocent cause, Place is “Needs a look”.'],
      call: null,
      map: {
        lines: ['Stated place: Austin, Texas, United States', 'IP address placed in Germany'],
        svg: { wide: '<svg id="map-wide"></svg>', narrow: '<svg id="map-narrow"></svg>' },
      },
      timeline: { lines: ['Moments: 15:00 Continue'], svg: null },
      readingsGone: false,
    },
  ],
  reviews: [
    {
      at: 'Mon, 23 Nov 2026, 15:50',
      by: 'Mara Lindqvist',
      decision: 'asked for another check',
      reason: 'She says she used a cloud computer in Frankfurt.',
    },
  ],
  audit: [
    {
      at: 'Mon, 23 Nov 2026, 13:30',
      event: 'case-opened',
      actor: 'console',
      detail: 'round round_7h2k',
    },
    { at: 'Mon, 23 Nov 2026, 15:02', event: 'link-bound', actor: 'candidate', detail: '' },
    {
      at: 'Mon, 23 Nov 2026, 15:04',
      event: 'verdict',
      actor: 'system',
      detail: 'overall contradicted',
    },
    {
      at: 'Mon, 23 Nov 2026, 15:50',
      event: 'reviewed',
      actor: 'console',
      detail: 'decision recheck',
    },
  ],
  auditWhole: true,
  attributions: [
    { text: 'IP geolocation by DB-IP', url: 'https://db-ip.com' },
    { text: 'Places by GeoNames (CC BY 4.0)', url: 'https://www.geonames.org' },
  ],
}

/** A report of a case that nobody has used a link of. */
export const emptyReport: ReportView = {
  ...contradictedReport,
  candidate: null,
  place: null,
  opening: null,
  simulated: false,
  rounds: [],
  reviews: [],
  audit: [],
  auditWhole: false,
}
