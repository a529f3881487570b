/** A date, a time and a length in one line, typed as people write them: Discord has no picker. */
import { momentWords, windowWords } from '../../core/when-words.ts'
import { isZone } from '../../core/zone.ts'
import { fill } from '../../texts/fill.ts'
import { managers } from '../../texts/managers.ts'
import type { WhenLookup } from '../../usecases/lookups.ts'
import { plain } from './text.ts'

const texts = managers.chat.discord.when

/** "2026-11-23 15:00, 45 min": how a time stands in an input and in a message once it is understood. */
const UNDERSTOOD = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d)(?:, (\d+) min)?$/

/** A wall clock as answers have it. */
const WALL = /^(\d{4,}-\d\d-\d\d)T(\d\d:\d\d)$/

/** Longest line that is repeated. */
const REPEATED_MOST = 200

/** What a line says. `start` is a wall clock where it was understood, else the line itself, so that nothing is lost. */
export interface ReadLine {
  start: string
  lengthMin?: string
  /** What was not understood of it, in words; null when all was. */
  notice: string | null
}

/** Writes a time as it can be typed. In: a wall clock, or what was typed and not understood. */
export function toLine(start: string, lengthMin: string): string {
  const [, day, time] = WALL.exec(start) ?? []
  if (day === undefined || time === undefined) return start
  return `${day} ${time}${/^\d+$/.test(lengthMin) ? `, ${lengthMin} min` : ''}`
}

/** Reads what `toLine` wrote; undefined for anything else. */
export function fromLine(line: string): { start: string; lengthMin?: string } | undefined {
  const [, day, time, lengthMin] = UNDERSTOOD.exec(line.trim()) ?? []
  if (day === undefined || time === undefined) return undefined
  return { start: `${day}T${time}`, ...(lengthMin === undefined ? {} : { lengthMin }) }
}

/** Reads what a person typed. In: the zone it is meant in, and now. */
export async function readLine(
  when: WhenLookup,
  line: string,
  zone: string,
  nowMs: number,
): Promise<ReadLine> {
  const known = fromLine(line)
  if (known !== undefined) return { ...known, notice: null }
  const { wall, lengthMin, rest } = await when.parse(line, zone, nowMs)
  const length = lengthMin === undefined ? {} : { lengthMin: String(lengthMin) }
  if (wall === undefined) {
    const repeated = plain(line, REPEATED_MOST)
    const notice = fill(texts.notUnderstood, { text: repeated })
    return { start: line, ...length, notice: line.trim() === '' ? null : notice }
  }
  const left = rest === '' ? null : fill(texts.leftOver, { text: plain(rest, REPEATED_MOST) })
  return { start: wall, ...length, notice: left }
}

/**
 * What was understood of a time, in its zone and on the reader's own clock, which Discord shows; in Discord's markup.
 *
 * Out: null while there is no such instant.
 */
export function echoOf(
  when: WhenLookup,
  { start, zone, lengthMin }: { start: string; zone: string; lengthMin: string },
): string | null {
  if (!isZone(zone)) return null
  const instant = when.toInstant(start, zone)
  if (!('atMs' in instant)) return null
  const startAt = instant.atMs
  const minutes = Number(lengthMin)
  const window = { startAt, endAt: startAt + minutes * 60_000 }
  const words = minutes > 0 ? windowWords(window, zone) : `${momentWords(startAt, zone)} (${zone})`
  const seconds = Math.floor(startAt / 1000)
  return fill(texts.understood, {
    moment: plain(words, REPEATED_MOST),
    ownClock: `<t:${seconds}:F>`,
    fromNow: `<t:${seconds}:R>`,
  })
}
