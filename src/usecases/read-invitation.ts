/** Reads "/verify Jane Doe jane@example.com, Austin TX, tomorrow 3pm 45m" into the fields of a form. */
import type { Lookups } from './ports.ts'

/** What could be read from a line of text; everything else is in `rest`, so that nothing typed is lost. */
export interface Invitation {
  name?: string
  email?: string
  phone?: string
  place?: string
  /** "2026-11-23T15:00" in the zone asked for. */
  wall?: string
  lengthMin?: number
  meetingUrl?: string
  rest: string
}

const EMAIL = /[^\s,;<>()]+@[^\s,;<>()]+\.[^\s,;<>()]+/
const URL_TEXT = /https?:\/\/[^\s,;<>]+/
const PHONE = /(?:\+|\b00)?\(?\d[\d\s().-]{7,}\d/

/** Reads a line. In: the zone its times are meant in, and now. Fails: never; what is not understood is left over. */
export async function readInvitation(
  lookups: Pick<Lookups, 'place' | 'when'>,
  text: string,
  zone: string,
  nowMs: number,
): Promise<Invitation> {
  const found: Invitation = { rest: '' }
  let line = text.slice(0, 1000)
  const cut = (pattern: RegExp) => {
    const match = pattern.exec(line)?.[0]
    // A comma takes its place: what stood before and after belongs apart.
    if (match !== undefined) line = line.replace(match, ',')
    return match?.trim()
  }
  const email = cut(EMAIL)
  const meetingUrl = cut(URL_TEXT)
  const phone = cut(PHONE)
  const left: string[] = []
  for (const part of splitParts(line)) {
    const when = await lookups.when.parse(part, zone, nowMs)
    const understood = when.wall !== undefined || when.lengthMin !== undefined
    if (understood && (when.rest === '' || found.name !== undefined)) {
      if (when.wall !== undefined) found.wall ??= when.wall
      if (when.lengthMin !== undefined) found.lengthMin ??= when.lengthMin
      if (when.rest !== '') left.push(when.rest)
    } else {
      left.push(part)
    }
    // The name comes first; once taken, the rest is the place.
    if (found.name === undefined && left[0] !== undefined) found.name = left.shift() as string
  }
  const place = takePlace(lookups, left)
  return {
    ...found,
    ...(email === undefined ? {} : { email }),
    ...(meetingUrl === undefined ? {} : { meetingUrl }),
    ...(phone === undefined ? {} : { phone }),
    ...(place === undefined ? {} : { place }),
    rest: left.join(', '),
  }
}

function splitParts(line: string): string[] {
  return line
    .split(/[,;\n]/)
    .map((part) => part.replace(/[<>()]/g, ' ').trim())
    .filter((part) => part !== '')
}

/** Takes the longest run of neighbouring parts that names a place: "Austin", "TX" is one. */
function takePlace(lookups: Pick<Lookups, 'place'>, left: string[]): string | undefined {
  for (let length = Math.min(3, left.length); length > 0; length--) {
    for (let start = 0; start + length <= left.length; start++) {
      const text = left.slice(start, start + length).join(', ')
      const answer = lookups.place.resolve(text)
      if ('unknown' in answer) continue
      left.splice(start, length)
      return 'place' in answer ? answer.place.label : text
    }
  }
  return undefined
}
