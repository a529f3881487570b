/** Proxies and tunnels between a person and an exit: the programs that people use, as they are started there. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Crew } from './crew.ts'
import { addresses } from './geography.ts'
import type { Carrier } from './scenarios.ts'

/** The two ends. */
export interface Ends {
  lane: number
  /** Namespace of the exit. */
  exit: string
  /** Namespace of the person. */
  person: string
}

const SOCKS_PORT = 1080
const CONNECT_PORT = 8888
const SHADOWSOCKS_PORT = 8388
const OPENVPN_PORT = 1194
const WIREGUARD_PORT = 51820
/** What WireGuard leaves of an Ethernet packet; its usual setting. Source: wg-quick(8) (read 2026-11-25). */
const WIREGUARD_MTU = 1420

/** Starts a carrier. Out: what Chromium is told of it; null where it notices nothing. */
type Start = (crew: Crew, ends: Ends) => Promise<string | null>

async function socks(crew: Crew, { lane, exit }: Ends): Promise<string | null> {
  const host = addresses.personHop(lane)
  await crew.start(['microsocks', '-i', host, '-p', String(SOCKS_PORT)], {
    in: exit,
    listens: SOCKS_PORT,
  })
  return `socks5://${host}:${String(SOCKS_PORT)}`
}

async function connect(crew: Crew, { lane, exit }: Ends): Promise<string | null> {
  const host = addresses.personHop(lane)
  const path = join(crew.folder, `tinyproxy-${String(lane)}.conf`)
  const lines = [`Port ${String(CONNECT_PORT)}`, `Listen ${host}`, 'Timeout 60', 'MaxClients 100']
  writeFileSync(path, `${lines.join('\n')}\n`)
  await crew.start(['tinyproxy', '-d', '-c', path], {
    in: exit,
    listens: CONNECT_PORT,
  })
  return `http://${host}:${String(CONNECT_PORT)}`
}

async function shadowsocks(crew: Crew, { lane, exit, person }: Ends): Promise<string | null> {
  const common = [
    ...['-s', addresses.personHop(lane), '-p', String(SHADOWSOCKS_PORT)],
    ...['-k', 'a password of the laboratory', '-m', 'aes-256-gcm'],
  ]
  await crew.start(['ss-server', ...common], {
    in: exit,
    listens: SHADOWSOCKS_PORT,
  })
  await crew.start(['ss-local', ...common, '-b', '127.0.0.1', '-l', String(SOCKS_PORT)], {
    in: person,
    listens: SOCKS_PORT,
  })
  return `socks5://127.0.0.1:${String(SOCKS_PORT)}`
}

async function openvpn(crew: Crew, { lane, exit, person }: Ends): Promise<string | null> {
  const [exitEnd, personEnd] = addresses.tunnel(lane)
  const host = addresses.personHop(lane)
  const key = join(crew.folder, `openvpn-${String(lane)}.key`)
  await crew.run(['openvpn', '--genkey', 'secret', key])
  const common = [
    ...['--proto', 'udp', '--secret', key, '--cipher', 'AES-256-CBC', '--auth', 'SHA256'],
    ...['--ping', '10', '--verb', '1'],
  ]
  const start = (space: string, own: readonly string[]) =>
    crew.start(['openvpn', '--dev', `tun${String(lane)}`, ...own, ...common], {
      in: space,
      says: /Initialization Sequence Completed|UDPv4 link local/,
    })
  const port = String(OPENVPN_PORT)
  await start(exit, ['--local', host, '--port', port, '--ifconfig', exitEnd, personEnd])
  await start(person, ['--nobind', '--remote', host, port, '--ifconfig', personEnd, exitEnd])
  await leadThrough(crew, person, `tun${String(lane)}`)
  return null
}

async function wireguard(crew: Crew, { lane, exit, person }: Ends): Promise<string | null> {
  const [exitEnd, personEnd] = addresses.tunnel(lane)
  const port = String(WIREGUARD_PORT)
  const far = await openWireguard(crew, exit, `wbe${String(lane)}`, [exitEnd, personEnd])
  const near = await openWireguard(crew, person, `wbp${String(lane)}`, [personEnd, exitEnd])
  await far.set('listen-port', port, 'peer', near.key, 'allowed-ips', `${personEnd}/32`)
  const endpoint = `${addresses.personHop(lane)}:${port}`
  await near.set('peer', far.key, 'allowed-ips', '0.0.0.0/0', 'endpoint', endpoint)
  await leadThrough(crew, person, near.device)
  return null
}

/** Opens one end of a WireGuard tunnel. Out: its public key, and how to set it. */
async function openWireguard(
  crew: Crew,
  space: string,
  device: string,
  [own, other]: readonly [own: string, other: string],
) {
  const inside = (...command: string[]) => crew.run(['ip', 'netns', 'exec', space, ...command])
  // Where it is spoken to; namespaces share files.
  crew.leaves(`/var/run/wireguard/${device}.sock`)
  await crew.start(['wireguard-go', '-f', device], {
    in: space,
    env: { LOG_LEVEL: 'verbose' },
    says: /UAPI listener started/,
  })
  const secret = await crew.run(['wg', 'genkey'])
  const secretPath = join(crew.folder, `${device}.key`)
  writeFileSync(secretPath, secret, { mode: 0o600 })
  await inside('wg', 'set', device, 'private-key', secretPath)
  await inside('ip', 'addr', 'add', own, 'peer', other, 'dev', device)
  await inside('ip', 'link', 'set', device, 'mtu', String(WIREGUARD_MTU), 'up')
  return {
    device,
    key: (await crew.run(['wg', 'pubkey'], secret)).trim(),
    set: (...values: string[]) => inside('wg', 'set', device, ...values),
  }
}

/** Leads everything of a person into a tunnel; its own packets keep the way to the exit. */
async function leadThrough(crew: Crew, person: string, device: string): Promise<void> {
  await crew.run(['ip', '-n', person, 'route', 'replace', 'default', 'dev', device])
}

const starts: Readonly<Record<Carrier, Start>> = {
  direct: async () => null,
  socks,
  connect,
  shadowsocks,
  openvpn,
  wireguard,
}

/** Starts what carries a connection. Out: what Chromium is told of it; null where it notices nothing. */
export function startCarrying(carrier: Carrier, crew: Crew, ends: Ends): Promise<string | null> {
  return starts[carrier](crew, ends)
}
