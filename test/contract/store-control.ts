/** What every store must do with tapping exercises, and with how late local people tap. */
import { describe, expect, test } from 'vitest'
import type { Tx } from '../../src/usecases/records.ts'
import { aCase, aControlCheck, aRound, NOW } from './store-records.ts'

/** Runs the part of the suite that is about tapping. */
export function controlContract(run: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>): void {
  const caseWithRound = () =>
    run(async (tx) => {
      await tx.cases.insert(aCase())
      await tx.rounds.insert(aRound())
    })

  describe('tapping exercises', () => {
    test('come back as they went in, oldest first', async () => {
      await caseWithRound()
      const later = aControlCheck('check_a', {
        seed: 2 ** 32 - 1,
        part: 'extra',
        variant: 'calm',
        tempi: 3,
        issuedAt: NOW + 1,
      })
      await run(async (tx) => {
        await tx.controlChecks.insert(later)
        await tx.controlChecks.insert(aControlCheck())
      })
      expect(await run((tx) => tx.controlChecks.ofRound('round_1'))).toEqual([
        aControlCheck(),
        later,
      ])
      expect(await run((tx) => tx.controlChecks.get('check_a'))).toEqual(later)
      expect(await run((tx) => tx.controlChecks.get('check_9'))).toBeUndefined()
      expect(await run((tx) => tx.controlChecks.ofRound('round_2'))).toEqual([])
    })

    test('end once, whoever is quicker', async () => {
      await caseWithRound()
      await run((tx) => tx.controlChecks.insert(aControlCheck()))
      const ends = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          run((tx) =>
            tx.controlChecks.end('check_1', {
              state: i % 2 === 0 ? 'done' : 'void',
              trouble: i % 2 === 0 ? null : 'hidden',
              endedAt: NOW + i,
            }),
          ),
        ),
      )
      expect(ends.filter(Boolean)).toHaveLength(1)
      const won = ends.indexOf(true)
      expect(await run((tx) => tx.controlChecks.get('check_1'))).toEqual(
        aControlCheck('check_1', {
          state: won % 2 === 0 ? 'done' : 'void',
          trouble: won % 2 === 0 ? null : 'hidden',
          endedAt: NOW + won,
        }),
      )
    })

    test('that wait are superseded; those that ended stay', async () => {
      await caseWithRound()
      const ended = aControlCheck('check_2', { state: 'done', endedAt: NOW })
      const end = { state: 'done', trouble: null, endedAt: NOW + 9 } as const
      await run(async (tx) => {
        await tx.controlChecks.insert(aControlCheck())
        await tx.controlChecks.insert(ended)
        await tx.controlChecks.supersedeAll('round_1', NOW + 5)
      })
      expect(await run((tx) => tx.controlChecks.ofRound('round_1'))).toEqual([
        aControlCheck('check_1', { state: 'superseded', endedAt: NOW + 5 }),
        ended,
      ])
      expect(await run((tx) => tx.controlChecks.end('check_1', end))).toBe(false)
    })

    test('go with the readings of their round, and with their case', async () => {
      await caseWithRound()
      await run((tx) => tx.controlChecks.insert(aControlCheck()))
      const left = () => run((tx) => tx.controlChecks.ofRound('round_1'))
      await run((tx) => tx.letGoOfReadings(aRound().endAt))
      expect(await left()).toHaveLength(1)
      await run((tx) => tx.letGoOfReadings(aRound().endAt + 1))
      expect(await left()).toEqual([])
      await run((tx) => tx.controlChecks.insert(aControlCheck()))
      await run((tx) => tx.erase('case_1', NOW))
      expect(await left()).toEqual([])
    })
  })

  describe('how late local people tap', () => {
    const key = (lateMs: number) => ({ input: 'key', lateMs }) as const
    const counts = () => run((tx) => tx.usualLateness.counts())
    const withCases = (...ids: string[]) =>
      run(async (tx) => {
        for (const id of ids) await tx.cases.insert(aCase(id))
      })

    test('is counted by input and lateness, each case once', async () => {
      await withCases('case_1', 'case_2', 'case_3')
      expect(await counts()).toEqual([])
      const counted = await run(async (tx) => [
        await tx.usualLateness.count('case_1', 'round_1', key(-25)),
        await tx.usualLateness.count('case_2', 'round_2', key(-25)),
        await tx.usualLateness.count('case_2', 'round_3', key(80)),
        await tx.usualLateness.count('case_3', 'round_4', { input: 'touch', lateMs: 0 }),
      ])
      expect(counted).toEqual([true, true, false, true])
      expect(await counts()).toEqual([
        { ...key(-25), people: 2 },
        { input: 'touch', lateMs: 0, people: 1 },
      ])
    })

    test('is taken back for the round it was counted for, once', async () => {
      await withCases('case_1', 'case_2')
      await run(async (tx) => {
        await tx.usualLateness.count('case_1', 'round_1', key(40))
        await tx.usualLateness.count('case_2', 'round_2', key(40))
      })
      const uncount = (caseId: string, roundId: string) =>
        run((tx) => tx.usualLateness.uncount(caseId, roundId))
      expect(await uncount('case_1', 'round_9')).toBe(false)
      expect(await uncount('case_1', 'round_1')).toBe(true)
      expect(await uncount('case_1', 'round_1')).toBe(false)
      expect(await counts()).toEqual([{ ...key(40), people: 1 }])
      await uncount('case_2', 'round_2')
      expect(await counts()).toEqual([])
      // And may be counted again.
      await run((tx) => tx.usualLateness.count('case_1', 'round_1', key(40)))
      expect(await counts()).toEqual([{ ...key(40), people: 1 }])
    })

    test('counts everybody, also at the same moment', async () => {
      const ids = Array.from({ length: 20 }, (_, i) => `case_${i}`)
      await withCases(...ids)
      await Promise.all(
        ids.map((id) => run((tx) => tx.usualLateness.count(id, `round of ${id}`, key(30)))),
      )
      expect(await counts()).toEqual([{ ...key(30), people: 20 }])
    })

    test('outlives an erased case, which nothing leads back to', async () => {
      await withCases('case_1')
      await run((tx) => tx.usualLateness.count('case_1', 'round_1', key(30)))
      await run((tx) => tx.erase('case_1', NOW))
      expect(await counts()).toEqual([{ ...key(30), people: 1 }])
      expect(await run((tx) => tx.usualLateness.uncount('case_1', 'round_1'))).toBe(false)
    })
  })
}
