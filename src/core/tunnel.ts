/** Tunnels: what makes an address say where an exit is instead of where the computer is. */
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import type { Declared } from './claim.ts'
import type { AddressNetwork, NetworkKind } from './signals.ts'

/**
 * Kinds of network whose addresses are exits, the plainest first.
 *
 * `hosting` is among them because half of the exits of commercial VPNs are found in lists of data centres only: of one
 * maker's addresses a list of VPNs knows 42 % and a list of data centres 90 % (own comparison with the lists of X4BNet
 * of 2026-08-22, read 2026-11-25).
 */
export const tunnelKinds = [
  'vpn',
  'tor',
  'hosting',
  'gateway',
  'relay',
] as const satisfies readonly NetworkKind[]

/** Kind of network whose addresses are exits. */
export type TunnelKind = (typeof tunnelKinds)[number]

/** A tunnel that is known or declared. */
export interface Tunnel {
  kind: TunnelKind | 'declared'
  /** Who runs it, where a list or the network's table names it. */
  operator: string | null
}

/** Whether an address of this kind of network says where an exit is. */
export function isTunnelKind(kind: NetworkKind): kind is TunnelKind {
  return (tunnelKinds as readonly NetworkKind[]).includes(kind)
}

/**
 * The tunnel of a round: what was declared, else the plainest kind that any of its addresses has; null for none.
 *
 * One address is enough: which readings came through it cannot be told afterwards.
 */
export function tunnelOf(
  declared: Declared | undefined,
  networks: readonly AddressNetwork[],
): Tunnel | null {
  if (declared?.vpn) return { kind: 'declared', operator: null }
  for (const kind of tunnelKinds) {
    const network = networks.find((known) => known.kind === kind)
    if (network !== undefined) return { kind, operator: operatorOf(network) }
  }
  return null
}

/** Who runs a network: the operator of a list, else the name of the autonomous system. */
export function operatorOf({ operator, organisation }: AddressNetwork): string | null {
  return operator ?? organisation
}

/** For people: what a tunnel does to a reading of the place, and what to ask for; no full stop. */
export function tunnelWords({ kind, operator }: Tunnel): string {
  const { tunnels } = managers.words
  if (kind === 'declared' || kind === 'tor') return tunnels[kind]
  return fill(tunnels[kind], { operator: operator === null ? '' : ` (${operator})` })
}
