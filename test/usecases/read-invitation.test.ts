import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lookups } from '../../src/lookups/index.ts'
import { readInvitation } from '../../src/usecases/read-invitation.ts'
import { readWindow } from '../../src/usecases/read-window.ts'

const place = await lookups.place()
const when = await lookups.when()
/** A Sunday, 20:00 in Austin. */
const NOW = Date.parse('2026-11-23T02:00:00Z')
const read = (text: string) => readInvitation({ place, when }, text, 'America/Chicago', NOW)

describe('a line of text fills the form', () => {
  test('as the product shows it', async () => {
    expect(await read('Jane Doe jane@example.com, Austin TX, tomorrow 3pm 45m')).toEqual({
      name: 'Jane Doe',
      email: 'jane@example.com',
      place: 'Austin, Texas, United States',
      wall: '2026-11-23T15:00',
      lengthMin: 45,
      rest: '',
    })
  })

  test('in any order after the name, with a link and a phone', async () => {
    expect(
      await read(
        'José Ñuñez <jose@example.com>, tomorrow 9:30 for an hour, https://zoom.us/j/1, München, +1 512 555 0100',
      ),
    ).toMatchObject({
      name: 'José Ñuñez',
      email: 'jose@example.com',
      place: 'Munich, Bavaria, Germany',
      wall: '2026-11-23T09:30',
      lengthMin: 60,
      meetingUrl: 'https://zoom.us/j/1',
      phone: '+1 512 555 0100',
    })
  })

  test('an ambiguous place stays as typed, so that the form can ask', async () => {
    expect(await read('Jane, Springfield')).toMatchObject({ name: 'Jane', place: 'Springfield' })
  })

  test('what is not understood is left over, never lost', async () => {
    const { rest } = await read('Jane Doe, Qwertyville, bring coffee')
    expect(rest).toBe('Qwertyville, bring coffee')
  })

  test('nothing typed', async () => {
    expect(await read('')).toEqual({ rest: '' })
  })

  test('no text throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 80 }), async (text) => {
        await read(text)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a window', () => {
  const at = (start: string, part: object = {}) =>
    readWindow(when, { start, zone: 'Europe/Berlin', lengthMin: '45', occurrence: '', ...part })

  test('an ordinary day', () => {
    expect(at('2027-01-11T15:00')).toEqual({
      window: { startAt: Date.parse('2027-01-11T14:00Z'), endAt: Date.parse('2027-01-11T14:45Z') },
      zone: 'Europe/Berlin',
    })
  })

  test('the hour that the clocks skip is refused, with the next possible time', () => {
    expect(at('2027-03-28T02:30')).toMatchObject({
      faults: { start: expect.stringContaining('03:00') as string },
    })
  })

  test('the hour that comes twice is asked about, and either answer works', () => {
    const asked = expect.stringContaining('twice') as string
    expect(at('2027-10-31T02:30')).toMatchObject({ twice: true, faults: { occurrence: asked } })
    const earlier = at('2027-10-31T02:30', { occurrence: 'earlier' })
    const later = at('2027-10-31T02:30', { occurrence: 'later' })
    expect(earlier).toMatchObject({ window: { startAt: Date.parse('2027-10-31T00:30Z') } })
    expect(later).toMatchObject({ window: { startAt: Date.parse('2027-10-31T01:30Z') } })
  })

  test('faults of all fields at once', () => {
    const reading = at('soon', { zone: 'Mars', lengthMin: '1' })
    expect(Object.keys('faults' in reading ? reading.faults : {})).toEqual(['lengthMin', 'zone'])
  })
})
