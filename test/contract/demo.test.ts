/** The simulated people, played through the real routes with the real databases, get what docs/demo.md says. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { people } from '../../src/simulate/people.ts'
import type { CaseDto } from '../../src/usecases/read-case.ts'
import {
  callConsole,
  readCase,
  readChannel,
  startProduct,
  until,
  type Product,
} from '../e2e/_product.ts'
import { readDemoTable, type DemoResult } from './_demo-table.ts'

/** Longer than what is left of a window of the demonstration. */
const WINDOW_MS = 5 * 60_000

/** Everybody at once, and nobody hesitates. */
const AT_ONCE = { beforeOpening: 0, reading: 0, looking: 0, beforeJoin: 0, second: 0, apart: 0 }

const ids = people.map(({ id }) => id)
const table = readDemoTable()
const cases = new Map<string, CaseDto>()
let product: Product

beforeAll(async () => {
  const clock = { aheadMs: 0, now: () => Date.now() + clock.aheadMs }
  product = await startProduct({}, { clock, simulationTimes: AT_ONCE })
  await callConsole(product, 'type', { text: '/verify demo all' })
  for (const { id, name } of people) cases.set(id, await caseOf(name))
  await untilEach(({ verdict, rounds, evidence }, id) => {
    expect(verdict, id).not.toBeNull()
    // A busy machine gives a first verdict before ten echoes are in: theirs is the one to wait for.
    expect(verdict?.axes.place.coverage.missing.join(), id).not.toContain('round-trip')
    expect(rounds[0]?.joinedAt, id).not.toBeNull()
    const second = evidence.find(({ check }) => check === 'second-browser')
    if (id === 'forwarded') expect(second?.outcome).toBe('contradictory')
  })
  clock.aheadMs = WINDOW_MS
  await untilEach(({ rounds }, id) => expect(rounds[0]?.state, id).toBe('closed'))
}, 60_000)

afterAll(() => product[Symbol.asyncDispose]())

/** The case behind a card of the channel. */
async function caseOf(name: string): Promise<CaseDto> {
  return until(async () => {
    const [message] = await readChannel(product, name)
    const id = message?.card.buttons.find(({ label }) => label === 'Report')?.args['case']
    if (id === undefined) throw new Error(`expected a card of ${name} with a report, got none`)
    return readCase(product, id)
  })
}

/** Reads every case again until it is as the test wants it. */
async function untilEach(look: (kase: CaseDto, id: string) => void): Promise<void> {
  for (const [id, { id: caseId }] of cases) {
    const look_ = async () => {
      const kase = await readCase(product, caseId)
      look(kase, id)
      return kase
    }
    cases.set(id, await until(look_, 30_000, 300))
  }
}

function resultOf({ verdict, evidence }: CaseDto): DemoResult {
  const checks = (sign: number) =>
    evidence
      .filter(({ bans }) => Math.sign(bans) === sign)
      .map(({ check }) => check)
      .sort()
  const state = (axis: 'place' | 'control' | 'continuity' | 'record') =>
    verdict?.axes[axis].state ?? 'none'
  return {
    overall: verdict?.overall ?? 'none',
    place: state('place'),
    control: state('control'),
    continuity: state('continuity'),
    record: state('record'),
    against: checks(1),
    for: checks(-1),
  }
}

test('the document speaks of everybody, and of nobody else', () => {
  expect([...table.keys()]).toEqual(ids)
})

test.each(ids)('%s gets what the document says', (id) => {
  const kase = cases.get(id)
  expect(kase?.simulated).toBe(true)
  expect(kase && resultOf(kase)).toEqual(table.get(id))
})

test('everything that the page and the request can tell arrived as a value', () => {
  for (const [id, { evidence }] of cases) {
    const read = ['agent-vs-hints', 'clock-vs-zone', 'automation', 'zone-vs-claim', 'network-kind']
    const absent = evidence.filter(({ check, outcome }) => {
      return read.includes(check) && (outcome === 'unavailable' || outcome === 'error')
    })
    expect(absent, id).toEqual([])
  }
})
