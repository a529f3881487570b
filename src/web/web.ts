/** What every part of the web room is given. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ReadTcpInfo } from '../echo/tcp-info.ts'
import type { Ports } from '../usecases/ports.ts'
import type { SeenOptions } from './address.ts'
import type { Hops } from './proxies.ts'
import type { Visitors } from './visitors.ts'

/** What every part of the web room is given. */
export interface Web {
  app: FastifyInstance
  ports: Ports
  visitors: Visitors
  seen: SeenOptions
  /** What stands between the browser and us. */
  hops(request: FastifyRequest): Hops
  readTcpInfo: ReadTcpInfo
  /** Ids of the beacons that a page connects to. */
  beaconIds: readonly string[]
}
