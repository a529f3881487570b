/** What every store must do with mails that wait. */
import { describe, expect, test } from 'vitest'
import type { Tx } from '../../src/usecases/records.ts'
import { aCase, aMailRecord, aRound, NOW } from './store-records.ts'

/** Runs the mails' part of the suite. */
export function mailsContract(run: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>): void {
  describe('mails', () => {
    const put = (...mails: ReturnType<typeof aMailRecord>[]) =>
      run(async (tx) => {
        await tx.cases.insert(aCase())
        await tx.rounds.insert(aRound())
        for (const mail of mails) await tx.mails.insert(mail)
      })
    const get = (id = 'mail_1') => run((tx) => tx.mails.get(id))
    const claim = (now = NOW, limit = 9) => run((tx) => tx.mails.claim(now, now + 60_000, limit))

    test('come back as they went in, in order', async () => {
      const reminder = aMailRecord('mail_2', { kind: 'reminder', dueAt: NOW + 9, why: 'busy' })
      await put(reminder, aMailRecord())
      expect(await get('mail_2')).toEqual(reminder)
      expect(await get('mail_3')).toBeUndefined()
      const all = await run((tx) => tx.mails.ofRound('round_1'))
      expect(all).toEqual([aMailRecord(), reminder])
    })

    test('are claimed once due, soonest first, counted, and not again before their time', async () => {
      await put(
        aMailRecord('mail_1', { dueAt: NOW }),
        aMailRecord('mail_2', { dueAt: NOW - 1 }),
        aMailRecord('mail_3', { dueAt: NOW + 1 }),
      )
      const first = await claim(NOW, 1)
      expect(first).toEqual([aMailRecord('mail_2', { dueAt: NOW + 60_000, attempts: 1 })])
      expect((await claim()).map(({ id }) => id)).toEqual(['mail_1'])
      expect(await claim()).toEqual([])
      expect((await claim(NOW + 60_000)).map(({ id }) => id)).toEqual([
        'mail_3',
        'mail_1',
        'mail_2',
      ])
    })

    test('put off, wait for their time and say why', async () => {
      await put(aMailRecord())
      await run((tx) => tx.mails.retry('mail_1', NOW + 5, '451 later'))
      expect(await claim(NOW + 4)).toEqual([])
      expect(await claim(NOW + 5)).toMatchObject([{ why: '451 later', attempts: 1 }])
    })

    test('end once, and lose their link with it', async () => {
      await put(aMailRecord())
      const ends = await Promise.all(
        Array.from({ length: 9 }, (_, i) =>
          run((tx) => tx.mails.end('mail_1', { state: 'failed', why: `${i}`, at: NOW + i })),
        ),
      )
      expect(ends.filter(Boolean)).toHaveLength(1)
      const won = ends.indexOf(true)
      const ended = { state: 'failed', link: null, why: `${won}`, at: NOW + won } as const
      expect(await get()).toEqual(aMailRecord('mail_1', ended))
      await run((tx) => tx.mails.retry('mail_1', NOW, 'late'))
      expect(await claim()).toEqual([])
    })

    test('are dropped together, those that wait', async () => {
      await put(aMailRecord(), aMailRecord('mail_2'))
      await run((tx) => tx.mails.end('mail_1', { state: 'sent', why: null, at: NOW + 1 }))
      await run((tx) => tx.mails.dropAll('round_1', NOW + 2))
      expect(await get('mail_1')).toMatchObject({ state: 'sent', at: NOW + 1 })
      expect(await get('mail_2')).toMatchObject({ state: 'dropped', link: null, at: NOW + 2 })
    })

    test('go with their case, and with the readings of their round', async () => {
      await put(aMailRecord())
      await run((tx) => tx.letGoOfReadings(aRound().endAt))
      expect(await get()).toEqual(aMailRecord())
      await run((tx) => tx.letGoOfReadings(aRound().endAt + 1))
      expect(await get()).toBeUndefined()
      await run((tx) => tx.mails.insert(aMailRecord()))
      await run((tx) => tx.erase('case_1', NOW))
      expect(await get()).toBeUndefined()
    })
  })
}
