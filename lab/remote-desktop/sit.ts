/** One run: a case that asks for the check, a browser on the farm, a person at a screen, and what came of it. */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import type { State } from '../../src/core/verdict.ts'
import type { CaseDto } from '../../src/usecases/read-case.ts'
import { callApi } from '../network/api.ts'
import type { Crew } from '../network/crew.ts'
import type { Farm } from './farm.ts'
import { PYTHON } from './needs.ts'
import { putPagesFirst } from './put-first.ts'
import { figuresOf, hasEnded, type Figures } from './readings.ts'
import type { Screens } from './screens.ts'

/** How the person taps and reacts, ms. */
export interface Hand {
  biasMs: number
  spreadMs: number
  reactMs: number
  reactSpreadMs: number
  /** What their own screen and keyboard add. */
  lagMs: number
}

/** What came of one run. */
export interface Run {
  seed: number
  figures: Figures
  /** Why the check says nothing; null where it says something. */
  trouble: string | null
  control: State
  bans: number
  /** What spoke against it: "loop-latency: late". */
  against: readonly string[]
}

const MINUTE_MS = 60_000
const LOOK_MS = 1_000
/** Longer than anybody needs, on a busy machine. */
const GIVE_UP_MS = 180_000
/** Readings are judged as they come; the last one has this long. */
const SETTLE_MS = 2_500
/** A person looks as soon as the screen changes. */
const PRIORITY = -10

/** Runs it once. Fails: when the check does not come to an end, or says nothing. */
export async function sitOnce(
  crew: Crew,
  { farm, screens, browser }: { farm: Farm; screens: Screens; browser: Browser },
  hand: Hand,
  seed: number,
): Promise<Run> {
  const now = Date.now()
  const { id, link } = await callApi<{ id: string; link: string }>(farm, 'POST', '/cases', {
    candidate: { name: 'Jane Doe', email: 'jane@example.com' },
    claimedPlace: 'Austin, Texas, United States',
    window: {
      start: new Date(now - MINUTE_MS).toISOString(),
      end: new Date(now + 60 * MINUTE_MS).toISOString(),
    },
    zone: 'America/Chicago',
    meetingUrl: 'https://meet.example.com/room-1',
    controlCheck: true,
  })
  const context = await browser.newContext({ viewport: null })
  try {
    const page = await context.newPage()
    await page.goto(link)
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
    await page.waitForURL('**/s')
    // Both push down what is below.
    await page.getByText('This tab is connected.').waitFor()
    await page.getByText('All read.').waitFor()
    await putPagesFirst(crew, farm.farm)
    const given = { ...hand, seed, display: screens.person, ...(await placesOf(page)) }
    const program = join(import.meta.dirname, 'person.py')
    const person = await crew.start([PYTHON, program, JSON.stringify(given)], {
      says: /^looks$/m,
      priority: PRIORITY,
    })
    await untilEnded(farm, id, person.said)
    await sleep(SETTLE_MS)
    await person.stop()
    const kase = await callApi<CaseDto>(farm, 'GET', `/cases/${id}`)
    const { figures, trouble } = await readingsOf(farm, id)
    const { control } = kase.verdict?.axes ?? {}
    if (control === undefined) throw new Error('expected a verdict, got none')
    return {
      seed,
      figures,
      trouble,
      control: control.state,
      bans: control.bans,
      against: kase.evidence
        .filter(({ axis, outcome }) => axis === 'control' && outcome === 'contradictory')
        .map(({ check, level }) => `${check}: ${String(level)}`)
        .sort(),
    }
  } finally {
    await context.close()
  }
}

/** Where on the screen Start is, which column the ball moves in, and the colour of both. */
async function placesOf(page: Page) {
  const start = page.getByRole('button', { name: 'Start the check' })
  await start.evaluate((button) => button.scrollIntoView({ block: 'center' }))
  await page.bringToFront()
  const box = await start.boundingBox()
  if (box === null) throw new Error('expected Start the check on the page, got none')
  const window = await page.evaluate(() => ({
    left: screenX + (outerWidth - innerWidth) / 2,
    top: screenY + outerHeight - innerHeight,
    width: innerWidth,
  }))
  const colour = await start.evaluate((button) => getComputedStyle(button).backgroundColor)
  return {
    start: [
      Math.round(window.left + box.x + box.width / 2),
      Math.round(window.top + box.y + box.height / 2),
    ],
    column: Math.round(window.left + window.width / 2),
    colour: (colour.match(/\d+/g) ?? []).slice(0, 3).map(Number),
  }
}

/** What was read of a case, and what was wrong with its check. */
async function readingsOf({ store }: Farm, caseId: string) {
  return store.transaction(async (tx) => {
    const [round] = await tx.rounds.ofCase(caseId)
    const signals = round === undefined ? [] : await tx.signals.ofRound(round.id)
    const checks = round === undefined ? [] : await tx.controlChecks.ofRound(round.id)
    return {
      hasEnded: hasEnded(signals),
      figures: figuresOf(signals),
      trouble: checks.at(-1)?.trouble ?? null,
    }
  })
}

/** Waits until the check has ended. Fails: when it does not, with what the person said. */
async function untilEnded(farm: Farm, caseId: string, said: () => string): Promise<void> {
  const giveUpAt = performance.now() + GIVE_UP_MS
  for (;;) {
    if ((await readingsOf(farm, caseId)).hasEnded) return
    const words = said().replace('looks', '').trim()
    if (performance.now() > giveUpAt || words.startsWith('expected')) {
      throw new Error(`expected the check to end, got none; the person said “${words}”`)
    }
    await sleep(LOOK_MS)
  }
}
