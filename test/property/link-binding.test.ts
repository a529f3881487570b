/** A link binds exactly one browser, under any interleaving of clicks, looks and renewals. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NOTHING_DECLARED } from '../../src/core/claim.ts'
import { beginSession } from '../../src/usecases/begin-session.ts'
import { lookAtLink } from '../../src/usecases/links.ts'
import { resendLink } from '../../src/usecases/manage-round.ts'
import { manager, open, openProduct, seen } from '../usecases/_product.ts'

test('1,000 racing clicks bind one browser', async () => {
  const { ports, close } = await openProduct()
  const { token, roundId } = await open(ports)
  const clicks = await Promise.allSettled(
    Array.from({ length: 1000 }, (_, i) =>
      beginSession(ports, token, NOTHING_DECLARED, seen({ networkHash: `network-${String(i)}` })),
    ),
  )
  expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const sessions = await ports.store.transaction((tx) => tx.sessions.currentOf(roundId))
  expect(sessions?.state).toBe('bound')
  await close()
}, 60_000)

test('any order of looks, clicks and renewals: never two browsers, looks bind nothing', async () => {
  const step = fc.constantFrom('get', 'head', 'click', 'old-click', 'renew')
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const { ports, close } = await openProduct()
      try {
        const { token: first, roundId } = await open(ports)
        let token = first
        let bound = 0
        for (const kind of steps) {
          if (kind === 'get' || kind === 'head') {
            const method = kind === 'get' ? 'GET' : 'HEAD'
            const view = await lookAtLink(ports, token, { method, userAgent: 'curl/8' })
            expect(view.kind).toBe(bound === 0 ? 'notice' : 'unavailable')
          } else if (kind === 'renew') {
            const link = await resendLink(ports, manager, roundId).catch(() => undefined)
            expect(link === undefined).toBe(bound > 0)
            token = link?.split('/').at(-1) ?? token
          } else {
            const tried = kind === 'click' ? token : first
            const works = bound === 0 && tried === token
            const click = beginSession(ports, tried, NOTHING_DECLARED, seen())
            const result = await click.catch(() => undefined)
            expect(result !== undefined).toBe(works)
            if (result !== undefined) bound += 1
          }
        }
        expect(bound).toBeLessThanOrEqual(1)
      } finally {
        await close()
      }
    }),
    { numRuns: 60 },
  )
}, 60_000)
