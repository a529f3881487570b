/** Where other platforms reach us over HTTP: the body is read here, the answer is theirs to write. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'

/** An address that a platform calls. */
export interface Receiver {
  method: 'GET' | 'POST'
  path: string
  /** Whether a request is proved to come from the platform; such requests are not counted against the rate limit. */
  isProved(request: IncomingMessage, rawBody: Buffer): boolean
  /** Answers. In: the body as it came, byte for byte. */
  listener(request: IncomingMessage, response: ServerResponse, rawBody: Buffer): void
}

/** The largest view of Slack is 250 KB, and a submission repeats it. Source: docs.slack.dev, read 2026-11-22. */
const BODY_LIMIT = 1024 * 1024

/** Adds the addresses, in a world of their own: no other route sees raw bodies. */
export async function addReceivers(
  app: FastifyInstance,
  receivers: readonly Receiver[],
): Promise<void> {
  await app.register((raw, _options, done) => {
    raw.removeAllContentTypeParsers()
    raw.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
      (_request, body, parsed) => parsed(null, body),
    )
    for (const { method, path: url, isProved, listener } of receivers) {
      const bodyOf = (body: unknown) => (Buffer.isBuffer(body) ? body : Buffer.alloc(0))
      raw.route({
        method,
        url,
        config: {
          rateLimit: {
            // After the body is read, because that is what is signed.
            hook: 'preHandler',
            allowList: (request) => isProved(request.raw, bodyOf(request.body)),
          },
        },
        handler(request, reply) {
          // Helmet has set its headers on the raw answer already, so what protects every other answer protects these.
          reply.hijack()
          listener(request.raw, reply.raw, bodyOf(request.body))
        },
      })
    }
    done()
  })
}
