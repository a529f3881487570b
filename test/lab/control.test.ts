/** The evaluation of the control check: published taps in, rates out. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { chanceOf } from '../../src/core/rhythm/chance.ts'
import { neymanPearson } from '../../lab/control/limit.ts'
import { anyTapper, replay } from '../../lab/control/replay.ts'
import { readTaps, SHIPPED_TAPS } from '../../lab/control/taps.ts'
import { evaluateControl } from '../../lab/control/evaluate.ts'
import { evaluateExtra, isFound } from '../../lab/control/evaluate-extra.ts'
import { replayExtra } from '../../lab/control/replay-extra.ts'
import { extraPlanOf } from '../../src/core/rhythm/extra-plan.ts'
import { controlLogSchema } from '../../src/core/rhythm/log.ts'
import { planFault } from '../../src/core/rhythm/plan-fault.ts'

const folder = mkdtempSync(join(tmpdir(), 'taps-'))
afterAll(() => rmSync(folder, { recursive: true }))
const tappers = readTaps(SHIPPED_TAPS)

describe('taps', () => {
  test('30 people, each with some hundred taps before and after the beat', () => {
    expect(tappers).toHaveLength(30)
    for (const { asynchroniesMs } of tappers) {
      expect(asynchroniesMs.length).toBeGreaterThan(90)
      expect(Math.max(...asynchroniesMs.map(Math.abs))).toBeLessThan(300)
    }
  })

  test('missing columns are named, with what was got', () => {
    const path = join(folder, 'taps.csv')
    writeFileSync(path, 'who,when\n1,2\n')
    expect(() => readTaps(path)).toThrow(/expected columns subject, isi, asynch, got who, when/)
  })
})

test('a replay is a log that the product accepts', () => {
  const chance = chanceOf(1)
  for (const linkMs of [null, 20, 300]) {
    const log = replay(anyTapper(tappers, chance), linkMs, chance)
    expect(controlLogSchema.safeParse(log).success).toBe(true)
  }
})

describe('rates', () => {
  const scenarios = evaluateControl(tappers)
  const found = (linkMs: number | null) => {
    const outcomes = scenarios.find((scenario) => scenario.linkMs === linkMs)?.outcomes ?? []
    const hits = outcomes.filter(({ state }) => state === 'review' || state === 'contradicted')
    return hits.length / outcomes.length
  }

  test('nobody at the computer is contradicted, and at most 1 % are looked at', () => {
    expect(found(null)).toBeLessThanOrEqual(0.01)
    const local = scenarios.find(({ honest }) => honest)?.outcomes ?? []
    expect(local.filter(({ state }) => state === 'contradicted')).toEqual([])
  })

  test('a link of 110 ms is found in 60 % and more, one of 200 ms in 99 %', () => {
    expect(found(110)).toBeGreaterThanOrEqual(0.6)
    expect(found(200)).toBeGreaterThanOrEqual(0.99)
  })

  test('the longer the link, the more is found', () => {
    const rates = [20, 60, 110, 200, 300].map(found)
    expect(rates).toEqual([...rates].sort((a, b) => a - b))
  })
})

describe('the part besides', () => {
  // A tenth of the draws: rates within some points.
  const scenarios = evaluateExtra(tappers, 0.1)
  const rates = (name: string) => {
    const outcomes = scenarios.find((scenario) => scenario.name === name)?.outcomes ?? []
    const share = (holds: (one: (typeof outcomes)[number]) => boolean) =>
      outcomes.filter(holds).length / outcomes.length
    return {
      asked: share(({ asked }) => asked),
      consistent: share(({ state }) => state === 'consistent'),
      consistentWithout: share(({ without }) => without === 'consistent'),
      found: share(({ state }) => isFound(state)),
      foundWithout: share(({ without }) => isFound(without)),
    }
  }

  test('is asked of few people, and accuses next to none of them', () => {
    const people = rates('honest: as people are')
    expect(people.asked).toBeLessThan(0.1)
    expect(people.found).toBeLessThan(0.01)
  })

  test('clears who is only slow to react', () => {
    const slow = rates('honest: slow to react')
    expect(slow.consistentWithout).toBeLessThan(0.6)
    expect(slow.consistent).toBeGreaterThan(0.9)
    expect(slow.found).toBeLessThan(0.03)
  })

  test('keeps operators who lead the beat by 200 ms from consistent', () => {
    const ahead = rates('leads the beat by a link of 200 ms')
    expect(ahead.consistentWithout).toBeGreaterThan(0.4)
    expect(ahead.consistent).toBeLessThan(0.35)
  })

  test('makes no review by itself: slow in everything looks the same', () => {
    const states = scenarios.flatMap(({ outcomes }) => outcomes.map(({ state }) => state))
    expect(states.filter(isFound)).toEqual([])
  })

  test('a replay of it is a log that the product accepts', () => {
    const chance = chanceOf(3)
    const plan = extraPlanOf(9, 'usual')
    const asynchroniesMs = anyTapper(tappers, chance).asynchroniesMs
    const how = { asynchroniesMs, stopMs: 280, lapses: 0.05, correction: 0.6, leadMs: 0 }
    const log = controlLogSchema.parse(replayExtra(plan, how, chance))
    expect(planFault(log, plan, log.elapsedMs)).toBeNull()
  })
})

test('the limit finds all of what lies apart, and little of what lies together', () => {
  const chance = chanceOf(2)
  const around = (ms: number) => Array.from({ length: 4000 }, () => ms + 100 * chance())
  expect(neymanPearson(around(0), around(300)).at(-1)).toBe(1)
  expect(neymanPearson(around(0), around(0)).at(-1)).toBeLessThan(0.1)
})
