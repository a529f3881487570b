/** A page's other paths to us: what it needs for them, and the host names that are reached by one kind of address only. */
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError } from '../core/app-error.ts'
import type { IceCredentials } from '../echo/ice-credentials.ts'
import { admitToSidePaths } from '../usecases/admit-to-side-path.ts'
import { recordSideAddress } from '../usecases/record-side-address.ts'
import { seenOf } from './address.ts'
import { isOwnOrigin } from './origin.ts'
import type { Web } from './web.ts'

/** What is measured beside the page. */
export interface SidePathOptions {
  /** Null where no address for UDP is configured. */
  udp: {
    /** Where pages send to. */
    addresses: readonly { address: string; port: number }[]
    credentialsOf(nonce: string): IceCredentials
  } | null
  /** Origins that are reached by one kind of address only. */
  families: readonly string[]
}

const params = z.object({ nonce: z.string().max(64) })

/** Adds the routes. */
export function addSidePaths(web: Web, { udp, families }: SidePathOptions): void {
  const { app, ports, visitors } = web
  if (udp === null && families.length === 0) return

  const route = { config: { rateLimit: { max: 30 } } }
  app.post('/s/paths', route, async (request: FastifyRequest) => {
    const cookie = visitors.session(request)
    if (cookie === undefined || !isOwnOrigin(request, ports.settings.publicUrl)) {
      throw new AppError('session-missing', 'This browser holds no interview session.')
    }
    const { udpAddress, familyAddress } = await admitToSidePaths(ports, cookie)
    return {
      udp: udp === null ? null : { ...udp.credentialsOf(udpAddress), addresses: udp.addresses },
      families: families.map((origin) => `${origin}/s/family/${familyAddress}`),
    }
  })

  if (families.length === 0) return
  app.get('/s/family/:nonce', async (request, reply) => {
    const { nonce } = params.parse(request.params)
    const { address, simulated } = seenOf(request, web.seen)
    if (address !== null && !simulated) {
      const path = address.includes(':') ? '6' : '4'
      await recordSideAddress(ports, { name: 'familyAddress', nonce, path, address })
    }
    // The same for every nonce: whoever guesses learns nothing. No page may read it, ours only hears that it came.
    return reply
      .headers({ 'cross-origin-resource-policy': 'cross-origin', 'cache-control': 'no-store' })
      .status(204)
      .send()
  })
}
