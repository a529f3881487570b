/** What every store must do, whatever database is behind it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NOTHING_DECLARED } from '../../src/core/claim.ts'
import { verifyChain } from '../../src/store/audit.ts'
import type { Verdict } from '../../src/core/verdict.ts'
import type { Store } from '../../src/usecases/ports.ts'
import type { Tx } from '../../src/usecases/records.ts'
import { callsContract } from './store-calls.ts'
import { controlContract } from './store-control.ts'
import { mailsContract } from './store-mails.ts'
import { outboxContract } from './store-outbox.ts'
import { settingsContract } from './store-settings.ts'
import {
  aCase,
  aGrant,
  aLink,
  aMessage,
  anEvent,
  aNote,
  aRequest,
  aReview,
  aRound,
  aSession,
  aVerdict,
  aWish,
  insertEverything,
  NOW,
  readings,
  verdict,
} from './store-records.ts'

/** What stays of a verdict when its case is erased. */
const withoutWords: Verdict = {
  ...verdict,
  axes: { ...verdict.axes, place: { ...verdict.axes.place, coverage: { met: true, missing: [] } } },
}

/** A store under test. `reopen` closes it and opens the same database again. */
export interface Opened {
  store: Store
  close: () => Promise<void>
  reopen?: () => Promise<Store>
}

/** Runs the suite on fresh, empty stores. */
export function storeContract(name: string, open: () => Promise<Opened>): void {
  describe(`${name} keeps the store's contract`, () => {
    let opened: Opened
    beforeEach(async () => {
      opened = await open()
    })
    afterEach(async () => {
      await opened.close()
    })
    const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => opened.store.transaction(work)
    const caseWithRound = () =>
      run(async (tx) => {
        await tx.cases.insert(aCase())
        await tx.rounds.insert(aRound())
      })

    describe('transactions', () => {
      test('give what the work returns', async () => {
        expect(await run(async () => 42)).toBe(42)
      })

      test('leave nothing behind when the work throws, and go on after', async () => {
        const work = run(async (tx) => {
          await insertEverything(tx)
          throw new Error('on purpose')
        })
        await expect(work).rejects.toThrow('on purpose')
        const counts = await run((tx) => tx.counts())
        expect(counts).toEqual({ cases: 0, liveRounds: 0, outbox: 0, signals: 0 })
        expect(await run((tx) => tx.audit.after(0, 10))).toEqual([])
      })

      test('leave nothing behind when the database refuses a row', async () => {
        const work = run(async (tx) => {
          await tx.cases.insert(aCase())
          await tx.cases.insert(aCase())
        })
        await expect(work).rejects.toThrow()
        expect(await run((tx) => tx.cases.get('case_1'))).toBeUndefined()
      })

      test('many at once all happen, each whole', async () => {
        const ids = Array.from({ length: 50 }, (_, index) => `case_${index}`)
        await Promise.all(ids.map((id) => run((tx) => tx.cases.insert(aCase(id)))))
        expect((await run((tx) => tx.counts())).cases).toBe(50)
      })

      test('refuse one inside another instead of waiting for ever', async () => {
        await expect(run(() => run(async () => 1))).rejects.toThrow('inside a transaction')
        expect(await run(async () => 2)).toBe(2)
      })

      test('refuse a tx that is kept for later', async () => {
        const kept = await run(async (tx) => ({ tx }))
        await expect(kept.tx.cases.get('case_1')).rejects.toThrow()
      })

      test('refuse a number that is none', async () => {
        const work = run((tx) => tx.cases.insert(aCase('case_1', { createdAt: NaN })))
        await expect(work).rejects.toThrow('NaN')
      })
    })

    test('ping answers', async () => {
      await expect(opened.store.ping()).resolves.toBeUndefined()
    })

    test('everything is there after closing and opening again', async () => {
      if (opened.reopen === undefined) return
      await run(insertEverything)
      opened.store = await opened.reopen()
      expect(await run((tx) => tx.cases.get('case_1'))).toEqual(aCase())
      expect(await run((tx) => tx.rounds.get('round_1'))).toEqual(aRound())
      expect(await run((tx) => tx.verdicts.latest('round_1'))).toEqual(aVerdict())
    })

    describe('cases', () => {
      test('come back as they went in', async () => {
        const plain = aCase('case_2', { claims: null, opening: null, simulated: true })
        await run(async (tx) => {
          await tx.cases.insert(aCase())
          await tx.cases.insert(plain)
        })
        expect(await run((tx) => tx.cases.get('case_1'))).toEqual(aCase())
        expect(await run((tx) => tx.cases.get('case_2'))).toEqual(plain)
        expect(await run((tx) => tx.cases.get('case_3'))).toBeUndefined()
      })

      test('change only in what the patch names', async () => {
        await run((tx) => tx.cases.insert(aCase()))
        await run((tx) => tx.cases.update('case_1', {}))
        await run((tx) => tx.cases.update('case_1', { state: 'decided', updatedAt: NOW + 5 }))
        expect(await run((tx) => tx.cases.get('case_1'))).toEqual(
          aCase('case_1', { state: 'decided', updatedAt: NOW + 5 }),
        )
        await run((tx) => tx.cases.update('case_1', { claims: null, heldAt: NOW }))
        expect(await run((tx) => tx.cases.get('case_1'))).toMatchObject({
          claims: null,
          heldAt: NOW,
        })
        await run((tx) => tx.cases.update('case_1', { heldAt: null }))
        expect((await run((tx) => tx.cases.get('case_1')))?.heldAt).toBeNull()
        await expect(run((tx) => tx.cases.update('case_9', { state: 'open' }))).rejects.toThrow(
          'case_9',
        )
      })

      test('are listed newest first, narrowed by state', async () => {
        await run(async (tx) => {
          await tx.cases.insert(aCase('case_a', { createdAt: NOW }))
          await tx.cases.insert(aCase('case_b', { createdAt: NOW + 2, state: 'decided' }))
          await tx.cases.insert(aCase('case_c', { createdAt: NOW + 1, state: 'cancelled' }))
        })
        const list = (filter: Parameters<Tx['cases']['list']>[0]) =>
          run(async (tx) => (await tx.cases.list(filter)).map((record) => record.id))
        expect(await list({ limit: 9 })).toEqual(['case_b', 'case_c', 'case_a'])
        expect(await list({ limit: 2 })).toEqual(['case_b', 'case_c'])
        expect(await list({ states: ['open', 'decided'], limit: 9 })).toEqual(['case_b', 'case_a'])
        expect(await list({ states: [], limit: 9 })).toEqual([])
      })

      test('of the same person are found, however the contact is written', async () => {
        const claims = aCase().claims
        if (claims === null) throw new Error('the record has claims')
        const { phone: _, ...withoutPhone } = claims
        const other = { ...withoutPhone, email: 'other@example.com' }
        await run(async (tx) => {
          await tx.cases.insert(aCase('case_1'))
          await tx.cases.insert(
            aCase('case_2', { claims: { ...withoutPhone, email: 'ZOE.Quandt@example.com' } }),
          )
          await tx.cases.insert(
            aCase('case_3', { claims: { ...other, phone: '001 (512) 555-0142' } }),
          )
          await tx.cases.insert(aCase('case_4', { claims: other }))
        })
        const same = (exceptId: string, of: Parameters<Tx['cases']['withSameContact']>[0]) =>
          run((tx) => tx.cases.withSameContact(of, exceptId))
        expect(await same('case_1', claims)).toEqual(['case_2', 'case_3'])
        expect(await same('case_4', other)).toEqual(['case_3'])
        expect(await same('x', { email: 'nobody@example.com', phone: '-' })).toEqual([])
        await run((tx) => tx.cases.update('case_2', { claims: null }))
        expect(await same('case_1', claims)).toEqual(['case_3'])
      })

      test('that are old, not forgotten and not held are found, oldest first', async () => {
        await run(async (tx) => {
          await tx.cases.insert(aCase('case_a', { createdAt: NOW - 1 }))
          await tx.cases.insert(aCase('case_b', { createdAt: NOW - 2 }))
          await tx.cases.insert(aCase('case_c', { createdAt: NOW - 3, state: 'forgotten' }))
          await tx.cases.insert(aCase('case_d', { createdAt: NOW }))
          await tx.cases.insert(aCase('case_e', { createdAt: NOW - 4, heldAt: NOW }))
        })
        expect(await run((tx) => tx.cases.createdBefore(NOW, 9))).toEqual(['case_b', 'case_a'])
        expect(await run((tx) => tx.cases.createdBefore(NOW, 1))).toEqual(['case_b'])
      })
    })

    describe('rounds', () => {
      test('come back as they went in', async () => {
        const plain = aRound('round_2', {
          number: 2,
          meetingUrl: null,
          simulatedVantage: null,
          controlCheck: false,
          declared: NOTHING_DECLARED,
        })
        await caseWithRound()
        await run((tx) => tx.rounds.insert(plain))
        expect(await run((tx) => tx.rounds.get('round_1'))).toEqual(aRound())
        expect(await run((tx) => tx.rounds.get('round_3'))).toBeUndefined()
        expect(await run((tx) => tx.rounds.ofCase('case_1'))).toEqual([aRound(), plain])
        expect(await run((tx) => tx.rounds.ofCase('case_2'))).toEqual([])
      })

      test('have one number each', async () => {
        await caseWithRound()
        await expect(run((tx) => tx.rounds.insert(aRound('round_2')))).rejects.toThrow()
      })

      test('need their case', async () => {
        await expect(run((tx) => tx.rounds.insert(aRound()))).rejects.toThrow()
      })

      test('change only in what the patch names', async () => {
        await caseWithRound()
        const patch = {
          state: 'opened',
          declared: { ...NOTHING_DECLARED, travel: true },
          boundAt: NOW + 1,
          joinedAt: NOW + 2,
          closedAt: NOW + 3,
          meetingUrl: null,
        } as const
        await run((tx) => tx.rounds.update('round_1', {}))
        expect(await run((tx) => tx.rounds.get('round_1'))).toEqual(aRound())
        await run((tx) => tx.rounds.update('round_1', patch))
        expect(await run((tx) => tx.rounds.get('round_1'))).toEqual(aRound('round_1', patch))
        await run((tx) => tx.rounds.update('round_1', { meetingUrl: 'https://a.example' }))
        expect(await run((tx) => tx.rounds.get('round_1'))).toEqual(
          aRound('round_1', { ...patch, meetingUrl: 'https://a.example' }),
        )
        await expect(run((tx) => tx.rounds.update('round_9', { boundAt: 1 }))).rejects.toThrow(
          'round_9',
        )
      })

      test('whose window is over are found while they live', async () => {
        await run(async (tx) => {
          await tx.cases.insert(aCase())
          const states = ['waiting', 'opened', 'judged', 'closed', 'missed', 'cancelled'] as const
          for (const [index, state] of states.entries()) {
            await tx.rounds.insert(
              aRound(state, { number: index + 1, state, endAt: NOW + 9 - index }),
            )
          }
        })
        const over = (now: number, limit: number) =>
          run(async (tx) => (await tx.rounds.over(now, limit)).map((record) => record.id))
        expect(await over(NOW + 9, 9)).toEqual(['judged', 'opened', 'waiting'])
        expect(await over(NOW + 8, 9)).toEqual(['judged', 'opened'])
        expect(await over(NOW + 9, 1)).toEqual(['judged'])
      })

      test('opened long ago without a verdict are found', async () => {
        const opened = (id: string, number: number, boundAt: number | null) =>
          aRound(id, { number, boundAt, state: boundAt === null ? 'waiting' : 'opened' })
        await run(async (tx) => {
          await tx.cases.insert(aCase())
          await tx.rounds.insert(opened('round_1', 1, NOW))
          await tx.rounds.insert(opened('round_2', 2, NOW - 1))
          await tx.rounds.insert(opened('round_3', 3, NOW + 1))
          await tx.rounds.insert(opened('round_4', 4, null))
          await tx.rounds.insert(opened('round_5', 5, NOW))
          await tx.verdicts.append(aVerdict({ roundId: 'round_5' }))
        })
        const unjudged = (limit: number) =>
          run(async (tx) => (await tx.rounds.unjudged(NOW + 1, limit)).map((record) => record.id))
        expect(await unjudged(9)).toEqual(['round_2', 'round_1'])
        expect(await unjudged(1)).toEqual(['round_2'])
      })
    })

    describe('links', () => {
      test('come back, and move only from the expected state', async () => {
        await caseWithRound()
        await run((tx) => tx.links.insert(aLink()))
        expect(await run((tx) => tx.links.get('link_1'))).toEqual(aLink())
        expect(await run((tx) => tx.links.get('link_2'))).toBeUndefined()
        expect(await run((tx) => tx.links.move('link_1', 'used', 'superseded'))).toBe(false)
        expect(await run((tx) => tx.links.move('link_1', 'live', 'used'))).toBe(true)
        expect(await run((tx) => tx.links.move('link_2', 'live', 'used'))).toBe(false)
        expect((await run((tx) => tx.links.get('link_1')))?.state).toBe('used')
      })

      test('let one of a hundred through', async () => {
        await caseWithRound()
        await run((tx) => tx.links.insert(aLink()))
        const moved = await Promise.all(
          Array.from({ length: 100 }, () => run((tx) => tx.links.move('link_1', 'live', 'used'))),
        )
        expect(moved.filter(Boolean)).toHaveLength(1)
      })

      test('of a round are superseded together, others stay', async () => {
        await caseWithRound()
        await run(async (tx) => {
          await tx.rounds.insert(aRound('round_2', { number: 2 }))
          await tx.links.insert(aLink('link_1'))
          await tx.links.insert(aLink('link_2', { state: 'used' }))
          await tx.links.insert(aLink('link_3', { roundId: 'round_2' }))
          await tx.links.supersedeAll('round_1')
        })
        const states = await run(async (tx) =>
          Promise.all(['link_1', 'link_2', 'link_3'].map(async (hash) => tx.links.get(hash))),
        )
        expect(states.map((link) => link?.state)).toEqual(['superseded', 'superseded', 'live'])
      })
    })

    describe('sessions', () => {
      test('come back by id and by hash, and change', async () => {
        await caseWithRound()
        await run((tx) => tx.sessions.insert(aSession()))
        expect(await run((tx) => tx.sessions.get('session_1'))).toEqual(aSession())
        expect(await run((tx) => tx.sessions.byHash('hash of session_1'))).toEqual(aSession())
        expect(await run((tx) => tx.sessions.byHash('session_1'))).toBeUndefined()
        await run((tx) => tx.sessions.update('session_1', {}))
        await run((tx) => tx.sessions.update('session_1', { lastSeenAt: NOW + 1 }))
        await run((tx) => tx.sessions.update('session_1', { state: 'joined' }))
        expect(await run((tx) => tx.sessions.currentOf('round_1'))).toEqual(
          aSession('session_1', { state: 'joined', lastSeenAt: NOW + 1 }),
        )
        await expect(
          run((tx) => tx.sessions.update('session_9', { state: 'ended' })),
        ).rejects.toThrow('session_9')
      })

      test('hold a round one at a time', async () => {
        await caseWithRound()
        await run((tx) => tx.sessions.insert(aSession()))
        await expect(run((tx) => tx.sessions.insert(aSession('session_2')))).rejects.toThrow()
        await run((tx) => tx.sessions.update('session_1', { state: 'moved' }))
        expect(await run((tx) => tx.sessions.currentOf('round_1'))).toBeUndefined()
        await run((tx) => tx.sessions.insert(aSession('session_2')))
        expect((await run((tx) => tx.sessions.currentOf('round_1')))?.id).toBe('session_2')
        const all = await run((tx) => tx.sessions.ofRound('round_1'))
        expect(all.map(({ id }) => id)).toEqual(['session_1', 'session_2'])
        expect(await run((tx) => tx.sessions.ofRound('round_2'))).toEqual([])
      })
    })

    describe('readings', () => {
      test('come back as they went in, oldest first', async () => {
        await caseWithRound()
        const earlier = { ...readings[0], at: NOW - 1 } as (typeof readings)[0]
        await run(async (tx) => {
          await tx.signals.append('round_1', 'session_1', readings)
          await tx.signals.append('round_1', null, [earlier])
          await tx.signals.append('round_1', null, [])
        })
        expect(await run((tx) => tx.signals.ofRound('round_1'))).toEqual([earlier, ...readings])
        expect(await run((tx) => tx.signals.count('round_1'))).toBe(4)
        expect(await run((tx) => tx.signals.ofRound('round_2'))).toEqual([])
        expect(await run((tx) => tx.signals.count('round_2'))).toBe(0)
      })

      test('of a held case stay past their time', async () => {
        await caseWithRound()
        await run((tx) => tx.signals.append('round_1', null, readings))
        await run((tx) => tx.cases.update('case_1', { heldAt: NOW }))
        expect(await run((tx) => tx.letGoOfReadings(aRound().endAt + 1))).toBe(0)
        expect((await run((tx) => tx.rounds.get('round_1')))?.declared).toEqual(aRound().declared)
        await run((tx) => tx.cases.update('case_1', { heldAt: null }))
        expect(await run((tx) => tx.letGoOfReadings(aRound().endAt + 1))).toBe(3)
      })

      test('of the same instant keep their order, also when there are thousands', async () => {
        await caseWithRound()
        const many = Array.from(
          { length: 1_203 },
          (_, index) => ({ name: 'clockSkewMs', source: 'page', at: NOW, value: index }) as const,
        )
        await run((tx) => tx.signals.append('round_1', null, many))
        expect(await run((tx) => tx.signals.ofRound('round_1'))).toEqual(many)
      })

      test('of rounds that ended before go, with what served to take them, and are counted', async () => {
        await caseWithRound()
        await run(async (tx) => {
          await tx.rounds.insert(aRound('round_2', { number: 2, endAt: NOW + 9_000_000 }))
          for (const roundId of ['round_1', 'round_2']) {
            await tx.signals.append(roundId, null, readings)
            await tx.previews.append({ roundId, at: NOW, method: 'GET', previewer: true })
            await tx.links.insert(aLink(`link of ${roundId}`, { roundId }))
            await tx.sessions.insert(aSession(`session of ${roundId}`, { roundId }))
          }
        })
        const left = (roundId: string) =>
          run(async (tx) => ({
            signals: await tx.signals.count(roundId),
            previews: await tx.previews.count(roundId),
            link: (await tx.links.get(`link of ${roundId}`)) !== undefined,
            session: (await tx.sessions.get(`session of ${roundId}`)) !== undefined,
            declared: (await tx.rounds.get(roundId))?.declared,
          }))
        const all = {
          signals: 3,
          previews: 1,
          link: true,
          session: true,
          declared: aRound().declared,
        }
        expect(await run((tx) => tx.letGoOfReadings(aRound().endAt))).toBe(0)
        expect(await left('round_1')).toEqual(all)
        expect(await run((tx) => tx.letGoOfReadings(aRound().endAt + 1))).toBe(3)
        expect(await left('round_1')).toEqual({
          signals: 0,
          previews: 0,
          link: false,
          session: false,
          declared: NOTHING_DECLARED,
        })
        expect(await left('round_2')).toEqual(all)
      })

      test('previews are counted by round', async () => {
        await caseWithRound()
        const preview = { roundId: 'round_1', at: NOW, method: 'HEAD', previewer: false } as const
        await run((tx) => tx.previews.append(preview))
        await run((tx) => tx.previews.append({ ...preview, method: 'GET', previewer: true }))
        expect(await run((tx) => tx.previews.count('round_1'))).toBe(2)
        expect(await run((tx) => tx.previews.count('round_2'))).toBe(0)
        expect(await run((tx) => tx.previews.ofRound('round_1'))).toEqual([
          preview,
          { ...preview, method: 'GET', previewer: true },
        ])
        expect(await run((tx) => tx.previews.ofRound('round_2'))).toEqual([])
      })
    })

    describe('decisions', () => {
      test('verdicts come back, the latest alone too', async () => {
        await caseWithRound()
        const first = aVerdict()
        const second = aVerdict({ at: NOW + 1, verdict: { ...verdict, overall: 'unclear' } })
        const third = aVerdict({ at: NOW + 1, evidence: [] })
        expect(await run((tx) => tx.verdicts.latest('round_1'))).toBeUndefined()
        await run(async (tx) => {
          await tx.verdicts.append(first)
          await tx.verdicts.append(second)
          await tx.verdicts.append(third)
        })
        expect(await run((tx) => tx.verdicts.ofRound('round_1'))).toEqual([first, second, third])
        expect(await run((tx) => tx.verdicts.latest('round_1'))).toEqual(third)
      })

      test('reviews and requests come back, oldest first', async () => {
        await caseWithRound()
        await run(async (tx) => {
          await tx.reviews.append(aReview('review_b'))
          await tx.reviews.append(aReview('review_a'))
          await tx.requests.append(aRequest('request_b'))
          await tx.requests.append(aRequest('request_a', { kind: 'contest' }))
        })
        expect(await run((tx) => tx.reviews.ofCase('case_1'))).toEqual([
          aReview('review_b'),
          aReview('review_a'),
        ])
        expect(await run((tx) => tx.requests.ofRound('round_1'))).toEqual([
          aRequest('request_b'),
          aRequest('request_a', { kind: 'contest' }),
        ])
      })
    })

    describe('grants', () => {
      test('come back, move once, and expire', async () => {
        await run(async (tx) => {
          await tx.grants.insert(aGrant('grant_1', { kind: 'move', state: '' }))
          await tx.grants.insert(aGrant('grant_2', { expiresAt: NOW + 1 }))
        })
        expect(await run((tx) => tx.grants.get('grant_2'))).toEqual(
          aGrant('grant_2', { expiresAt: NOW + 1 }),
        )
        const moved = await Promise.all(
          Array.from({ length: 100 }, (_, index) =>
            run((tx) => tx.grants.move('grant_1', '', `browser_${index}`)),
          ),
        )
        expect(moved.filter(Boolean)).toHaveLength(1)
        await run((tx) => tx.grants.purge(NOW + 1))
        expect(await run((tx) => tx.grants.get('grant_1'))).toBeUndefined()
        expect(await run((tx) => tx.grants.get('grant_2'))).toBeDefined()
      })
    })

    outboxContract(run)
    callsContract(run)
    mailsContract(run)
    settingsContract(run)
    controlContract(run)

    describe('references', () => {
      test('are set and set anew', async () => {
        expect(await run((tx) => tx.refs.get('card:round_1'))).toBeUndefined()
        await run((tx) => tx.refs.set('card:round_1', 'case_1', 'one'))
        await run((tx) => tx.refs.set('card:round_1', 'case_1', 'two'))
        expect(await run((tx) => tx.refs.get('card:round_1'))).toBe('two')
      })
    })

    describe('the audit log', () => {
      test('is a whole chain, also when many write at once', async () => {
        await Promise.all(
          Array.from({ length: 30 }, (_, index) =>
            run((tx) => tx.audit.append(anEvent(`event-${index}`))),
          ),
        )
        const log = await run((tx) => tx.audit.after(0, 99))
        expect(log.map((record) => record.seq)).toEqual(Array.from(log, (_, index) => index + 1))
        expect(log[0]?.previous).toBe('0'.repeat(64))
        expect(verifyChain(log)).toEqual({ whole: true })
        const page = await run((tx) => tx.audit.after(10, 5))
        expect(page.map((record) => record.seq)).toEqual([11, 12, 13, 14, 15])
        expect(verifyChain(page, log[9])).toEqual({ whole: true })
        expect(verifyChain(page)).toEqual({ brokenAt: 11 })
      })

      test('has no gap after work that was undone', async () => {
        await run((tx) => tx.audit.append(anEvent('one')))
        const undone = run(async (tx) => {
          await tx.audit.append(anEvent('two'))
          throw new Error('on purpose')
        })
        await expect(undone).rejects.toThrow('on purpose')
        await run((tx) => tx.audit.append(anEvent('three')))
        const log = await run((tx) => tx.audit.after(0, 9))
        expect(log.map((record) => record.event)).toEqual(['one', 'three'])
        expect(verifyChain(log)).toEqual({ whole: true })
      })

      test('of one case is read alone', async () => {
        await run(async (tx) => {
          await tx.audit.append(anEvent('one'))
          await tx.audit.append(anEvent('two', { caseId: null, detail: {} }))
          await tx.audit.append(anEvent('three'))
        })
        const log = await run((tx) => tx.audit.ofCase('case_1'))
        expect(log.map((record) => record.event)).toEqual(['one', 'three'])
        expect(log[0]).toMatchObject(anEvent('one'))
      })
    })

    describe('work done once', () => {
      test('keeps its result, refuses a second, and is purged', async () => {
        await run((tx) => tx.once.set('a', 'result', NOW))
        expect(await run((tx) => tx.once.get('a'))).toBe('result')
        await expect(run((tx) => tx.once.set('a', 'other', NOW))).rejects.toThrow()
        await run((tx) => tx.once.purge(NOW))
        expect(await run((tx) => tx.once.get('a'))).toBe('result')
        await run((tx) => tx.once.purge(NOW + 1))
        expect(await run((tx) => tx.once.get('a'))).toBeUndefined()
      })
    })

    describe('console messages', () => {
      test('are put once and edited in place', async () => {
        const edited = aMessage('message_1', { editedAt: NOW + 9, removed: true })
        await run((tx) => tx.console.upsert(aMessage('message_1')))
        await run((tx) => tx.console.upsert(aMessage('message_2', { key: 'note:1' })))
        await run((tx) => tx.console.upsert({ ...edited, at: NOW + 9 }))
        expect(await run((tx) => tx.console.get('message_1'))).toEqual(edited)
        expect(await run((tx) => tx.console.byKey('hiring', 'card:round_1'))).toEqual(edited)
        expect(await run((tx) => tx.console.byKey('other', 'card:round_1'))).toBeUndefined()
        expect(await run((tx) => tx.console.get('message_3'))).toBeUndefined()
      })

      test('of a channel: the newest, oldest of them first', async () => {
        await run(async (tx) => {
          for (const id of ['d', 'c', 'b', 'a']) await tx.console.upsert(aMessage(id, { key: id }))
          await tx.console.upsert(aMessage('e', { channel: 'other' }))
        })
        const latest = (limit: number) =>
          run(async (tx) => (await tx.console.latest('hiring', limit)).map(({ id }) => id))
        expect(await latest(2)).toEqual(['b', 'a'])
        expect(await latest(9)).toEqual(['d', 'c', 'b', 'a'])
      })
    })

    describe('an erased case', () => {
      beforeEach(async () => {
        await run(insertEverything)
        await run((tx) => tx.outbox.put(aWish()))
        await run((tx) => tx.erase('case_1', NOW + 7))
      })

      test('has nothing personal left', async () => {
        const left = await run(async (tx) => ({
          case: await tx.cases.get('case_1'),
          round: await tx.rounds.get('round_1'),
          signals: await tx.signals.ofRound('round_1'),
          link: await tx.links.get('link_1'),
          session: await tx.sessions.get('session_1'),
          report: await tx.grants.get('grant_1'),
          move: await tx.grants.get('grant_2'),
          sameContact: await tx.cases.withSameContact(aCase().claims ?? { email: '' }, 'x'),
        }))
        expect(left).toEqual({
          case: aCase('case_1', { claims: null, updatedAt: NOW + 7 }),
          round: aRound('round_1', { meetingUrl: null, declared: NOTHING_DECLARED }),
          signals: [],
          link: undefined,
          session: undefined,
          report: undefined,
          move: undefined,
          sameContact: [],
        })
      })

      test('keeps what was decided, without the words', async () => {
        const left = await run(async (tx) => ({
          verdicts: await tx.verdicts.ofRound('round_1'),
          reviews: await tx.reviews.ofCase('case_1'),
          requests: await tx.requests.ofRound('round_1'),
          audit: verifyChain(await tx.audit.after(0, 9)),
          ref: await tx.refs.get('card:round_1'),
        }))
        expect(left).toEqual({
          verdicts: [aVerdict({ evidence: [], verdict: withoutWords })],
          reviews: [aReview('review_1', { reason: '' })],
          requests: [aRequest('request_1', { text: '' })],
          audit: { whole: true },
          ref: 'message_1',
        })
      })

      test('leaves plain places in the console, its living card to deliver, its notes to take away', async () => {
        const message = await run((tx) => tx.console.get('message_1'))
        expect(message?.card.title).toBe('Erased')
        expect(message?.editedAt).toBe(NOW + 7)
        const claim = (now: number) => run((tx) => tx.outbox.claim(now, now + 60_000, 9))
        const due = await claim(NOW + 7)
        expect(due.map(({ key, card }) => [key, card])).toEqual([
          ['card:round_1', null],
          ['note:1', null],
        ])
        const removal = due[1]?.id ?? 0
        await run((tx) => tx.outbox.retry(removal, NOW + 9, 'busy'))
        expect(await claim(NOW + 8)).toEqual([])
        expect(await claim(NOW + 9)).toMatchObject([{ id: removal, attempts: 1 }])
        await run((tx) => tx.outbox.done(removal))
        await run((tx) => tx.outbox.put(aNote()))
        expect(await run((tx) => tx.outbox.count())).toBe(1)
        expect(await claim(NOW + 59_999)).toEqual([])
      })

      test('waits for a note that is being posted at that moment', async () => {
        await run(async (tx) => {
          await tx.cases.insert(aCase('case_3'))
          await tx.outbox.put(aNote('note:3', { caseId: 'case_3' }))
          const [posting] = (await tx.outbox.claim(NOW + 8, NOW + 500, 9)).slice(-1)
          expect(posting?.key).toBe('note:3')
          await tx.erase('case_3', NOW + 9)
          await tx.refs.set('note:3', 'case_3', 'message_3')
          await tx.outbox.done(posting?.id ?? 0)
        })
        const claim = (now: number) => run((tx) => tx.outbox.claim(now, now + 1, 9))
        expect((await claim(NOW + 499)).map(({ key }) => key)).not.toContain('note:3')
        expect((await claim(NOW + 500)).map(({ key }) => key)).toContain('note:3')
      })

      test('leaves other cases alone', async () => {
        await run((tx) => tx.cases.insert(aCase('case_2')))
        await run((tx) => tx.rounds.insert(aRound('round_2', { caseId: 'case_2' })))
        await run((tx) =>
          tx.previews.append({ roundId: 'round_2', at: NOW, method: 'GET', previewer: true }),
        )
        await run((tx) => tx.erase('case_1', NOW + 8))
        expect(await run((tx) => tx.previews.count('round_1'))).toBe(0)
        expect(await run((tx) => tx.previews.count('round_2'))).toBe(1)
        expect(await run((tx) => tx.cases.get('case_2'))).toEqual(aCase('case_2'))
        expect(await run((tx) => tx.rounds.get('round_2'))).toEqual(
          aRound('round_2', { caseId: 'case_2' }),
        )
      })
    })

    describe('what is left of an erased case', () => {
      beforeEach(async () => {
        await run(insertEverything)
        await run((tx) => tx.outbox.put(aWish()))
      })
      const letGo = (createdBefore: number) => run((tx) => tx.letGoOfRecords(createdBefore, 9))
      const forget = (id: string) =>
        run(async (tx) => {
          await tx.erase(id, NOW + 7)
          await tx.cases.update(id, { state: 'forgotten' })
        })

      test('stays until its time, and while it is not erased', async () => {
        expect(await letGo(NOW + 1)).toBe(0)
        await forget('case_1')
        expect(await letGo(aCase().createdAt)).toBe(0)
        expect(await run((tx) => tx.cases.get('case_1'))).toMatchObject({ state: 'forgotten' })
      })

      test('goes whole then; the audit log and other cases stay', async () => {
        await run((tx) => tx.cases.insert(aCase('case_2')))
        await run((tx) => tx.rounds.insert(aRound('round_2', { caseId: 'case_2' })))
        await forget('case_1')
        expect(await letGo(aCase().createdAt + 1)).toBe(1)
        const left = await run(async (tx) => ({
          case: await tx.cases.get('case_1'),
          rounds: await tx.rounds.ofCase('case_1'),
          verdicts: await tx.verdicts.ofRound('round_1'),
          reviews: await tx.reviews.ofCase('case_1'),
          requests: await tx.requests.ofRound('round_1'),
          ref: await tx.refs.get('card:round_1'),
          message: await tx.console.get('message_1'),
          outbox: await tx.outbox.count(),
          audit: verifyChain(await tx.audit.after(0, 9)),
          other: await tx.rounds.get('round_2'),
        }))
        expect(left).toEqual({
          case: undefined,
          rounds: [],
          verdicts: [],
          reviews: [],
          requests: [],
          ref: undefined,
          message: undefined,
          outbox: 0,
          audit: { whole: true },
          other: aRound('round_2', { caseId: 'case_2' }),
        })
      })
    })

    test('counts', async () => {
      await run(insertEverything)
      await run((tx) => tx.rounds.insert(aRound('round_2', { number: 2, state: 'closed' })))
      const counts = await run((tx) => tx.counts())
      expect(counts).toEqual({ cases: 1, liveRounds: 1, outbox: 2, signals: 3 })
    })
  })
}
