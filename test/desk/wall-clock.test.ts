import { describe, expect, it } from 'vitest'
import { formatDay, formatTime, sayBack, toInstant, toZone } from '../../src/desk/wall-clock.ts'

describe('wall-clock times', () => {
  it('finds the instant in winter and in summer', () => {
    expect(toInstant('2026-11-23T15:00', 'America/Chicago')?.at).toBe(Date.UTC(2026, 10, 23, 21))
    expect(toInstant('2026-07-01T09:30', 'Asia/Kolkata')?.at).toBe(Date.UTC(2026, 6, 1, 4))
  })

  it('finds it on both sides of a change of clocks', () => {
    expect(toInstant('2026-11-01T00:30', 'America/Chicago')?.at).toBe(Date.UTC(2026, 10, 1, 5, 30))
    expect(toInstant('2026-11-01T03:30', 'America/Chicago')?.at).toBe(Date.UTC(2026, 10, 1, 9, 30))
  })

  it('knows a time that the clocks jump over', () => {
    expect(toInstant('2027-03-14T02:30', 'America/Chicago')?.skipped).toBe(true)
    expect(sayBack('2027-03-14T02:30', 'America/Chicago', 'UTC')).toContain('jump over')
  })

  it.each(['', '2026-11-23', 'tomorrow', '2026-13-40T99:99'])('takes %j for no time', (wall) => {
    expect(toInstant(wall, 'UTC')).toBeNull()
    expect(sayBack(wall, 'UTC', 'UTC')).toBeNull()
  })

  it('says nothing while the zone is none', () => {
    expect(sayBack('2026-11-23T15:00', 'Chicag', 'Europe/Berlin')).toBeNull()
  })

  it('names the day again where it is another one', () => {
    expect(sayBack('2026-11-23T15:00', 'America/Chicago', 'Asia/Tokyo')).toBe(
      'Mon 23 Nov 2026, 15:00 in Chicago time (America/Chicago) = Tue 24 Nov 2026, 06:00 your time',
    )
    expect(sayBack('2026-11-23T15:00', 'Europe/Berlin', 'Europe/Berlin')).toBe(
      'Mon 23 Nov 2026, 15:00 your time (Europe/Berlin)',
    )
  })

  it('writes days and times without a surprise', () => {
    expect(formatDay(0, 'UTC')).toBe('Thu 1 Jan 1970')
    expect(formatTime(0, 'UTC')).toBe('00:00')
  })

  it('understands a city as its zone, and leaves what it does not understand', () => {
    const zones = ['America/Chicago', 'America/New_York', 'A/Same', 'B/Same']
    expect(toZone(' chicago ', zones)).toBe('America/Chicago')
    expect(toZone('new york', zones)).toBe('America/New_York')
    expect(toZone('america/chicago', zones)).toBe('America/Chicago')
    expect(toZone('same', zones)).toBe('same')
  })
})
