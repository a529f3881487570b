/** Finding the session behind a cookie. */
import { AppError } from '../core/app-error.ts'
import type { Ports } from './ports.ts'
import type { CaseRecord, RoundRecord, SessionRecord, Tx } from './records.ts'

/** A session with what it belongs to. */
export interface SessionContext {
  session: SessionRecord
  round: RoundRecord
  kase: CaseRecord
}

/** Finds a session by its cookie value. Fails: `session-missing`. */
export async function findSession(ports: Ports, tx: Tx, cookie: string): Promise<SessionContext> {
  const session = await tx.sessions.byHash(ports.random.hash(cookie))
  const context = session && (await withItsRound(tx, session))
  if (!context) throw new AppError('session-missing', 'This browser holds no interview session.')
  return context
}

/** Finds a session by its id. Out: undefined for one that is gone. */
export async function findSessionById(tx: Tx, id: string): Promise<SessionContext | undefined> {
  const session = await tx.sessions.get(id)
  return session && withItsRound(tx, session)
}

async function withItsRound(tx: Tx, session: SessionRecord): Promise<SessionContext | undefined> {
  const round = await tx.rounds.get(session.roundId)
  const kase = round && (await tx.cases.get(round.caseId))
  return round && kase && { session, round, kase }
}

/** Whether readings of a session still count. */
export function isCurrent({ session }: SessionContext): boolean {
  return session.state === 'bound' || session.state === 'joined'
}
