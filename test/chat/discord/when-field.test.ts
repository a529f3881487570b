import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { echoOf, fromLine, readLine, toLine } from '../../../src/chat/discord/when-field.ts'
import { lookups } from '../../../src/lookups/index.ts'

const when = await lookups.when()
/** 14:50 in Austin, a Monday. */
const NOW = Date.parse('2026-11-23T20:50:00Z')
const zone = 'America/Chicago'

const wall = fc
  .date({ min: new Date(Date.UTC(2002, 0)), max: new Date(Date.UTC(2200, 0)), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 16))

it('what was understood is read back as it was', () => {
  fc.assert(
    fc.property(wall, fc.option(fc.integer({ min: 1, max: 1440 })), (start, length) => {
      const lengthMin = length === null ? '' : String(length)
      const back = fromLine(toLine(start, lengthMin))
      expect(back).toEqual({ start, ...(length === null ? {} : { lengthMin }) })
    }),
  )
})

describe('what people type', () => {
  it.each([
    ['tomorrow 3pm 45m', '2026-11-24T15:00', '45'],
    ['Mon 30 Nov 9:30, 1 h', '2026-11-30T09:30', '60'],
    ['2026-12-01 16:00, 30 min', '2026-12-01T16:00', '30'],
    ['today 4pm', '2026-11-23T16:00', undefined],
  ])('%s', async (line, start, lengthMin) => {
    const read = await readLine(when, line, zone, NOW)
    expect(read).toEqual({ start, ...(lengthMin === undefined ? {} : { lengthMin }), notice: null })
  })

  it('that is not understood is kept, and asked for again', async () => {
    const read = await readLine(when, 'when *it* suits you', zone, NOW)
    expect(read.start).toBe('when *it* suits you')
    expect(read.notice).toContain('“when \\*it\\* suits you” is not a date and a time')
  })

  it('of which a part is not understood is said', async () => {
    const read = await readLine(when, 'tomorrow 3pm 45m with Bob', zone, NOW)
    expect(read).toMatchObject({ start: '2026-11-24T15:00', lengthMin: '45' })
    expect(read.notice).toBe('Not understood of the time: “with Bob”.')
  })

  it('nothing at all is no fault of theirs', async () => {
    expect((await readLine(when, '  ', zone, NOW)).notice).toBeNull()
  })
})

describe('the echo', () => {
  it('names the zone, and shows the time on the reader’s own clock', () => {
    const echo = echoOf(when, { start: '2026-11-24T15:00', zone, lengthMin: '45' })
    expect(echo).toBe(
      'Understood: **Tue, 24 Nov 2026, 15:00–15:45 CST (America\\/Chicago)**. On your own clock: <t:1795554000:F>, <t:1795554000:R>.',
    )
    expect(1_795_554_000 * 1000).toBe(Date.parse('2026-11-24T21:00:00Z'))
  })

  it.each([
    ['a time that the clock skips', '2027-03-14T02:30', zone],
    ['a time that it shows twice', '2026-11-01T01:30', zone],
    ['no time', 'soon', zone],
    ['no zone', '2026-11-24T15:00', 'Austin'],
  ])('is silent for %s', (_name, start, where) => {
    expect(echoOf(when, { start, zone: where, lengthMin: '45' })).toBeNull()
  })
})
