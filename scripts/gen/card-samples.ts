/** One card for each thing that a channel can be told of a round: Jane Doe says Austin, and what is measured varies. */
import { assess } from '../../src/core/assess.ts'
import { checks } from '../../src/core/checks/index.ts'
import { textCard, type Card } from '../../src/core/card.ts'
import { NOTHING_DECLARED, type Declared } from '../../src/core/claim.ts'
import { linkCard } from '../../src/core/link-card.ts'
import { roundCard, type RoundView } from '../../src/core/round-card.ts'
import { mapViewOf } from '../../src/core/map-view.ts'
import { mapAlt } from '../../src/core/map-words.ts'
import type { Signal } from '../../src/core/signals.ts'
import { policy } from '../../src/core/weights.ts'
import { managers } from '../../src/texts/managers.ts'

/** A card and when it is seen. */
export interface CardSample {
  name: string
  seen: string
  card: Card
}

/** Monday 23 November 2026, 15:00 in Austin. */
const START_AT = Date.UTC(2026, 10, 23, 21)
const MINUTE_MS = 60_000
const OPENED_AT = START_AT - 4 * MINUTE_MS

const austin = {
  label: 'Austin, Texas, United States',
  country: 'US',
  lat: 30.2672,
  lon: -97.7431,
  zone: 'America/Chicago',
}

/** Jane's round before anything happened; what is given changes it. */
export function sampleRound(part: Partial<RoundView> = {}): RoundView {
  return {
    caseId: 'case_7h2k',
    roundId: 'round_7h2k',
    name: 'Jane Doe',
    place: austin.label,
    opening: 'Senior platform engineer',
    requester: 'Mara Lindqvist',
    number: 1,
    state: 'waiting',
    window: { startAt: START_AT, endAt: START_AT + 45 * MINUTE_MS },
    zone: austin.zone,
    simulated: false,
    declared: NOTHING_DECLARED,
    boundAt: null,
    joinedAt: null,
    call: null,
    verdict: null,
    evidence: [],
    changes: 0,
    picture: null,
    previews: 0,
    mail: null,
    requests: [],
    reviews: [],
    ...part,
  }
}

/** Where databases place addresses of these countries. */
const cities: Readonly<Record<string, { city: string; lat: number; lon: number }>> = {
  US: { city: 'Austin', lat: 30.27, lon: -97.74 },
  RO: { city: 'Bucharest', lat: 44.43, lon: 26.1 },
}

/** What is measured of a computer. */
interface Measured {
  country?: string
  zone?: string
  /** Least round-trip time from Frankfurt, which honestly is 108 ms and more. */
  minMs?: number
  driven?: boolean
}

function signalsOf(
  { country, zone, minMs, driven = false }: Measured,
  declared: Declared = NOTHING_DECLARED,
): Signal[] {
  const at = OPENED_AT
  const page = { at, source: 'page' } as const
  const server = { at, source: 'server' } as const
  const databases = [
    { database: 'DB-IP City Lite', builtOn: '2026-06-05' },
    { database: 'GeoLite2 City', builtOn: '2023-11-15', radiusKm: 20 },
  ]
  return [
    { name: 'claimedPlace', at, source: 'human', value: austin },
    { name: 'declared', at, source: 'human', value: declared },
    { name: 'webdriver', ...page, value: driven },
    ...(zone === undefined ? [] : [{ name: 'browserZone', ...page, value: zone } as const]),
    ...(country === undefined
      ? []
      : [
          {
            name: 'addressLocations',
            ...server,
            value: databases.map((database) => ({ ...database, country, ...cities[country] })),
          } as const,
        ]),
    ...(minMs === undefined
      ? []
      : [
          {
            name: 'echoes',
            ...server,
            value: {
              vantage: { id: 'main', name: 'Frankfurt', lat: 50.11, lon: 8.68 },
              minMs,
              medianMs: minMs + 3,
              p90Ms: minMs + 6,
              jitterMs: 2,
              count: 20,
            },
          } as const,
        ]),
  ]
}

/** Jane's round with a verdict on these readings. */
export function judgedRound(measured: Measured, part: Partial<RoundView> = {}): RoundView {
  const signals = signalsOf(measured, part.declared)
  const input = { signals, asked: ['place'] as const, startAt: START_AT }
  const map = mapViewOf(signals)
  const url = 'https://verify.example.com/p/round_7h2k-mi6k2d1c-Zk9wQ2hSdjE3bWxQc0tYVw.png'
  return sampleRound({
    state: 'judged',
    boundAt: OPENED_AT,
    picture: map && { url, alt: mapAlt(map), databases: map.databases },
    ...assess(input, checks, policy),
    ...part,
  })
}

const honest = { country: 'US', zone: austin.zone, minMs: 121 }
const elsewhere = { country: 'RO', zone: 'Europe/Bucharest', minMs: 36.4 }
const minutesIn = (minutes: number) => START_AT + minutes * MINUTE_MS
const reason =
  'She sent a photo of the hotel bill: she is at a conference in Bucharest this week, and had told the recruiter by phone.'

const sample = (name: string, seen: string, view: RoundView): CardSample => ({
  name,
  seen,
  card: roundCard(view),
})

const asked = (kind: 'another-way' | 'erase' | 'contest') =>
  sampleRound({ state: 'opened', boundAt: OPENED_AT, requests: [{ kind, at: minutesIn(-1) }] })

/** Every state of a round's card. */
export const roundSamples: readonly CardSample[] = [
  sample('Waiting', 'from “/verify” until somebody presses Continue', sampleRound()),
  sample(
    'Previewed',
    'when a preview or a mail scanner fetched the link',
    sampleRound({ previews: 2 }),
  ),
  sample(
    'Opened',
    'in the seconds between Continue and the first verdict',
    sampleRound({ state: 'opened', boundAt: OPENED_AT }),
  ),
  sample('First verdict: consistent', 'when everything asked for fits', judgedRound(honest)),
  sample(
    'First verdict: consistent, with a question',
    'when something speaks against the claim that was not asked about',
    judgedRound({ ...honest, driven: true }),
  ),
  sample(
    'First verdict: unclear',
    'when too little was measured',
    judgedRound({ zone: austin.zone }),
  ),
  sample(
    'First verdict: needs a look',
    'when one cause speaks against the claim',
    judgedRound({ country: 'RO', zone: austin.zone, minMs: 121 }),
  ),
  sample('First verdict: contradicted', 'when several causes do', judgedRound(elsewhere)),
  sample(
    'Changed',
    'when a later reading turned the verdict, here after Join the interview',
    judgedRound(elsewhere, { changes: 1, joinedAt: minutesIn(0) }),
  ),
  sample(
    'Final',
    'when the window is over',
    judgedRound(honest, { state: 'closed', joinedAt: minutesIn(0) }),
  ),
  sample(
    'Final without a verdict',
    'when the link was opened and nothing could be measured',
    sampleRound({ state: 'closed', boundAt: OPENED_AT }),
  ),
  sample(
    'In a voice channel',
    'when the candidate’s account in a call was named, here after our line to Discord was cut once',
    judgedRound(honest, {
      state: 'closed',
      joinedAt: minutesIn(0),
      call: {
        service: 'discord',
        state: 'noted',
        isOver: true,
        stretches: [
          {
            fromAt: minutesIn(1),
            isFromHeard: true,
            toAt: minutesIn(10),
            isToHeard: false,
            goneBy: null,
          },
          {
            fromAt: minutesIn(12),
            isFromHeard: false,
            toAt: minutesIn(42),
            isToHeard: true,
            goneBy: null,
          },
        ],
      },
    }),
  ),
  sample(
    'In a voice channel, over HTTP',
    'when Discord calls this server, and then does not tell who joins',
    sampleRound({ call: { service: 'discord', state: 'unheard', isOver: false, stretches: [] } }),
  ),
  sample('Missed', 'when nobody pressed Continue', sampleRound({ state: 'missed' })),
  sample('Cancelled', 'when the manager cancelled', sampleRound({ state: 'cancelled' })),
  sample(
    'Erased',
    'after “/verify forget”',
    sampleRound({ state: 'closed', name: null, place: null, opening: null }),
  ),
  sample('Asked for another way', 'when the candidate wants no page', asked('another-way')),
  sample('Asked for erasure', 'when the candidate asks for it', asked('erase')),
  sample('Contested', 'when the candidate says that a reading is wrong', asked('contest')),
  sample(
    'Reviewed',
    'when a person decided',
    judgedRound(elsewhere, {
      state: 'closed',
      joinedAt: minutesIn(0),
      reviews: [{ by: 'Mara Lindqvist', decision: 'fine', reason, at: minutesIn(50) }],
    }),
  ),
  sample('Simulated', 'in a demonstration', judgedRound(elsewhere, { simulated: true })),
  sample(
    'Round 2, declared',
    'for a further window of a candidate who said beforehand that they use a company VPN',
    judgedRound(honest, { number: 2, declared: { ...NOTHING_DECLARED, vpn: true } }),
  ),
]

/** An answer where a mail server is set. */
const ways = {
  calendar: 'https://verify.example.com/calendar/c2VjcmV0LWZvci1vbmUtZmlsZQ',
  mailable: 'round_7h2k',
  mailed: false,
}

/** What the channel or one person gets besides. */
export const otherSamples: readonly CardSample[] = [
  {
    name: 'The link',
    seen: 'by the manager alone, once',
    card: linkCard(
      'Jane Doe',
      'https://verify.example.com/i/Zk9wQ2hSdjE3bWxQc0tYVw',
      { startAt: START_AT, endAt: minutesIn(45), zone: austin.zone },
      60,
      ways,
    ),
  },
  {
    name: 'The link, sent by e-mail',
    seen: 'by the manager alone, once',
    card: linkCard(
      'Jane Doe',
      'https://verify.example.com/i/Zk9wQ2hSdjE3bWxQc0tYVw',
      { startAt: START_AT, endAt: minutesIn(45), zone: austin.zone },
      60,
      { ...ways, mailed: true },
    ),
  },
  {
    name: 'The link, asked for twice',
    seen: 'by the manager alone, when one form arrived twice',
    card: linkCard(
      'Jane Doe',
      null,
      { startAt: START_AT, endAt: minutesIn(45), zone: austin.zone },
      60,
      ways,
    ),
  },
  {
    name: 'A note on a request',
    seen: 'in the channel, under the card',
    card: textCard(
      'Jane Doe asks for another way',
      [
        'They write: “My work laptop blocks pages like this.”',
        managers.card.round.anotherWay,
        'Case case_7h2k',
      ],
      'attention',
    ),
  },
  {
    name: 'The report',
    seen: 'by the person who asked for it alone',
    card: {
      ...textCard('The report', ['This link works for 10 minutes.']),
      sections: [
        { kind: 'link', label: 'Open the report', url: 'https://verify.example.com/report/x1' },
        { kind: 'text', text: 'This link works for 10 minutes.' },
      ],
    },
  },
]
