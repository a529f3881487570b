/** The picture of a card as a file: no server of Discord's has to reach ours for it. */
import { readCardPicture } from '../../usecases/card-picture.ts'
import type { Ports } from '../../usecases/ports.ts'
import type { File } from './api.ts'
import { PICTURE_FILE, withoutPicture, type Drawn } from './message.ts'

/** A message, with the file that it shows. */
export interface Illustrated extends Drawn {
  files: readonly File[]
}

/** Takes the file along; where there is none any more, the words that say what it showed. Fails: never. */
export async function illustrate(ports: Ports, drawn: Drawn): Promise<Illustrated> {
  const { picture } = drawn
  if (picture === null) return { ...drawn, files: [] }
  const start = `${ports.settings.publicUrl}/p/`
  const token = picture.url.startsWith(start) ? picture.url.slice(start.length) : ''
  try {
    const data = await readCardPicture(ports, token.replace(/\.png$/, ''))
    return { ...drawn, files: [{ name: PICTURE_FILE, data, alt: picture.alt }] }
  } catch {
    return { ...withoutPicture(drawn), files: [] }
  }
}
