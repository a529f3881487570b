/** Pages as the tests draw them: complete data, to be varied. */
import type { NoticeView, RecordedView, SessionView } from '../../src/page/views.ts'

const asker = { company: 'Northwind Robotics', contact: 'careers@northwind.example' }
const startAt = Date.parse('2026-11-24T21:00:00Z')
const window = 'Tuesday 24 November 2026, 15:00–15:45 CST (22:00–22:45 CET)'

/** A notice with everything in it. */
export const noticeView: NoticeView = {
  ...asker,
  recruiter: 'Priya Raman',
  opening: 'Backend Engineer',
  window,
  token: 'token-1',
  nonce: 'nonce-1',
  canJoin: true,
  retentionDays: 30,
  caseDays: 365,
  controlCheck: false,
  callNoted: false,
  simulated: false,
}

/** A session just begun. */
export const sessionView: SessionView = {
  ...asker,
  window,
  nonce: 'nonce-1',
  canJoin: true,
  meetingHost: 'zoom.us',
  progress: { address: 'done', clock: 'waiting', browser: 'waiting', latency: 'waiting' },
  move: null,
  requested: false,
  control: null,
  over: false,
  moved: false,
  simulated: false,
  socketPath: '/s/live',
  signalsPath: '/s/signals',
  beacons: [],
  paths: [],
}

/** One reading on record. */
export const recordedView: RecordedView = {
  ...asker,
  signals: [{ name: 'address', value: '203.0.113.7', at: startAt - 120_000, source: 'server' }],
  zone: 'America/Chicago',
  today: startAt,
  retentionDays: 30,
  attributions: [],
  caseDays: 365,
  nonce: 'nonce-1',
  erasable: true,
}
