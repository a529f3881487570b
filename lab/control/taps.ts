/** People who tapped along in a laboratory, and how far each tap was from its beat. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'

/** One person’s taps at one tempo, in order: ms after the beat, negative is early. */
export interface Tapper {
  id: string
  asynchroniesMs: readonly number[]
}

/** Bååth & Madison 2012: 30 people, 17,356 taps to tones (rasmusab/bayes_timing, MIT). */
export const SHIPPED_TAPS = 'lab/control/taps.csv.gz'

/** The tempo nearest to ours. */
const TEMPO_MS = 600

/** A tap farther off than half a beat belongs to another one. */
const MOST_MS = TEMPO_MS / 2

const columns = ['subject', 'isi', 'asynch']

/** Reads taps at 600 ms. In: CSV, gzipped or not, with the columns subject, isi and asynch. Fails: naming missing columns. */
export function readTaps(path: string): Tapper[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const rows = parse(text, { columns: true, skip_empty_lines: true }) as Record<string, string>[]
  const missing = columns.filter((name) => rows[0]?.[name] === undefined)
  if (missing.length > 0) {
    const got = Object.keys(rows[0] ?? {}).join(', ') || 'nothing'
    throw new Error(`${path}: expected columns ${missing.join(', ')}, got ${got}`)
  }
  const people = new Map<string, number[]>()
  for (const row of rows) {
    const ms = Number(row['asynch'])
    if (Number(row['isi']) !== TEMPO_MS || !(Math.abs(ms) < MOST_MS)) continue
    const id = row['subject'] ?? ''
    people.set(id, [...(people.get(id) ?? []), ms])
  }
  const enough = [...people].filter(([, list]) => list.length >= 60)
  if (enough.length === 0) {
    throw new Error(`${path}: expected people with 60 taps or more at 600 ms, got none`)
  }
  return enough.map(([id, asynchroniesMs]) => ({ id, asynchroniesMs }))
}
