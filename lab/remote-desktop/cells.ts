/** What is tried: a person at the computer itself, or at the screen of a remote desktop so far away. */

/** How the person reaches the browser. */
export const kinds = ['local', 'vnc', 'rdp'] as const

/** How the person reaches the browser. */
export type Kind = (typeof kinds)[number]

/** One kind at one distance. */
export interface Cell {
  kind: Kind
  /** Round trip of the link, ms. */
  rttMs: number
}

/** Beside it, across a continent, across an ocean, half around the earth, ms. */
export const RTTS_MS: readonly number[] = [0, 110, 200, 300]

/** Beyond that nobody works over a remote desktop, ms. */
const MOST_RTT_MS = 1000

const titles: Readonly<Record<Kind, string>> = {
  local: 'at the computer',
  vnc: 'TigerVNC',
  rdp: 'xrdp and FreeRDP',
}

/** Name of a cell, for people. */
export function nameOf({ kind, rttMs }: Cell): string {
  return kind === 'local' ? titles.local : `${titles[kind]}, ${String(rttMs)} ms`
}

/** The cells of some kinds and distances; at the computer itself there is only one. */
export function cellsOf(chosen: readonly Kind[], rtts: readonly number[]): Cell[] {
  return kinds
    .filter((kind) => chosen.includes(kind))
    .flatMap((kind) => (kind === 'local' ? [0] : rtts).map((rttMs) => ({ kind, rttMs })))
}

/** Reads kinds from a command line: "vnc,rdp". Fails: naming what there is. */
export function readKinds(text: string): Kind[] {
  return text.split(',').map((name) => {
    const kind = kinds.find((one) => one === name.trim())
    if (kind === undefined) throw new Error(`--kind: expected ${kinds.join(', ')}, got “${name}”`)
    return kind
  })
}

/** Reads distances from a command line: "60,110", ms. Fails: naming what was got. */
export function readRtts(text: string): number[] {
  return text.split(',').map((part) => {
    const ms = Number(part)
    if (!/^\s*\d+\s*$/.test(part) || ms > MOST_RTT_MS) {
      throw new Error(`--rtt: expected 0 to ${String(MOST_RTT_MS)} ms, got “${part}”`)
    }
    return ms
  })
}
