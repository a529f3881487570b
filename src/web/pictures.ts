/** `/p/TOKEN.png`: the map on a card. Chats fetch it with their own servers, so its link alone opens it. */
import { z } from 'zod'
import { readCardPicture } from '../usecases/card-picture.ts'
import type { Web } from './web.ts'

/** A minute and address: a channel shows a few cards, and each takes us some 50 ms. */
const PICTURES_PER_MIN = 60

/** How long a browser keeps one, s: short, because a forgotten case takes its pictures along. */
const KEPT_S = 300

/** Adds the route. */
export function addPictures({ app, ports }: Web): void {
  app.get(
    '/p/:name',
    { config: { rateLimit: { max: PICTURES_PER_MIN } } },
    async (request, reply) => {
      const { name } = z.object({ name: z.string().max(200) }).parse(request.params)
      const png = await readCardPicture(ports, name.replace(/\.png$/, ''))
      return reply
        .type('image/png')
        .header('cache-control', `private, max-age=${KEPT_S}`)
        .header('x-robots-tag', 'noindex, nofollow')
        .send(Buffer.from(png))
    },
  )
}
