/** Continue: the first explicit click binds one browser to a round; every later one is told kindly. */
import type { Declared } from '../core/claim.ts'
import { nextLinkState, nextRoundState } from '../core/round.ts'
import type { Signal } from '../core/signals.ts'
import { unmeasuredSides } from './admit-to-side-path.ts'
import { redrawCard } from './cards.ts'
import { judgeRound } from './judge-round.ts'
import { canBegin, findLink, linkUnavailable } from './links.ts'
import type { Ports } from './ports.ts'
import type { SessionRecord, Tx, RoundRecord, CaseRecord } from './records.ts'

/** What our server saw of a request. */
export interface Seen {
  /** IPv4 or IPv6; null where a proxy that is not among the trusted ones hides it. */
  address: string | null
  /** Keyed hash of its network (/24 or /64). */
  networkHash: string
  userAgent: string
  /** Its Client Hints: headers by lower-case name. */
  hints: Readonly<Record<string, string | undefined>>
  /** Whether one of our own simulated candidates sent it. */
  simulated: boolean
}

/** Attempts of second browsers kept per round. */
const ATTEMPTS_KEPT = 20

/** Readings that a request gives by itself. */
export function signalsOfRequest(ports: Ports, seen: Seen): Signal[] {
  const at = ports.clock.now()
  const head = { at, source: 'server' as const }
  return [
    { ...head, name: 'userAgent', value: ports.lookups.userAgent.parse(seen.userAgent) },
    { ...head, name: 'hintHeaders', ...ports.lookups.userAgent.parseHints(seen.hints) },
    ...signalsOfAddress(ports, seen),
  ]
}

/** Readings that an address gives. A hidden one gives none: the proxy's own would be taken for the candidate's. */
export function signalsOfAddress(
  ports: Ports,
  { address, simulated }: Pick<Seen, 'address' | 'simulated'>,
): Signal[] {
  const head = { at: ports.clock.now(), source: 'server' as const }
  if (address === null) {
    const absent = { ...head, why: 'not-configured' as const }
    return [
      { ...absent, name: 'address' },
      { ...absent, name: 'addressLocations' },
      { ...absent, name: 'addressNetworks' },
    ]
  }
  const look = simulated ? ports.lookups.ipLocationSimulated : ports.lookups.ipLocation
  return [
    { ...head, name: 'address', value: address },
    { ...head, name: 'addressLocations', ...look(address) },
    { ...head, name: 'addressNetworks', ...ports.lookups.ipNetwork(address) },
  ]
}

/**
 * Binds the browser that pressed Continue.
 *
 * In: the value of the session's cookie. A browser that presses again with the same one, because the first answer was
 * lost, gets the same session.
 * Out: the session and its cookie value. Exactly one browser gets it, under any interleaving.
 * Fails: `link-unavailable` for every other; a second browser leaves a signal.
 */
export async function beginSession(
  ports: Ports,
  token: string,
  declared: Declared,
  seen: Seen,
  cookie = ports.random.token(),
): Promise<{ session: SessionRecord; cookie: string }> {
  const began = await ports.store.transaction(async (tx) => {
    const target = await findLink(ports, tx, token)
    if (target === undefined) return undefined
    const { link, round, kase } = target
    // A simulated person may state an address and a delay, so it never meets a real case, nor a real one its case.
    if (kase.simulated !== seen.simulated) return undefined
    const won =
      canBegin(ports, target) &&
      (await tx.links.move(link.hash, link.state, nextLinkState(link.state, 'bind')))
    if (!won) {
      const holder = await tx.sessions.currentOf(round.id)
      if (holder?.hash === ports.random.hash(cookie)) return { session: holder, cookie }
      await noteSecondBrowser(ports, tx, kase, round, seen)
      return undefined
    }
    const now = ports.clock.now()
    const all = mergeDeclared(round.declared, declared)
    await tx.rounds.update(round.id, {
      state: nextRoundState(round.state, 'bind'),
      declared: all,
      boundAt: now,
    })
    const session = await newSession(ports, tx, round.id, seen, cookie)
    await tx.signals.append(round.id, session.id, [
      ...signalsOfRequest(ports, seen),
      ...unmeasuredSides(ports, kase.simulated),
    ])
    await tx.audit.append({
      at: now,
      actor: { platform: 'candidate', id: session.id },
      event: 'session-begun',
      caseId: kase.id,
      detail: { round: round.id },
    })
    await redrawCard(ports, tx, kase, round.id)
    return { session, cookie }
  })
  ports.wake()
  if (began === undefined) throw linkUnavailable()
  return began
}

/** Keeps a session for a browser, by the hash of its cookie. */
export async function newSession(
  ports: Ports,
  tx: Tx,
  roundId: string,
  seen: Seen,
  cookie: string,
): Promise<SessionRecord> {
  const now = ports.clock.now()
  const session: SessionRecord = {
    id: ports.random.id('session'),
    hash: ports.random.hash(cookie),
    roundId,
    state: 'bound',
    networkHash: seen.networkHash,
    createdAt: now,
    lastSeenAt: now,
  }
  await tx.sessions.insert(session)
  return session
}

/** What either the manager or the candidate declared. */
function mergeDeclared(a: Declared, b: Declared): Declared {
  return {
    travel: a.travel || b.travel,
    vpn: a.vpn || b.vpn,
    remoteDesktop: a.remoteDesktop || b.remoteDesktop,
    assistive: a.assistive || b.assistive,
  }
}

/** A click on a link that another browser holds. A click on an expired or unknown one says nothing. */
async function noteSecondBrowser(
  ports: Ports,
  tx: Tx,
  kase: CaseRecord,
  round: RoundRecord,
  seen: Seen,
): Promise<void> {
  if (round.state !== 'opened' && round.state !== 'judged') return
  const holder = await tx.sessions.currentOf(round.id)
  if (holder === undefined) return
  const earlier = (await tx.signals.ofRound(round.id)).filter((s) => s.name === 'secondBrowser')
  if (earlier.length >= ATTEMPTS_KEPT) return
  const [, where] = signalsOfAddress(ports, seen)
  const locations = where?.name === 'addressLocations' && 'value' in where ? where.value : []
  const now = ports.clock.now()
  await tx.signals.append(round.id, null, [
    {
      name: 'secondBrowser',
      at: now,
      source: 'server',
      value: {
        country: agreedCountry(locations),
        sameNetwork: holder.networkHash === seen.networkHash,
      },
    },
  ])
  await tx.audit.append({
    at: now,
    actor: { platform: 'candidate', id: 'unbound' },
    event: 'second-browser-refused',
    caseId: kase.id,
    detail: { round: round.id },
  })
  await judgeRound(ports, tx, kase, round)
}

/** The country that all databases name, or null. */
function agreedCountry(locations: readonly { country: string }[]): string | null {
  const [first, ...rest] = locations.map(({ country }) => country)
  return first !== undefined && rest.every((country) => country === first) ? first : null
}
