/** The page comes to our server by its other paths, once; the server sees from where. */
import type { Absence } from '../core/signals.ts'
import { tryUdpPath, type UdpWay } from './udp-path.ts'
import type { SentSignal } from './views.ts'

/** What our server lets the page in by. */
interface Ways {
  udp: UdpWay | null
  families: readonly string[]
}

/** A host that cannot be reached may say nothing for minutes, ms. */
const LIMIT_MS = 3_000

/**
 * Comes by the paths that are measured.
 *
 * In: names of their signals. Out: of those that did not arrive, why. Fails: never.
 */
export async function comeBySidePaths(names: readonly string[]): Promise<SentSignal[]> {
  if (names.length === 0) return []
  const hasUdp = typeof RTCPeerConnection === 'function'
  // Nothing to ask for.
  if (!hasUdp && names.length === 1 && names[0] === 'udpAddress') {
    return [{ name: 'udpAddress', why: 'unsupported' }]
  }
  const ways = await askWays()
  if (ways === undefined) return names.map((name) => ({ name, why: 'error' }))
  const { udp, families } = ways
  const direct = async (): Promise<Absence | null> => {
    if (udp === null) return null
    return hasUdp ? tryUdpPath(udp) : 'unsupported'
  }
  const [noUdp, ...others] = await Promise.all([direct(), ...families.map(visit)])
  // The server knows which kind of address the page uses itself, and whether the other one arrived.
  const other = others.find((why) => why !== null)
  const absent: SentSignal[] = []
  if (noUdp) absent.push({ name: 'udpAddress', why: noUdp })
  if (other) absent.push({ name: 'familyAddress', why: other })
  return absent
}

async function askWays(): Promise<Ways | undefined> {
  try {
    const answer = await fetch('/s/paths', { method: 'POST', ...limited() })
    return answer.ok ? ((await answer.json()) as Ways) : undefined
  } catch {
    return undefined
  }
}

/** Out: null when it arrived, else why not. */
async function visit(url: string): Promise<Absence | null> {
  const { signal } = limited()
  try {
    // There is nothing to read in the answer, so the page does not ask to.
    await fetch(url, { mode: 'no-cors', credentials: 'omit', signal })
    return null
  } catch {
    // Without the other kind of address in its network, a browser gives up at once.
    return signal.aborted ? 'timeout' : 'unsupported'
  }
}

function limited(): { signal: AbortSignal } {
  const controller = new AbortController()
  setTimeout(() => controller.abort(), LIMIT_MS)
  return { signal: controller.signal }
}
