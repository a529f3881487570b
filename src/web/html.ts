/** Answering with a page. */
import type { FastifyReply } from 'fastify'

/** Sends a document that nobody may keep: every page of ours is about one person. */
export function sendHtml(reply: FastifyReply, status: number, html: string): FastifyReply {
  return reply
    .status(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex, nofollow')
    .send(html)
}
