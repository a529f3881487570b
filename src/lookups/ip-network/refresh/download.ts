/** Fetching a file from the web, whole or not at all. */

/** No list is larger; Apple's, the largest, has some 15 MB. */
const MOST_BYTES = 50_000_000

/** Redirections followed, each to a safe address again. */
const MOST_HOPS = 3

/** Hosts that are this machine, where encryption adds nothing. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether a list may be fetched from an address: what goes over the net in clear anybody on the way could rewrite. */
function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname))
}

/**
 * Fetches a file.
 *
 * In: how long it may take from the first byte sent to the last received, ms.
 * Out: its bytes; null for 404 and 410.
 * Fails: rejects for any other answer than 200, one that breaks off, is too large, comes too late or leads elsewhere.
 */
export async function download(address: string, timeoutMs: number): Promise<Buffer | null> {
  const signal = AbortSignal.timeout(timeoutMs)
  let here = address
  for (let hop = 0; hop <= MOST_HOPS; hop++) {
    if (!isSafeAddress(here)) throw new Error(`expected an https address, got ${here}`)
    const response = await fetch(here, { redirect: 'manual', signal })
    const { status } = response
    if (status === 200) return readAll(response)
    await response.body?.cancel()
    if (status === 404 || status === 410) return null
    const location = response.headers.get('location')
    if (status < 300 || status > 399 || location === null) {
      throw new Error(`expected status 200, got ${String(status)}`)
    }
    here = new URL(location, here).href
  }
  throw new Error(`expected at most ${String(MOST_HOPS)} redirections, got more`)
}

async function readAll(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > MOST_BYTES) throw new Error(`expected at most ${String(MOST_BYTES)} bytes, got more`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
