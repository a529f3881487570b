/** Both kinds of addresses of this machine. */
import { once } from 'node:events'
import { createServer } from 'node:net'

/** Its own addresses, one of each kind. */
export const HERE = { four: '127.0.0.1', six: '::1' } as const

/** Whether this machine has IPv6 at all; for skipping, with `WITHOUT_SIX` as the reason. */
export async function hasSix(): Promise<boolean> {
  const server = createServer().listen(0, HERE.six)
  try {
    await once(server, 'listening')
    return true
  } catch {
    return false
  } finally {
    server.close()
  }
}

/** Why a test is skipped. */
export const WITHOUT_SIX = 'this machine has no IPv6: nothing can listen on ::1'

/** An origin at one of them. */
export function originAt(address: string, port: number | string): string {
  return `http://${address.includes(':') ? `[${address}]` : address}:${String(port)}`
}
