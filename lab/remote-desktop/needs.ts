/** What the laboratory of remote desktops needs of the machine, and what of it is missing. */
import { execFileSync } from 'node:child_process'
import { findBrowser } from '../../test/e2e/browser.ts'
import { missingNeeds, type Machine } from '../network/needs.ts'
import type { Kind } from './cells.ts'

const COMMON = { ip: 'iproute2', python3: 'python3', Xvfb: 'xvfb', openbox: 'openbox' } as const

/** Program → Debian package. */
const PROGRAMS: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  local: COMMON,
  vnc: {
    ...COMMON,
    Xtigervnc: 'tigervnc-standalone-server',
    xtigervncviewer: 'tigervnc-viewer',
  },
  rdp: {
    ...COMMON,
    xrdp: 'xrdp',
    Xorg: 'xorgxrdp',
    xfreerdp: 'freerdp2-x11',
    openssl: 'openssl',
  },
}

/** Debian's packages for Python are for Debian's own. */
export const PYTHON = '/usr/bin/python3'

/** What only trying shows: whether Python speaks to displays, and whether the browser opens windows. */
export interface Tried {
  hasXlib: boolean
  hasWindows: boolean
}

/** Tries it on this machine. */
export async function tryMachine(): Promise<Tried> {
  let hasXlib = true
  try {
    execFileSync(PYTHON, ['-c', 'import Xlib'], { stdio: 'ignore' })
  } catch {
    hasXlib = false
  }
  // The one from npm brings libraries of its own, and draws no windows.
  const { env } = await findBrowser()
  return { hasXlib, hasWindows: Object.keys(env).length === 0 }
}

/** What is missing for some kinds, one line each; empty when they can run. */
export function missingFor(chosen: readonly Kind[], machine: Machine, tried: Tried): string[] {
  const programs = Object.assign({}, ...chosen.map((kind) => PROGRAMS[kind])) as Record<
    string,
    string
  >
  const missing = missingNeeds(machine, programs)
  if (machine.platform !== 'linux') return missing
  if (!tried.hasXlib) {
    missing.push(
      'not installed: Xlib for Python (Debian: lab/install-debian.sh, package python3-xlib)',
    )
  }
  if (!tried.hasWindows) {
    missing.push(
      'expected a Chromium that opens windows, got the one from npm, which opens none (Debian: package chromium; elsewhere CHROMIUM_PATH)',
    )
  }
  return missing
}
