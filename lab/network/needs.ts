/** What the network laboratory needs of the machine, and what of it is missing. */
import { accessSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'

/** Program → Debian package. */
const PROGRAMS = {
  ip: 'iproute2',
  nft: 'nftables',
  python3: 'python3',
  taskset: 'util-linux',
  microsocks: 'microsocks',
  tinyproxy: 'tinyproxy',
  'ss-server': 'shadowsocks-libev',
  'ss-local': 'shadowsocks-libev',
  openvpn: 'openvpn',
  'wireguard-go': 'wireguard-go',
  wg: 'wireguard-tools',
} as const

/** What a machine has. */
export interface Machine {
  platform: string
  /** 0 for root; undefined where there are no users. */
  uid: number | undefined
  hasTun: boolean
  /** Whether a program is in the path. */
  has(program: string): boolean
}

/** This machine. */
export function thisMachine(): Machine {
  const folders = (process.env['PATH'] ?? '').split(':').filter(Boolean)
  return {
    platform: process.platform,
    uid: process.getuid?.(),
    hasTun: existsSync('/dev/net/tun'),
    has: (program) => folders.some((folder) => isExecutable(join(folder, program))),
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** What is missing, one line each; empty when a laboratory can run. In: what it needs besides, program → Debian package. */
export function missingNeeds(
  { platform, uid, hasTun, has }: Machine,
  programs: Readonly<Record<string, string>> = PROGRAMS,
): string[] {
  if (platform !== 'linux') return [`expected Linux, got ${platform}`]
  const missing: string[] = []
  if (uid !== 0) missing.push(`expected root, got user ${String(uid)}`)
  if (!hasTun) missing.push('expected /dev/net/tun, got none: the kernel module is called tun')
  const absent = Object.entries(programs).filter(([program]) => !has(program))
  if (absent.length > 0) {
    const names = absent.map(([program]) => program).join(', ')
    const packages = [...new Set(absent.map(([, name]) => name))].join(' ')
    missing.push(`not installed: ${names} (Debian: lab/install-debian.sh, packages ${packages})`)
  }
  return missing
}
