/** A window as a form states it: wall clock, zone and length. The clock's skipped and repeated hours are asked about. */
import { WINDOW_MIN } from '../core/round.ts'
import { momentWords } from '../core/when-words.ts'
import { isZone } from '../core/zone.ts'
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import type { Instant, WhenLookup } from './lookups.ts'

const texts = managers.commands.faults

/** Fields of a form that state a window. */
export interface WindowAnswers {
  /** Wall clock "2026-11-23T15:00"; or "@" and epoch ms, from platforms whose picker knows the person's zone. */
  start: string
  zone: string
  lengthMin: string
  /** Which of two, on the night when the clocks go back. */
  occurrence: string
}

/** Takes the fields of a window from a form. In: gives the text of a field, empty when it was left out. */
export function windowAnswers(text: (name: string) => string): WindowAnswers {
  return {
    start: text('start'),
    zone: text('zone'),
    lengthMin: text('lengthMin'),
    occurrence: text('occurrence'),
  }
}

/** A window, or what is wrong with it by field; `twice` when `occurrence` must be asked. */
export type WindowReading =
  | { window: { startAt: number; endAt: number }; zone: string }
  | { faults: Record<string, string>; twice: boolean }

/** Reads a window. Fails: never; faults are for the person, beside the field. */
export function readWindow(when: WhenLookup, answers: WindowAnswers): WindowReading {
  const faults: Record<string, string> = {}
  let twice = false
  const lengthMin = Number(answers.lengthMin)
  if (!Number.isInteger(lengthMin) || lengthMin < WINDOW_MIN.least || lengthMin > WINDOW_MIN.most) {
    faults['lengthMin'] = fill(texts.length, WINDOW_MIN)
  }
  let startAt = Number.NaN
  if (!isZone(answers.zone)) {
    faults['zone'] = fill(texts.typedZone, { zone: answers.zone })
  } else {
    const instant = toInstant(when, answers)
    if ('invalid' in instant) faults['start'] = texts.moment
    else if ('gap' in instant) {
      const next = momentWords(instant.suggestMs, answers.zone)
      faults['start'] = fill(texts.gap, { moment: next })
    } else if ('overlap' in instant) {
      twice = true
      if (answers.occurrence === '') {
        faults['occurrence'] = texts.overlap
      } else {
        startAt = instant.overlap[answers.occurrence === 'later' ? 1 : 0]
      }
    } else startAt = instant.atMs
  }
  if (Object.keys(faults).length > 0) return { faults, twice }
  return { window: { startAt, endAt: startAt + lengthMin * 60_000 }, zone: answers.zone }
}

/** Whether the clock shows the stated time twice, so that a form has to ask which of the two. */
export function isShownTwice(when: WhenLookup, answers: WindowAnswers): boolean {
  return isZone(answers.zone) && 'overlap' in toInstant(when, answers)
}

function toInstant(when: WhenLookup, { start, zone }: WindowAnswers): Instant {
  const stated = /^@(\d{1,15})$/.exec(start)?.[1]
  return stated === undefined ? when.toInstant(start, zone) : { atMs: Number(stated) }
}
