/** What is tried: how the connection travels, how far the person sits behind the exit, and what they claim. */
import type { BehindMs } from './geography.ts'

/** What carries the connection from the person to the exit. */
export const carriers = [
  'direct',
  'socks',
  'connect',
  'shadowsocks',
  'openvpn',
  'wireguard',
] as const

/** What carries the connection. */
export type Carrier = (typeof carriers)[number]

/**
 * `honest`: where they say they are, a VPN declared; whatever is found is a false alarm.
 * `proxy`: claims the place of the exit, behind a proxy that ends connections; to be found.
 * `shown`: shown without being counted.
 */
export type Part = 'honest' | 'proxy' | 'shown'

/** One thing that is tried. */
export interface Scenario {
  name: string
  part: Part
  carrier: Carrier
  behindMs: BehindMs
  /** Whether three busy loops share the one core of the browser. */
  starved: boolean
  /** Mean of an exponential addition to each way between person and exit, ms. */
  jitterMs: number
}

const words: Readonly<Record<Carrier, string>> = {
  direct: 'direct',
  socks: 'SOCKS5 (microsocks)',
  connect: 'CONNECT (tinyproxy)',
  shadowsocks: 'Shadowsocks',
  openvpn: 'OpenVPN',
  wireguard: 'WireGuard (wireguard-go)',
}

const isProxy = (carrier: Carrier) =>
  carrier === 'socks' || carrier === 'connect' || carrier === 'shadowsocks'

function scenario(
  carrier: Carrier,
  behindMs: BehindMs,
  { starved = false, jitterMs = 0, part }: Partial<Scenario> = {},
): Scenario {
  const own = part ?? (isProxy(carrier) ? 'proxy' : 'honest')
  const name = [
    `${words[carrier]}, ${String(behindMs)} ms`,
    ...(starved ? ['busy computer'] : []),
    ...(jitterMs > 0 ? [`jitter ${String(jitterMs)} ms`] : []),
    ...(own === 'shown' && !isProxy(carrier) ? ['claims the exit'] : []),
  ].join(', ')
  return { name, part: own, carrier, behindMs, starved, jitterMs }
}

const far = [40, 110, 200] as const

/** Everything that is tried, in the order in which it is shown. */
export const scenarios: readonly Scenario[] = [
  scenario('direct', 0),
  ...far.map((ms) => scenario('direct', ms)),
  scenario('direct', 40, { starved: true }),
  scenario('direct', 110, { jitterMs: 5 }),
  scenario('direct', 200, { starved: true, jitterMs: 5 }),
  ...far.map((ms) => scenario('openvpn', ms)),
  scenario('openvpn', 110, { starved: true }),
  ...far.map((ms) => scenario('wireguard', ms)),
  scenario('wireguard', 40, { jitterMs: 5 }),
  ...far.map((ms) => scenario('socks', ms)),
  scenario('socks', 110, { jitterMs: 5 }),
  scenario('socks', 40, { starved: true }),
  ...far.map((ms) => scenario('connect', ms)),
  scenario('connect', 40, { starved: true }),
  scenario('connect', 200, { jitterMs: 5 }),
  ...far.map((ms) => scenario('shadowsocks', ms)),
  scenario('shadowsocks', 40, { jitterMs: 5 }),
  scenario('shadowsocks', 110, { starved: true }),
  scenario('socks', 0, { part: 'shown' }),
  scenario('openvpn', 200, { part: 'shown' }),
]

/** The scenarios whose name holds a text, in any case. Fails: naming what there is. */
export function scenariosNamed(text: string): readonly Scenario[] {
  const found = scenarios.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()))
  if (found.length === 0) {
    const names = scenarios.map(({ name }) => name).join('; ')
    throw new Error(
      `--only: expected a part of a scenario’s name, got “${text}”. There are: ${names}`,
    )
  }
  return found
}
