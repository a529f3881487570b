/** What was recorded, as the candidate may read it. */
import { signals as definitions, type Signal } from '../core/signals.ts'
import type { Source } from '../core/signal-definition.ts'
import { signalWords } from '../core/signal-words.ts'
import { timeWords } from '../core/when-words.ts'
import type { Ports } from './ports.ts'
import { findSession, type SessionContext } from './sessions.ts'
import { statedSignals } from './stated-signals.ts'

/** One recorded reading in words. */
export interface RecordedItem {
  title: string
  value: string
  at: string
  source: Source
}

/** Lists what was stated for the candidate's own round, then every reading of it. Fails: `session-missing`. */
export async function readRecorded(
  ports: Ports,
  cookie: string,
): Promise<SessionContext & { items: RecordedItem[] }> {
  return ports.store.transaction(async (tx) => {
    const context = await findSession(ports, tx, cookie)
    const { round, kase } = context
    const signals = [...statedSignals(ports, kase, round), ...(await tx.signals.ofRound(round.id))]
    return { ...context, items: signals.map((signal) => toItem(signal, round.zone)) }
  })
}

function toItem(signal: Signal, zone: string): RecordedItem {
  return {
    title: definitions[signal.name].title,
    value: signalWords(signal),
    at: timeWords(signal.at, zone),
    source: signal.source,
  }
}
