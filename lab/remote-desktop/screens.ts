/** Screens: the one that the browser draws on, and the one that a person looks at, with what joins them. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Crew, Running } from '../network/crew.ts'
import { startLinks } from '../network/servers.ts'
import { startShift } from '../network/shift.ts'
import type { Cell, Kind } from './cells.ts'
import { addresses, type Farm } from './farm.ts'

/** Screens of one cell. */
export interface Screens extends AsyncDisposable {
  /** Display of the browser: ":7". */
  browser: string
  /** Display of the person; the same where they sit at the computer. */
  person: string
}

/** Both screens, pixels: small, because this machine draws them without a graphics processor. */
export const SIZE = { width: 800, height: 600 } as const

const size = `${String(SIZE.width)}x${String(SIZE.height)}`
const VNC_PORT = 5900
const RDP_PORT = 3389
/** As screens at the computer are drawn, frames a second. */
const FRAMES_PER_S = 60
/** A picture reaches the viewer within that, ms. */
const SETTLE_MS = 3_000
/** A screen does not wait for a busy computer. */
const PRIORITY = -8

/** Starts what shows the farm's screen to the person. Out: display of the browser. */
type Start = (crew: Crew, farm: Farm, person: string) => Promise<string>

/** Numbers of displays that a run may use, and the first that any run does. */
const DISPLAYS = { each: 40, from: 100, runs: 200 } as const
let used = 0

/** A number that no other display has. Display servers look only into their own namespace, but share files. */
function freeNumber(): string {
  const first = DISPLAYS.from + DISPLAYS.each * (process.pid % DISPLAYS.runs)
  for (let tries = 0; tries < DISPLAYS.each; tries++) {
    const number = String(first + (used++ % DISPLAYS.each))
    if (!existsSync(`/tmp/.X11-unix/X${number}`)) return number
  }
  throw new Error(`expected a free display from :${String(first)} on, got none`)
}

/** Starts a display server. Out: ":107", once it answers. */
async function startDisplay(
  crew: Crew,
  [program = '', ...args]: readonly string[],
  options: Parameters<Crew['start']>[1] = {},
): Promise<string> {
  const number = freeNumber()
  crew.leaves(`/tmp/.X${number}-lock`)
  crew.leaves(`/tmp/.X11-unix/X${number}`)
  const command = [program, `:${number}`, ...args, '-displayfd', '1', '-nolisten', 'tcp']
  await crew.start(command, { ...options, says: /^\d+$/m, priority: PRIORITY })
  return `:${number}`
}

const virtual = ['Xvfb', '-screen', '0', `${size}x24`, '-ac']

/** Windows fill the screen, as the viewer's does. */
function startWindows(crew: Crew, display: string): Promise<Running> {
  return crew.start(['openbox'], { env: { DISPLAY: display, LANG: 'C.UTF-8' } })
}

async function vnc(crew: Crew, { lane, farm, viewer }: Farm, person: string): Promise<string> {
  const address = addresses.farm(lane)
  const display = await startDisplay(
    crew,
    [
      ...['Xtigervnc', '-geometry', size, '-depth', '24', '-ac'],
      ...['-rfbport', String(VNC_PORT), '-interface', address, '-SecurityTypes', 'None'],
      ...['-FrameRate', String(FRAMES_PER_S), '-AlwaysShared'],
    ],
    { in: farm },
  )
  await crew.start(
    [
      ...['xtigervncviewer', '-SecurityTypes', 'None', '-FullScreen', '-RemoteResize=0'],
      ...[`${address}::${String(VNC_PORT)}`],
    ],
    { in: viewer, env: { DISPLAY: person }, priority: PRIORITY },
  )
  return display
}

async function rdp(crew: Crew, { lane, farm, viewer }: Farm, person: string): Promise<string> {
  const folder = join(crew.folder, `rdp-${String(lane)}`)
  const sockets = join(folder, 'sockets')
  mkdirSync(sockets, { recursive: true })
  const env = { XRDP_SOCKET_PATH: sockets }
  const display = await startDisplay(
    crew,
    [
      '/usr/lib/xorg/Xorg',
      '-config',
      'xrdp/xorg.conf',
      '-noreset',
      '-logfile',
      `${folder}/x.log`,
      '-ac',
    ],
    {
      in: farm,
      env: {
        ...env,
        XRDP_START_WIDTH: String(SIZE.width),
        XRDP_START_HEIGHT: String(SIZE.height),
      },
    },
  )
  const [certPath, keyPath] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  await crew.run([
    ...['openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=farm'],
    ...['-days', '2', '-keyout', keyPath, '-out', certPath],
  ])
  const address = addresses.farm(lane)
  const config = join(folder, 'xrdp.ini')
  const screen = join(sockets, `xrdp_display_${display.slice(1)}`)
  writeFileSync(
    config,
    `[Globals]
ini_version=1
fork=false
port=tcp://${address}:${String(RDP_PORT)}
security_layer=tls
certificate=${certPath}
key_file=${keyPath}
autorun=Screen
crypt_level=high
tcp_nodelay=true
allow_channels=true
bitmap_cache=true
bitmap_compression=true
bulk_compression=true
new_cursors=true
use_fastpath=both
max_bpp=32
[Logging]
LogFile=${join(folder, 'xrdp.log')}
EnableSyslog=false
[Channels]
drdynvc=true
cliprdr=true
[Screen]
name=Screen
lib=libxup.so
username=x
password=x
ip=127.0.0.1
port=${screen}
code=20
`,
  )
  await crew.start(['xrdp', '--nodaemon', '--config', config], {
    in: farm,
    env,
    listens: RDP_PORT,
    priority: PRIORITY,
  })
  await crew.start(
    [
      ...['xfreerdp', `/v:${address}:${String(RDP_PORT)}`, '/u:x', '/p:x', '/cert:ignore'],
      ...[`/size:${size}`, '-decorations', '/bpp:32', '/network:lan'],
    ],
    { in: viewer, env: { DISPLAY: person }, priority: PRIORITY },
  )
  return display
}

const starts: Readonly<Record<Exclude<Kind, 'local'>, Start>> = { vnc, rdp }

/** Starts the screens of a cell. Fails: leaving nothing. */
export async function startScreens(crew: Crew, farm: Farm, cell: Cell): Promise<Screens> {
  return startShift(crew, async (own) => {
    const person = await startDisplay(own, virtual)
    await startWindows(own, person)
    if (cell.kind === 'local') return { browser: person, person }
    const [near, far] = [addresses.viewer(farm.lane), addresses.farm(farm.lane)]
    await startLinks(own, [[farm.viewer, near, farm.farm, far, cell.rttMs / 2]])
    const browser = await starts[cell.kind](own, farm, person)
    await startWindows(own, browser)
    await sleep(SETTLE_MS)
    return { browser, person }
  })
}
