/** What every store's outbox must do. */
import { describe, expect, test } from 'vitest'
import type { Tx } from '../../src/usecases/records.ts'
import { aNote, aWish, NOW } from './store-records.ts'

/** Runs the outbox's part of the suite. */
export function outboxContract(run: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>): void {
  describe('outbox', () => {
    const put = (record: Parameters<Tx['outbox']['put']>[0]) => run((tx) => tx.outbox.put(record))
    const count = () => run((tx) => tx.outbox.count())
    /** Claims for a minute. */
    const claim = (now = NOW, limit = 9) => run((tx) => tx.outbox.claim(now, now + 60_000, limit))
    const only = async (now = NOW) => {
      const [record, ...others] = await claim(now)
      if (record === undefined || others.length > 0) throw new Error('expected one due message')
      return record
    }

    test('gives back what was put, once it is due', async () => {
      await put(aWish({ dueAt: NOW + 1 }))
      expect(await claim()).toEqual([])
      const record = await only(NOW + 1)
      expect(record).toEqual({ ...aWish({ dueAt: NOW + 1 }), id: record.id, attempts: 0 })
      expect(await count()).toBe(1)
      await run((tx) => tx.outbox.done(record.id))
      expect(await count()).toBe(0)
    })

    test('gives back a note with its card', async () => {
      await put(aNote())
      expect(await only()).toMatchObject(aNote())
    })

    test('one wish for a living card is enough, at the soonest of their times', async () => {
      await put(aWish({ dueAt: NOW + 5 }))
      await put(aWish({ dueAt: NOW + 9 }))
      expect(await claim(NOW + 4)).toEqual([])
      await put(aWish({ dueAt: NOW + 2 }))
      expect(await count()).toBe(1)
      expect((await only(NOW + 2)).dueAt).toBe(NOW + 2)
    })

    test('a card being delivered does not swallow a newer wish', async () => {
      await put(aWish())
      const first = await only()
      await put(aWish())
      await put(aWish())
      expect(await count()).toBe(2)
      expect(await claim()).toEqual([])
      await run((tx) => tx.outbox.done(first.id))
      const second = await only()
      expect(second.id).toBeGreaterThan(first.id)
      await run((tx) => tx.outbox.done(second.id))
      expect(await count()).toBe(0)
    })

    test('a failed delivery waits, counts, and takes newer wishes in without hurrying', async () => {
      await put(aWish())
      const first = await only()
      await run((tx) => tx.outbox.retry(first.id, NOW + 30_000, 'busy'))
      await put(aWish({ dueAt: NOW }))
      expect(await count()).toBe(1)
      expect(await claim(NOW + 29_999)).toEqual([])
      expect((await only(NOW + 30_000)).attempts).toBe(1)
    })

    test('a failed delivery with a newer wish behind it becomes one', async () => {
      await put(aWish())
      const first = await only()
      await put(aWish())
      await run((tx) => tx.outbox.retry(first.id, NOW + 30_000, 'busy'))
      expect(await count()).toBe(1)
      expect(await claim(NOW + 29_999)).toEqual([])
      const again = await only(NOW + 30_000)
      expect(again.attempts).toBe(1)
      await run((tx) => tx.outbox.retry(again.id, NOW + 90_000, 'busy'))
      expect((await only(NOW + 90_000)).attempts).toBe(2)
    })

    test('what was claimed and never finished comes again after its time', async () => {
      await put(aWish())
      const first = await only()
      expect(await claim(NOW + 59_999)).toEqual([])
      await put(aWish())
      expect((await only(NOW + 60_000)).id).toBe(first.id)
    })

    test('what a dead process claimed can be had at once, by a process that delivers alone', async () => {
      await put(aWish())
      await only()
      await run((tx) => tx.outbox.release())
      expect((await only()).key).toBe(aWish().key)
    })

    test('a note is never posted twice, waiting, claimed, or delivered', async () => {
      await put(aNote())
      await put(aNote())
      expect(await count()).toBe(1)
      const record = await only()
      await put(aNote())
      expect(await count()).toBe(1)
      await run((tx) => tx.outbox.done(record.id))
      await put(aNote())
      expect(await count()).toBe(0)
      expect(await claim(NOW + 999_999)).toEqual([])
    })

    test('a note that failed is tried again with its card', async () => {
      await put(aNote())
      const record = await only()
      await run((tx) => tx.outbox.retry(record.id, NOW + 5, 'busy'))
      expect(await only(NOW + 5)).toMatchObject({
        ...aNote('note:1', { dueAt: NOW + 5 }),
        attempts: 1,
      })
    })

    test('done and retry of what is gone change nothing', async () => {
      await put(aNote())
      const record = await only()
      await run((tx) => tx.outbox.done(record.id))
      await run((tx) => tx.outbox.retry(record.id, NOW, 'late'))
      await run((tx) => tx.outbox.done(record.id + 1))
      await run((tx) => tx.outbox.retry(record.id + 1, NOW, 'late'))
      expect(await count()).toBe(0)
      expect(await claim()).toEqual([])
    })

    test('oldest first, as many as asked, one of each key', async () => {
      await put(aNote('note:1'))
      await put(aWish({ key: 'card:a' }))
      await put(aNote('note:2'))
      await put(aWish({ key: 'card:b' }))
      expect((await claim(NOW, 2)).map(({ key }) => key)).toEqual(['note:1', 'card:a'])
      await put(aWish({ key: 'card:a' }))
      expect((await claim()).map(({ key }) => key)).toEqual(['note:2', 'card:b'])
      expect(await claim()).toEqual([])
    })

    test('twenty that claim at once share the work and never the same message', async () => {
      for (let index = 0; index < 10; index++) await put(aWish({ key: `card:${index}` }))
      const claims = await Promise.all(Array.from({ length: 20 }, () => claim(NOW, 3)))
      const ids = claims.flat().map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids).toHaveLength(10)
    })
  })
}
