/** The form of what a beacon signs. */
import { z } from 'zod'
import type { Statement } from '../echo/statement.ts'

const at = z.number().int().min(0).max(8.64e15)
const ms = z.number().min(0).max(60_000)

/** One statement; anything more or less is none. */
export const statementSchema: z.ZodType<Statement> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('echoes'),
    beacon: z.string().max(32),
    nonce: z.string().max(100),
    sequence: z.number().int().min(1).max(1e9),
    openedAt: at,
    at,
    sentAt: at,
    address: z.union([z.ipv4(), z.ipv6(), z.literal('')]),
    echoes: z.strictObject({
      minMs: ms,
      medianMs: ms,
      p90Ms: ms,
      jitterMs: ms,
      count: z.number().int().min(1).max(10_000),
      spanMs: z.number().min(0).max(86_400_000),
    }),
    layers: z.strictObject({
      echoMinMs: ms,
      kernelMinMs: ms.nullable(),
      helloGapMs: ms.nullable(),
      flightExtraMs: ms.nullable(),
      sendMss: z.number().int().min(0).max(65_535).nullable(),
      connections: z.number().int().min(1).max(100),
    }),
  }),
  z.strictObject({
    kind: z.literal('alive'),
    beacon: z.string().max(32),
    sentAt: at,
    sockets: z.number().int().min(0).max(1e7),
  }),
])
