/** How the beacons do, as this process hears it: for `/metrics` and `/readyz`. */
import { Counter, Gauge, type Registry } from 'prom-client'
import type { StatementRefusal } from '../usecases/record-beacon.ts'

/** Why what a beacon sent is refused before anybody looks whom it is about. */
export const senderRefusals = [
  'malformed', // not signed text of a known form
  'bad-signature', // not signed by the key that we know
  'other-beacon', // speaks for another beacon than the one that sent it
  'clock', // its clock is more than 30 s off
  'too-old', // measured longer ago than beacons keep statements
] as const

/** Why something is refused. */
export type Refusal = (typeof senderRefusals)[number] | StatementRefusal

/** What is known of one beacon. */
interface Health {
  heardAt: number | null
  clockOffsetMs: number
  sockets: number
}

/** A beacon is called silent after it has missed its word twice: it says every minute that it is there. */
const SILENT_MS = 150_000

/** Keeps the health of beacons. In: their ids, and the time in epoch ms. */
export function createBeaconHealth(ids: readonly string[], now: () => number) {
  const health = new Map<string, Health>(
    ids.map((id) => [id, { heardAt: null, clockOffsetMs: 0, sockets: 0 }]),
  )
  const kept = new Map<string, number>(ids.map((id) => [id, 0]))
  const refused = new Map<string, Map<Refusal, number>>(ids.map((id) => [id, new Map()]))

  return {
    /** A beacon said something that it signed, with its clock ahead of ours by this much. */
    heard(id: string, clockOffsetMs: number, sockets?: number): void {
      const known = health.get(id)
      if (known === undefined) return
      known.heardAt = now()
      known.clockOffsetMs = clockOffsetMs
      if (sockets !== undefined) known.sockets = sockets
    },
    kept(id: string): void {
      kept.set(id, (kept.get(id) ?? 0) + 1)
    },
    refused(id: string, why: Refusal): void {
      const counts = refused.get(id)
      counts?.set(why, (counts.get(why) ?? 0) + 1)
    },
    /** For `/readyz`, by name. */
    words(): Record<string, string> {
      return Object.fromEntries(
        [...health].map(([id, { heardAt, clockOffsetMs }]) => [
          `beacon ${id}`,
          heardAt === null ? 'not heard yet' : wordsOf(now() - heardAt, clockOffsetMs),
        ]),
      )
    },
    /** Adds the figures to those of `/metrics`. */
    register(registry: Registry): void {
      const labelNames = ['beacon'] as const
      const registers = [registry]
      new Gauge({
        name: 'whereabouts_beacon_heard_seconds',
        help: 'Since a beacon last said something that it signed; none before the first time',
        labelNames,
        registers,
        collect() {
          for (const [beacon, { heardAt }] of health) {
            if (heardAt !== null) this.set({ beacon }, (now() - heardAt) / 1000)
          }
        },
      })
      new Gauge({
        name: 'whereabouts_beacon_clock_offset_seconds',
        help: 'How far the clock of a beacon is ahead; more than 30 either way is refused',
        labelNames,
        registers,
        collect() {
          for (const [beacon, { clockOffsetMs }] of health) {
            this.set({ beacon }, clockOffsetMs / 1000)
          }
        },
      })
      new Gauge({
        name: 'whereabouts_beacon_sockets',
        help: 'Pages connected to a beacon, as it says',
        labelNames,
        registers,
        collect() {
          for (const [beacon, { sockets }] of health) this.set({ beacon }, sockets)
        },
      })
      new Counter({
        name: 'whereabouts_beacon_statements_total',
        help: 'Statements of a beacon that were kept',
        labelNames,
        registers,
        collect() {
          this.reset()
          for (const [beacon, count] of kept) this.inc({ beacon }, count)
        },
      })
      new Counter({
        name: 'whereabouts_beacon_refused_total',
        help: 'Statements of a beacon that were refused, by reason',
        labelNames: ['beacon', 'reason'],
        registers,
        collect() {
          this.reset()
          for (const [beacon, counts] of refused) {
            for (const [reason, count] of counts) this.inc({ beacon, reason }, count)
          }
        },
      })
    },
  }
}

/** The health of beacons. */
export type BeaconHealth = ReturnType<typeof createBeaconHealth>

function wordsOf(agoMs: number, clockOffsetMs: number): string {
  const ago = `${String(Math.round(agoMs / 1000))} s ago`
  const clock = `its clock ${(clockOffsetMs / 1000).toFixed(1)} s ahead`
  return `${agoMs > SILENT_MS ? 'silent, last heard' : 'heard'} ${ago}, ${clock}`
}
