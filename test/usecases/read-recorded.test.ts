import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOTHING_DECLARED } from '../../src/core/claim.ts'
import { parseSignal, signalNames, signals, type SignalName } from '../../src/core/signals.ts'
import { beginSession } from '../../src/usecases/begin-session.ts'
import { forgetCase } from '../../src/usecases/manage-round.ts'
import { readRecorded } from '../../src/usecases/read-recorded.ts'
import { recordSignals } from '../../src/usecases/record-signals.ts'
import { manager, open, openProduct, seen } from './_product.ts'

let product: Awaited<ReturnType<typeof openProduct>>
beforeEach(async () => {
  product = await openProduct()
})
afterEach(() => product.close())

test('the candidate reads what was stated and every signal, and no contact', async () => {
  const { ports, clock } = product
  const candidate = { name: 'Jane Doe', email: 'jane@example.com', phone: '+1 512 555 0100' }
  const { token, caseId } = await open(ports, { candidate })
  const declared = { ...NOTHING_DECLARED, travel: true }
  const { cookie } = await beginSession(ports, token, declared, seen())
  const absent = signalNames.flatMap((name) => {
    const [source = 'page'] = signals[name].from
    return parseSignal({ name, at: clock.at, source, why: 'unsupported' }) ?? []
  })
  await recordSignals(ports, cookie, absent)

  const recorded = await readRecorded(ports, cookie)
  const of = (name: SignalName) => recorded.signals.find((signal) => signal.name === name)
  expect(signalNames.filter((name) => of(name) === undefined)).toEqual([])
  expect(of('claimedPlace')).toMatchObject({
    value: { label: 'Austin, Texas, United States' },
    source: 'record',
  })
  expect(of('declared')).toMatchObject({ value: declared, source: 'human' })
  // Whoever holds a link that was passed on does not learn these.
  for (const secret of ['Jane', 'jane@', '0100']) {
    expect(JSON.stringify(recorded.signals)).not.toContain(secret)
  }

  await forgetCase(ports, manager, caseId)
  await expect(readRecorded(ports, cookie)).rejects.toMatchObject({ code: 'session-missing' })
})
