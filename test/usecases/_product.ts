/** The use cases on a real database with real lookups; only the clock is the test's. */
import { createCipher } from '../../src/store/cipher.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { lookups } from '../../src/lookups/index.ts'
import { calendarFile } from '../../src/notify/calendar.ts'
import { createPictures } from '../../src/pictures/pictures.ts'
import { createSeal, cryptoRandom } from '../../src/random.ts'
import { SIMULATED_VANTAGE } from '../../src/simulate/lines.ts'
import type { Ports } from '../../src/usecases/ports.ts'
import type { Seen } from '../../src/usecases/begin-session.ts'
import { openCase, type OpenCaseInput } from '../../src/usecases/open-case.ts'
import type { Actor } from '../../src/usecases/records.ts'

/** A Monday in winter, 14:50 in Austin. */
export const NOW = Date.parse('2026-11-23T20:50:00Z')
export const MINUTE = 60_000

/** A manager. */
export const manager: Actor = { platform: 'console', id: 'person_1', name: 'Alex' }

const opened = Promise.all([
  lookups.ipLocation({ databases: ['dbip'] }),
  lookups.ipNetwork(),
  lookups.phone(),
  lookups.place(),
  lookups.userAgent(),
  lookups.when(),
])

/** What the database is encrypted with. */
export const cipher = createCipher({ secret: 'a secret of the tests, long enough' })

/** Ports over a database, in memory unless told where, and the hands of their clock. */
export async function openProduct(path = ':memory:') {
  const store = await openSqlite({ path, cipher })
  const [ipLocation, ipNetwork, phone, place, userAgent, when] = await opened
  const clock = { at: NOW, now: () => clock.at }
  const ports: Ports = {
    store,
    bus: store.bus,
    clock,
    random: cryptoRandom,
    lookups: {
      ipLocation,
      ipLocationSimulated: ipLocation,
      ipNetwork,
      phone,
      place,
      userAgent,
      when,
    },
    settings: {
      publicUrl: 'https://verify.example.com',
      companyName: 'Example Ltd',
      recruiterName: 'Alex',
      contact: 'jobs@example.com',
      linkLeadMs: 30 * MINUTE,
      vantage: { id: 'main', name: 'Frankfurt', lat: 50.11, lon: 8.68 },
      sidePaths: { udp: true, families: true },
      controlCheck: true,
      calls: { discord: 'noted' },
      retention: { rawDays: 30, caseDays: 365, recordDays: 1461 },
      defaultZone: 'UTC',
    },
    simulator: { people: [], vantage: SIMULATED_VANTAGE, apartMs: 0, start: () => {} },
    pictures: createPictures(),
    mailer: null,
    calendarFile,
    seal: createSeal(new Uint8Array(32)),
    verifyAudit: () => true,
    wake: () => {},
  }
  return { ports, clock, store, close: () => store[Symbol.asyncDispose]() }
}

/** What opens a case at 15:00 in Austin for 45 minutes. */
export function caseInput(part: Partial<OpenCaseInput> = {}): OpenCaseInput {
  return {
    candidate: { name: 'Jane Doe', email: 'jane@example.com' },
    claimedPlace: 'Austin, Texas',
    window: { startAt: NOW + 10 * MINUTE, endAt: NOW + 55 * MINUTE },
    zone: 'America/Chicago',
    meetingUrl: 'https://meet.example.com/jane',
    ...part,
  }
}

/** Opens a case. Out: with the token of its link. */
export async function open(ports: Ports, part: Partial<OpenCaseInput> = {}, submissionId = 's1') {
  const context = { actor: manager, platform: 'console', channel: 'hiring', submissionId } as const
  const { caseId, roundId, link } = await openCase(ports, context, caseInput(part))
  return { caseId, roundId, token: link?.split('/').at(-1) ?? '' }
}

/** A request from Austin, or from anywhere else. */
export function seen(part: Partial<Seen> = {}): Seen {
  return {
    address: '136.49.128.173',
    networkHash: 'network-1',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0 Safari/537.36',
    hints: { 'sec-ch-ua': '"Chromium";v="156", "Not-A.Brand";v="24"' },
    simulated: false,
    ...part,
  }
}
