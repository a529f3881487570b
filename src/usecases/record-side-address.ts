/** A page came by another path: its address there is kept once, or why there is none. */
import { isFamily6, networkOf } from '../core/network-of.ts'
import { parseSignal, type Absence, type Signal } from '../core/signals.ts'
import { sideGrantHash, type SideName } from './admit-to-side-path.ts'
import type { Ports } from './ports.ts'
import { keepSignals } from './record-signals.ts'
import { findSession, findSessionById } from './sessions.ts'

/** Addresses of one signal kept per round: a page that is opened again and again in other networks has about one each. */
const KEPT = 16

/** What our server saw. */
export interface SideSighting {
  name: SideName
  nonce: string
  /** Which of our addresses it came to; each counts once. Without spaces. */
  path: string
  address: string
}

/**
 * Keeps the address of another path.
 *
 * Out: whether it was kept: not a second time for a nonce and path, nor an address that this signal has already, nor one
 * of the kind (IPv4 or IPv6) that the page itself uses, where it was asked for the other.
 */
export async function recordSideAddress(ports: Ports, sighting: SideSighting): Promise<boolean> {
  const { name, nonce, path, address } = sighting
  const kept = await ports.store.transaction(async (tx) => {
    const hash = sideGrantHash(ports, name, nonce)
    const grant = await tx.grants.get(hash)
    if (grant?.kind !== 'side' || grant.expiresAt < ports.clock.now()) return false
    const context = await findSessionById(tx, grant.subject)
    if (context === undefined) return false
    const paths = grant.state.split(' ').filter(Boolean)
    if (paths.includes(path)) return false
    if (!(await tx.grants.move(hash, grant.state, [...paths, path].join(' ')))) return false
    const known = await tx.signals.ofRound(context.round.id)
    const earlier = sideAddresses(known, name)
    if (earlier.includes(address) || earlier.length >= KEPT) return false
    const [own, ...others] = pageAddresses(known)
    if (name === 'familyAddress') {
      if (own === undefined || isFamily6(own) === isFamily6(address)) return false
    }
    const sameNetwork = [own, ...others].some(
      (other) => other !== undefined && networkOf(other) === networkOf(address),
    )
    const signal = toSignal(ports, name, address, sameNetwork)
    return signal !== undefined && (await keepSignals(ports, tx, context, [signal])) > 0
  })
  if (kept) ports.wake()
  return kept
}

/**
 * Keeps why no address came by another path, as the page says: once a round, and not beside an address. It weighs nothing.
 *
 * Fails: `session-missing`.
 */
export async function recordSideAbsence(
  ports: Ports,
  cookie: string,
  absent: readonly { name: SideName; why: Absence }[],
): Promise<void> {
  const kept = await ports.store.transaction(async (tx) => {
    const context = await findSession(ports, tx, cookie)
    const known = await tx.signals.ofRound(context.round.id)
    const at = ports.clock.now()
    const byName = new Map(absent.map(({ name, why }) => [name, why]))
    const signals = [...byName].flatMap(([name, why]) =>
      known.some((signal) => signal.name === name)
        ? []
        : (parseSignal({ name, at, source: 'server', why }) ?? []),
    )
    return signals.length > 0 && (await keepSignals(ports, tx, context, signals)) > 0
  })
  if (kept) ports.wake()
}

/** What the page's own connections came from, oldest first. */
function pageAddresses(signals: readonly Signal[]): string[] {
  return signals.flatMap((signal) =>
    signal.name === 'address' && 'value' in signal ? [signal.value] : [],
  )
}

function sideAddresses(signals: readonly Signal[], name: SideName): string[] {
  return signals.flatMap((signal) =>
    signal.name === name && 'value' in signal ? [signal.value.address] : [],
  )
}

function toSignal(
  ports: Ports,
  name: SideName,
  address: string,
  sameNetwork: boolean,
): Signal | undefined {
  const locations = ports.lookups.ipLocation(address)
  const network = ports.lookups.ipNetwork(address)
  return parseSignal({
    name,
    at: ports.clock.now(),
    source: 'server',
    value: {
      address,
      sameNetwork,
      locations: 'value' in locations ? locations.value : [],
      network: 'value' in network ? network.value : null,
    },
  })
}
