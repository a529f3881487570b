/** One run: a case, a browser that opens its link and presses Continue, and what came of it. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { states, type State } from '../../src/core/verdict.ts'
import type { CaseDto } from '../../src/usecases/read-case.ts'
import type { Store } from '../../src/usecases/ports.ts'
import { callApi } from './api.ts'
import { BEACONS, homes, type Home } from './geography.ts'
import { figuresOf, heardFrom, type Figures } from './readings.ts'
import type { Scenario } from './scenarios.ts'
import type { Servers } from './servers.ts'

/** What came of one run. */
export interface Run {
  scenario: string
  figures: Figures
  /** The worst that `place` ever was. */
  place: State
  bans: number
  /** What spoke against the claim: "layer-split: split". */
  against: readonly string[]
  /** From Continue until every server had its first burst, s. */
  tookS: number
}

/** What runs share. */
export interface Product {
  servers: Servers
  store: Store
}

/** How a browser with a window names itself. */
const AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36'

const MINUTE_MS = 60_000
/** The burst of a server, see `ECHO_TIMES`. */
const BURST = 10
/** A page stays at least this long after Continue: the first verdict comes within 8 s. */
const STAY_MS = 9_000
/** Every server's burst takes 11 s at worst, on a busy machine longer. */
const GIVE_UP_MS = 45_000
/** Readings are judged as they come; the last one has this long. */
const SETTLE_MS = 1_500
const LOOK_MS = 500

/** The place that somebody in a scenario claims: their own, or that of the exit. */
export function claimOf({ part, behindMs }: Scenario): Home {
  return part === 'honest' ? homes[behindMs] : homes[0]
}

/** Whether somebody in a scenario declares a VPN: the honest do. */
function declaresVpn({ part, carrier }: Scenario): boolean {
  return part === 'honest' && carrier !== 'direct'
}

/** Runs it once. Fails: when the page does not come, or not every server hears of it. */
export async function visitOnce(
  { servers, store }: Product,
  browser: Browser,
  scenario: Scenario,
): Promise<Run> {
  const claim = claimOf(scenario)
  const now = Date.now()
  const { id, link } = await callApi<{ id: string; link: string }>(servers, 'POST', '/cases', {
    candidate: { name: 'Jane Doe', email: 'jane@example.com' },
    claimedPlace: claim.place,
    window: {
      start: new Date(now - MINUTE_MS).toISOString(),
      end: new Date(now + 60 * MINUTE_MS).toISOString(),
    },
    zone: claim.zone,
    meetingUrl: 'https://meet.example.com/room-1',
    declared: { vpn: declaresVpn(scenario) },
  })
  // Whoever claims another place has set the clock to it: the path alone is to speak.
  const context = await browser.newContext({ userAgent: AGENT, timezoneId: claim.zone })
  try {
    await context.addInitScript(() =>
      Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false }),
    )
    const page = await context.newPage()
    page.setDefaultTimeout(GIVE_UP_MS)
    await page.goto(link)
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
    await page.waitForURL('**/s')
    const boundAt = performance.now()
    const signals = await readWhole(store, id, boundAt)
    const tookS = (performance.now() - boundAt) / 1000
    await sleep(Math.max(SETTLE_MS, STAY_MS - 1000 * tookS))
    const kase = await callApi<CaseDto>(servers, 'GET', `/cases/${id}`)
    const { place } = kase.verdict?.axes ?? {}
    if (place === undefined) throw new Error('expected a verdict, got none')
    return {
      scenario: scenario.name,
      figures: figuresOf(signals, claim),
      place: worst([place.state, ...(await placesOf(store, id))]),
      bans: place.bans,
      against: kase.evidence
        .filter(({ axis, outcome }) => axis === 'place' && outcome === 'contradictory')
        .map(({ check, level }) => `${check}: ${String(level)}`)
        .sort(),
      tookS,
    }
  } finally {
    await context.close()
  }
}

/** All readings of a round, once every server has its first burst. */
async function readWhole(store: Store, caseId: string, since: number) {
  const expected = 1 + BEACONS.length
  for (;;) {
    const signals = await store.transaction(async (tx) => {
      const [round] = await tx.rounds.ofCase(caseId)
      return round === undefined ? [] : tx.signals.ofRound(round.id)
    })
    const heard = heardFrom(signals, BURST)
    if (heard.length === expected) return signals
    if (performance.now() - since > GIVE_UP_MS) {
      throw new Error(`expected ${String(expected)} servers to hear of it, got ${heard.join(', ')}`)
    }
    await sleep(LOOK_MS)
  }
}

/** Every state that `place` had. */
async function placesOf(store: Store, caseId: string): Promise<State[]> {
  return store.transaction(async (tx) => {
    const [round] = await tx.rounds.ofCase(caseId)
    const verdicts = round === undefined ? [] : await tx.verdicts.ofRound(round.id)
    return verdicts.map(({ verdict }) => verdict.axes.place.state)
  })
}

/** The worst of some states. */
export function worst(some: readonly State[]): State {
  const ranks = some.map((state) => states.indexOf(state))
  return states[Math.max(0, ...ranks)] ?? 'unclear'
}
