/** What is kept, and for how long: docs/stored-data.md held to a real database through a case's whole life. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createConsole } from '../../src/chat/console.ts'
import { OPEN_RULES } from '../../src/core/access.ts'
import { NOTHING_DECLARED } from '../../src/core/claim.ts'
import type { ControlLog } from '../../src/core/rhythm/log.ts'
import { parseSignal, signalNames, signals, type Signal } from '../../src/core/signals.ts'
import { storedFields } from '../../src/store/fields.ts'
import type { Retention, StoredField } from '../../src/store/fields/field.ts'
import { signalFields } from '../../src/store/fields/signal-fields.ts'
import { sealedColumns, type SealedTable } from '../../src/store/schema.ts'
import { writeAccess } from '../../src/usecases/access.ts'
import { askAsSession } from '../../src/usecases/ask-manager.ts'
import { beginSession } from '../../src/usecases/begin-session.ts'
import { closeRounds } from '../../src/usecases/close-rounds.ts'
import { DeliveryError, deliverOutbox } from '../../src/usecases/deliver.ts'
import { finishControlCheck } from '../../src/usecases/finish-control-check.ts'
import { joinInterview } from '../../src/usecases/join-interview.ts'
import { lookAtLink } from '../../src/usecases/links.ts'
import { holdCase } from '../../src/usecases/hold-case.ts'
import { MailRefused } from '../../src/usecases/mail-refused.ts'
import { forgetCase } from '../../src/usecases/manage-round.ts'
import { askForMove, offerMove } from '../../src/usecases/move-session.ts'
import { openCase } from '../../src/usecases/open-case.ts'
import type { Ports } from '../../src/usecases/ports.ts'
import { purge } from '../../src/usecases/purge.ts'
import { makeReportLink } from '../../src/usecases/read-report.ts'
import { recordCallMove } from '../../src/usecases/record-call-presence.ts'
import { recordSignals } from '../../src/usecases/record-signals.ts'
import { reviewRound } from '../../src/usecases/review-round.ts'
import { sendMails } from '../../src/usecases/send-mail.ts'
import { startControlCheck } from '../../src/usecases/start-control-check.ts'
import { LOCAL, logOf } from '../core/rhythm/_logs.ts'
import { caseInput, cipher, manager, MINUTE, NOW, open, openProduct, seen } from './_product.ts'

const DAY = 86_400_000

let folder: string
let product: Awaited<ReturnType<typeof openProduct>>
let raw: Sqlite.Database
/** Columns that ever held something, "table.column". */
let everFilled: Set<string>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'letting-go-'))
  const path = join(folder, 'data.sqlite')
  product = await openProduct(path)
  raw = new Sqlite(path, { readonly: true })
  everFilled = new Set()
})
afterEach(async () => {
  raw.close()
  await product.close()
  rmSync(folder, { recursive: true, force: true })
})

const columns = Object.entries(storedFields).flatMap(([table, fields]) =>
  Object.entries(fields as Record<string, StoredField>).map(([column, field]) => ({
    name: `${table}.${column}`,
    table,
    column,
    ...field,
  })),
)
const ofRule = (...rules: Retention[]) =>
  columns.filter(({ until }) => rules.includes(until)).map(({ name }) => name)

/** The columns in which any row holds something. */
function filled(): string[] {
  const now = columns
    .filter(({ table, column }) => {
      const query = `select count("${column}") from "${table}"`
      return raw.prepare(query).pluck().get() !== 0
    })
    .map(({ name }) => name)
  for (const name of now) everFilled.add(name)
  return now
}

/** Every text in the database, opened. */
function everything(): string {
  const tables = Object.keys(storedFields)
  const rows = tables.flatMap((table) =>
    raw
      .prepare<[], Record<string, unknown>>(`select * from "${table}"`)
      .all()
      .map((row) => ({ table, row })),
  )
  return rows
    .map(({ table, row }) => {
      const sealed = sealedColumns[table as SealedTable] as
        { id: string; columns: readonly string[] } | undefined
      const opened = Object.entries(row).map(([column, value]) => {
        if (sealed?.columns.includes(column) !== true || typeof value !== 'string') return value
        return cipher.decrypt({ table, column, id: String(row[sealed.id]) }, value)
      })
      return JSON.stringify([table, opened])
    })
    .join('\n')
}

/** Personal things that were told in `fill`. */
const traces = [
  'Jane',
  'jane@',
  '512 555',
  'Austin',
  '136.49',
  'LTE',
  'Spoke to her',
  'meet.example',
  '70011',
  '80022',
  '90033',
]

/** One reading of every signal that is kept as one: its absence, so that no values need inventing. */
function oneOfEach(): Signal[] {
  return signalNames
    .filter((name) => signalFields[name].keptIn === 'signals.reading')
    .flatMap((name) => {
      const [source = 'page'] = signals[name].from
      return parseSignal({ name, at: product.clock.at, source, why: 'unsupported' }) ?? []
    })
}

/** The account and the channel of the candidate's call. */
const call = { service: 'discord', server: '70011', channel: '80022', person: '90033' } as const

/** Opens a case and does with it all that can be done, so that every column holds something at some time. */
async function fill() {
  const { clock } = product
  const refusing = { send: () => Promise.reject(new MailRefused('550 no Jane here')) }
  const ports = { ...product.ports, mailer: refusing }
  const channel = createConsole(ports)
  let broken = true
  const messenger = {
    ...channel,
    async deliver(message: Parameters<typeof channel.deliver>[0]) {
      if (broken) throw new DeliveryError('the channel refused Jane', 1000)
      return channel.deliver(message)
    },
  }
  const deliver = async () => {
    clock.at += 2000
    await deliverOutbox(ports, { console: messenger }, new Map())
    filled()
  }
  const vantage = ports.simulator.vantage
  await openCase(
    ports,
    { ...opener, submissionId: 'simulated', simulated: { vantage } },
    caseInput(),
  )
  const { caseId, roundId, token } = await open(ports, {
    candidate: { name: 'Jane Doe', email: 'jane@example.com', phone: '+1 512 555 0100' },
    opening: 'Night watch',
    controlCheck: true,
    sendInvitation: true,
    call,
  })
  filled()
  await sendMails(ports)
  await lookAtLink(ports, token, { method: 'GET', userAgent: 'Slackbot 1.0' })
  const { cookie } = await beginSession(ports, token, NOTHING_DECLARED, seen())
  await recordSignals(ports, cookie, oneOfEach())
  await recordCallMove(ports, { ...call, at: clock.at, how: 'heard' })
  await tap(ports, cookie, (log) => ({ ...log, elapsedMs: 1 }))
  await tap(ports, cookie, (log) => log)
  await askForMove(ports, await offerMove(ports, cookie), seen().userAgent)
  await askAsSession(ports, cookie, 'contest', 'My phone was on LTE')
  await deliver()
  broken = false
  await deliver()
  await deliver()
  await joinInterview(ports, cookie)
  await makeReportLink(ports, manager, caseId)
  await writeAccess(ports, manager, 'console', { ...OPEN_RULES, fourEyes: true })
  await holdCase(ports, manager, caseId, true)
  filled()
  await holdCase(ports, manager, caseId, false)
  clock.at = NOW + 56 * MINUTE
  await closeRounds(ports)
  const decision = { decision: 'fine', reason: 'Spoke to her', seen: 0 } as const
  await reviewRound(ports, manager, { roundId, ...decision, workspace: 'console' })
  filled()
  await deliver()
  await deliver()
  return { caseId, deliver }
}

/** Does a tapping exercise; what is sent of it may be changed. */
async function tap(ports: Ports, cookie: string, change: (log: ControlLog) => ControlLog) {
  const wish = { variant: 'usual', remoteDesktop: false, assistive: false } as const
  const { id, plan } = await startControlCheck(ports, cookie, wish)
  const log = logOf(plan, LOCAL)
  product.clock.at += log.elapsedMs
  await finishControlCheck(ports, cookie, id, change(log))
  filled()
}

const opener = { actor: manager, platform: 'console', channel: 'hiring' } as const

test('every column holds something at some time, so that nothing below is true of an empty one', async () => {
  await fill()
  expect([...everFilled].sort()).toEqual(columns.map(({ name }) => name).sort())
  for (const trace of traces) expect(everything()).toContain(trace)
})

test('time takes what the table says, when it says', async () => {
  const { caseId, deliver } = await fill()
  const { clock, ports } = product
  const settings = ports.settings.retention
  // A held case loses nothing, however long.
  await holdCase(ports, manager, caseId, true)
  const held = filled()
  clock.at = NOW + (settings.recordDays + 1) * DAY
  await purge(ports)
  const holds = ['claims', 'evidence', 'reading', 'declared', 'reason', 'network_hash', 'held_at']
  const all = held.filter((name) => holds.includes(name.split('.')[1] ?? ''))
  expect(all).toHaveLength(holds.length)
  expect(filled()).toEqual(expect.arrayContaining(all))
  await expect(forgetCase(ports, manager, caseId)).rejects.toMatchObject({
    code: 'illegal-transition',
  })
  clock.at = NOW + DAY
  await holdCase(ports, manager, caseId, false)

  const go = async (days: number) => {
    clock.at = NOW + days * DAY
    await purge(ports)
    return filled()
  }

  const before = await go(settings.rawDays - 1)
  expect(before).toEqual(expect.arrayContaining(ofRule('readings', 'case')))

  const withoutReadings = await go(settings.rawDays + 1)
  const stays = (...rules: Retention[]) => before.filter((name) => ofRule(...rules).includes(name))
  expect(withoutReadings.sort()).toEqual(
    stays('case', 'record', 'log', 'setting', 'count', 'program').sort(),
  )

  expect((await go(settings.caseDays - 1)).sort()).toEqual(withoutReadings)
  const withoutCase = await go(settings.caseDays + 1)
  expect(withoutCase.filter((name) => ofRule('case').includes(name))).toEqual([])
  expect(withoutCase).toEqual(
    expect.arrayContaining(stays('record', 'log', 'setting', 'count', 'program')),
  )
  // The living card is drawn anew, the note is taken away.
  await deliver()
  await deliver()
  for (const trace of traces) expect(everything()).not.toContain(trace)

  await go(settings.recordDays - 1)
  expect(filled()).toEqual(expect.arrayContaining(stays('record')))
  expect((await go(settings.recordDays + 1)).sort()).toEqual(
    ofRule('log', 'setting', 'count', 'program').sort(),
  )
})

test('forgetting takes at once what the table says, and leaves nothing personal in any text', async () => {
  const { caseId, deliver } = await fill()
  const { ports, store } = product
  const simulated = (await store.transaction((tx) => tx.cases.list({ limit: 9 }))).find(
    (kase) => kase.simulated,
  )
  const before = filled()
  await forgetCase(ports, manager, simulated?.id ?? '')
  await forgetCase(ports, manager, caseId)
  const after = filled()
  expect(after.filter((name) => ofRule('readings', 'case', 'delivery').includes(name))).toEqual([])
  expect(after).toEqual(
    expect.arrayContaining(before.filter((name) => ofRule('record', 'log').includes(name))),
  )
  await deliver()
  await deliver()
  for (const trace of traces) expect(everything()).not.toContain(trace)
})
