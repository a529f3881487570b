/** What a card puts before a busy reader. */
import { expect, test } from 'vitest'
import { roundCard, type RoundView } from '../../src/core/round-card.ts'
import { NOTHING_DECLARED } from '../../src/core/claim.ts'
import { tunnelWords } from '../../src/core/tunnel.ts'
import { judge } from '../../src/core/verdict.ts'
import { covered, evidence, judgeable } from './_evidence.ts'

const against = evidence({ group: 'path-latency', bans: 1.5, basis: 'data' })
const elsewhere = evidence({ axis: 'continuity', group: 'link', bans: 0.4 })

/** A judged round with this evidence. */
function view(items: RoundView['evidence']): RoundView {
  return {
    caseId: 'case_1',
    roundId: 'round_1',
    name: 'Jane Doe',
    place: 'Austin, Texas, United States',
    opening: null,
    requester: 'Alex',
    number: 1,
    state: 'judged',
    window: { startAt: 0, endAt: 3_600_000 },
    zone: 'UTC',
    simulated: false,
    declared: NOTHING_DECLARED,
    boundAt: 0,
    joinedAt: null,
    call: null,
    verdict: judge(judgeable({ evidence: items })),
    evidence: items,
    changes: 0,
    picture: null,
    previews: 0,
    mail: null,
    requests: [],
    reviews: [],
  }
}

const emphasised = (items: RoundView['evidence']) =>
  roundCard(view(items))
    .buttons.filter(({ style }) => style === 'primary')
    .map(({ label }) => label)

test('“Looks fine” is emphasised only where nothing measured speaks against it', () => {
  expect(emphasised([])).toEqual(['Looks fine'])
  expect(emphasised([against])).toEqual([])
  expect(emphasised([elsewhere])).toEqual([])
})

test('a finding on an axis that was not asked for stands in the title', () => {
  expect(roundCard(view([elsewhere])).title).toBe('Consistent, with a question: Jane Doe')
  expect(roundCard(view([])).title).toBe('Consistent: Jane Doe')
})

const textsOf = (round: RoundView) =>
  roundCard(round).sections.flatMap((section) => (section.kind === 'text' ? [section.text] : []))

test('behind a tunnel an unclear card asks plainly for a minute without it, and does not call it missing', () => {
  const tunnel = tunnelWords({ kind: 'vpn', operator: 'Example VPN' })
  const place = {
    met: false,
    missing: ['the time zone of the device was not read', tunnel],
    tunnel,
  }
  const behind = { behindTunnel: true, coverage: { ...covered, place } }
  const texts = textsOf({ ...view([]), verdict: judge(judgeable(behind)) })
  expect(texts).toContain(
    'The address belongs to a known VPN (Example VPN) and says where its exit is: ask for one minute without it, where the employer allows it. “Ask for another check” makes a link for that.',
  )
  expect(texts).toContain('Not measured: the time zone of the device was not read.')
  // Where more is known, the tunnel is no longer what a reader needs first.
  const other = judge(judgeable({ ...behind, evidence: [against] }))
  expect(textsOf({ ...view([against]), verdict: other }).join(' ')).not.toContain('VPN')
})

test('what only counts for coverage is not put before a reader', () => {
  const closedTab = evidence({ check: 'session-coverage', axis: 'continuity', group: null })
  expect(roundCard(view([closedTab])).sections.some(({ kind }) => kind === 'finding')).toBe(false)
  expect(roundCard(view([closedTab])).title).toBe('Consistent: Jane Doe')
})

test('says what was declared, but not that somebody uses assistive technology', () => {
  const declared = { travel: true, vpn: true, remoteDesktop: true, assistive: true }
  const drawn = JSON.stringify(roundCard({ ...view([]), declared }))
  expect(drawn).toContain('travelling, company VPN, remote desktop')
  expect(drawn).not.toMatch(/assistive/i)
})

test('two findings of one cause do not keep another cause from the card', () => {
  const finding = (title: string, group: string, bans: number) => evidence({ title, group, bans })
  const shown = (items: RoundView['evidence']) =>
    roundCard(view(items)).sections.flatMap((section) =>
      section.kind === 'finding' ? [section.title] : [],
    )
  const [floor, region] = [finding('Floor', 'path', 1.5), finding('Region', 'path', 1.4)]
  expect(shown([floor, region, finding('Zone', 'clock', 0.4)])).toEqual(['Floor', 'Zone'])
  expect(shown([floor, region])).toEqual(['Floor', 'Region'])
  // Of equal ones, what physics forbids is the plainest.
  const forbidden = { ...finding('Least', 'path', 1.5), check: 'z', forbiddenAtVantages: 1 }
  expect(shown([floor, forbidden, region])).toEqual(['Least', 'Floor'])
})
