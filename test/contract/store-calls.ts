/** What every store must do with accounts whose times in a call are noted. */
import { describe, expect, test } from 'vitest'
import type { RoundState } from '../../src/core/round.ts'
import type { Tx } from '../../src/usecases/records.ts'
import { aCall, aCase, aRound, NOW } from './store-records.ts'

/** Runs the calls' part of the suite. */
export function callsContract(run: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>): void {
  describe('calls', () => {
    const { service, server, person } = aCall()
    const put = (...states: RoundState[]) =>
      run(async (tx) => {
        await tx.cases.insert(aCase())
        for (const [index, state] of states.entries()) {
          const roundId = `round_${index + 1}`
          await tx.rounds.insert(aRound(roundId, { number: index + 1, state }))
          await tx.calls.insert(aCall({ roundId }))
        }
      })
    const ofPerson = (who = person, where = server) =>
      run(async (tx) => (await tx.calls.ofPerson(service, where, who)).map((one) => one.roundId))

    test('come back as they went in', async () => {
      await put('opened')
      expect(await run((tx) => tx.calls.get('round_1'))).toEqual(aCall())
      expect(await run((tx) => tx.calls.get('round_2'))).toBeUndefined()
    })

    test('are found by account and by server, where readings are taken', async () => {
      await put('waiting', 'opened', 'judged', 'closed', 'cancelled', 'missed')
      expect(await ofPerson()).toEqual(['round_2', 'round_3'])
      const found = await run(async (tx) => ({
        server: await tx.calls.ofServer(service, server),
        other: await tx.calls.ofServer(service, person),
        all: await tx.calls.all(service),
      }))
      expect(found.server.map(({ roundId }) => roundId)).toEqual(['round_2', 'round_3'])
      expect(found.other).toEqual([])
      expect(found.all).toEqual(found.server)
    })

    test('of other accounts and servers are not found', async () => {
      await put('opened')
      expect(await ofPerson(server)).toEqual([])
      expect(await ofPerson(person, person)).toEqual([])
      expect(await ofPerson('')).toEqual([])
    })

    test('keep until when nothing was missed', async () => {
      await put('opened', 'opened')
      await run((tx) => tx.calls.hear('round_1', NOW + 5))
      const [first, second] = await run((tx) => tx.calls.all(service))
      expect([first?.heardAt, second?.heardAt]).toEqual([NOW + 5, null])
    })

    test('go with their case, not with the readings', async () => {
      await put('opened')
      await run((tx) => tx.letGoOfReadings(aRound().endAt + 1))
      expect(await ofPerson()).toEqual(['round_1'])
      await run((tx) => tx.erase('case_1', NOW))
      expect(await ofPerson()).toEqual([])
      expect(await run((tx) => tx.calls.get('round_1'))).toBeUndefined()
    })

    test('signals are read by their name', async () => {
      await put('opened')
      const joined = {
        name: 'callPresence',
        at: NOW,
        source: 'platform',
        value: { platform: 'discord', event: 'joined', exact: true },
      } as const
      const other = { name: 'joined', at: NOW, source: 'server', value: true } as const
      const named = await run(async (tx) => {
        await tx.signals.append('round_1', null, [other, joined])
        return tx.signals.named('round_1', 'callPresence')
      })
      expect(named).toEqual([joined])
    })
  })
}
