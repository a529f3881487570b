/** The phone number of an application is read in the country of the stated place, whenever a round is judged. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOTHING_DECLARED } from '../../src/core/claim.ts'
import { assessBundle } from '../../src/usecases/assess-bundle.ts'
import { beginSession } from '../../src/usecases/begin-session.ts'
import type { PhoneLookup } from '../../src/usecases/lookups.ts'
import { open, openProduct, seen } from './_product.ts'

let product: Awaited<ReturnType<typeof openProduct>>
/** What the real lookup was asked, and answered. */
let asked: { written: string; country: string; answer: ReturnType<PhoneLookup> }[]

beforeEach(async () => {
  product = await openProduct()
  asked = []
  const { lookups } = product.ports
  const read = lookups.phone
  lookups.phone = (written, country) => {
    const answer = read(written, country)
    asked.push({ written, country, answer })
    return answer
  }
})
afterEach(() => product.close())

const candidate = { name: 'Jane Doe', email: 'jane@example.com' }
const austin = { valid: true, country: 'US', kind: 'fixed-or-mobile', area: 'Austin, TX' }

async function begin(phone?: string): Promise<void> {
  const { token } = await open(product.ports, { candidate: { ...candidate, phone } })
  await beginSession(product.ports, token, NOTHING_DECLARED, seen())
  // Another browser's click is judged at once.
  await beginSession(product.ports, token, NOTHING_DECLARED, seen()).catch(() => undefined)
}

test('of a case', async () => {
  await begin('(512) 476-9999')
  expect(asked[0]).toEqual({ written: '(512) 476-9999', country: 'US', answer: { value: austin } })
})

test('of a case without one, nothing is read', async () => {
  await begin()
  expect(asked).toEqual([])
})

test('of a case in a file, with the country of its place where that is known', () => {
  const window = { start: '2026-11-23T21:00:00Z', end: '2026-11-23T21:45:00Z' }
  const bundle = (place?: string) => ({
    claims: { phone: '512 476 9999', ...(place !== undefined && { place }) },
    rounds: [{ window, signals: [] }],
  })
  assessBundle(bundle('Austin, TX'), product.ports.lookups)
  assessBundle(bundle(), product.ports.lookups)
  assessBundle(bundle('Austin, TX'), null)
  expect(asked).toEqual([
    { written: '512 476 9999', country: 'US', answer: { value: austin } },
    { written: '512 476 9999', country: '', answer: { why: 'unknown' } },
  ])
})
