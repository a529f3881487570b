/** Whether a request comes from a page of ours. */
import type { FastifyRequest } from 'fastify'

/**
 * Whether the browser says that the request comes from our own origin.
 *
 * A missing Origin is refused for sockets: browsers always send one there.
 */
export function isOwnOrigin(request: FastifyRequest, publicUrl: string): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return false
  if (origin === publicUrl) return true
  // On loopback the same server answers as localhost and as 127.0.0.1.
  const own = new URL(publicUrl)
  return own.protocol === 'http:' && origin === `http://${host ?? ''}`
}
