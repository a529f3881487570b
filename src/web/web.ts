/** What every part of the web room is given. */
import type { FastifyInstance } from 'fastify'
import type { Ports } from '../usecases/ports.ts'
import type { SeenOptions } from './address.ts'
import type { Visitors } from './visitors.ts'

/** What every part of the web room is given. */
export interface Web {
  app: FastifyInstance
  ports: Ports
  visitors: Visitors
  seen: SeenOptions
}
