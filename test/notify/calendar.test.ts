import { expect, test } from 'vitest'
import { calendarFile } from '../../src/notify/calendar.ts'

const event = {
  id: 'round_1',
  title: 'Interview: Zoë; Quandt, Ltd',
  window: {
    startAt: Date.parse('2026-11-23T21:00:00Z'),
    endAt: Date.parse('2026-11-23T21:45:00Z'),
  },
  meetingUrl: 'https://meet.example.com/zoe',
  at: Date.parse('2026-11-22T09:00:00Z'),
}

test('is one event with start and end in UTC, and its commas escaped', () => {
  const lines = calendarFile(event)
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
  expect(lines).toContain('DTSTART:20261123T210000Z')
  expect(lines).toContain('DTEND:20261123T214500Z')
  expect(lines).toContain('UID:round_1@whereabouts')
  expect(lines).toContain('SUMMARY:Interview: Zoë\\; Quandt\\, Ltd')
  expect(lines).toContain('URL:https://meet.example.com/zoe')
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
})

test('without a meeting names none', () => {
  expect(calendarFile({ ...event, meetingUrl: null })).not.toMatch(/URL|LOCATION/)
})
