/** Lengths of time in what a person typed, found before the date parser takes them for times of day. */

/** The longest length taken: one day. */
const MOST_MIN = 1440

/** "15h30" is half past three where people write so, "1h30" a length: no interview is nine hours long. */
const MOST_HOURS_BEFORE_H = 8

const WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  half: 0.5,
}

/** "in 45 minutes" is a time, not a length; so are "2 hours from now" and "an hour ago". */
const NOT_BEFORE = String.raw`(?<!\b(?:in|within|after|every|next|last|past)\s{1,3})`
const NOT_AFTER = String.raw`(?!\s{1,3}(?:from\s{1,3}now|ago|later|before|after|earlier)\b)`
const START = String.raw`(?<![\p{L}\p{N}:.,+/-])(?:for\s{1,3})?`
const HOUR = '(?:hours?|hrs?|h)'
const MINUTE = '(?:minutes?|mins?|min|m)'

const PATTERNS: readonly { pattern: RegExp; minutes: (groups: readonly string[]) => number }[] = [
  {
    // "an hour and a half", "one hour and a half", "2 hours and a half"
    pattern: build(
      String.raw`(\d{1,2}|an?|one|two|three|four)\s{1,3}hours?\s{1,3}and\s{1,3}a\s{1,3}half`,
    ),
    minutes: ([count = '']) => amount(count) * 60 + 30,
  },
  {
    // "half an hour", "a half hour", "half hour"
    pattern: build(String.raw`(?:a\s{1,3})?half(?:\s{1,3}an|\s{1,3}a)?[\s-]{1,3}hour`),
    minutes: () => 30,
  },
  {
    // "1h30", "1h 30m", "1 hour 30 minutes", "1 hour and 15 min"
    pattern: build(String.raw`(\d{1,2})\s?${HOUR}\s{0,3}(?:and\s{1,3})?(\d{1,2})(?:\s?${MINUTE})?`),
    minutes: ([hours = '', minutes = '']) => Number(hours) * 60 + Number(minutes),
  },
  {
    // "1h", "1.5 hours", "1,5h", "an hour", "two hours"
    pattern: build(
      String.raw`(\d{1,2}(?:[.,]\d{1,2})?|an?\s|one\s|two\s|three\s|four\s)\s?-?${HOUR}`,
    ),
    minutes: ([count = '']) => amount(count) * 60,
  },
  {
    // "45m", "45 min", "90 minutes", "45-minute"
    pattern: build(String.raw`(\d{1,4})\s?-?${MINUTE}`),
    minutes: ([count = '']) => Number(count),
  },
]

/** A length and the text without it. */
export interface CutDuration {
  lengthMin?: number
  rest: string
}

/**
 * Cuts the first length of 1…1440 minutes out of a text; "15h" and "15h30" become "15:00" and "15:30".
 *
 * Example: "tomorrow 3pm 45m" → 45, "tomorrow 3pm  ". Fails: never.
 */
export function cutDuration(text: string): CutDuration {
  const clock = text.replace(
    /(?<![\p{L}\p{N}:.,/-])(\d{1,2})h(\d{2})?(?![\p{L}\p{N}])/giu,
    (all, hours: string, minutes: string | undefined) => {
      const isClock =
        Number(hours) > MOST_HOURS_BEFORE_H && Number(hours) < 24 && Number(minutes ?? 0) < 60
      return isClock ? `${hours}:${minutes ?? '00'}` : all
    },
  )
  for (const { pattern, minutes } of PATTERNS) {
    const match = pattern.exec(clock)
    if (match === null) continue
    const lengthMin = Math.round(minutes(match.slice(1)))
    if (!(lengthMin >= 1 && lengthMin <= MOST_MIN)) continue
    const end = match.index + match[0].length
    return { lengthMin, rest: `${clock.slice(0, match.index)} ${clock.slice(end)}` }
  }
  return { rest: clock }
}

function build(core: string): RegExp {
  return new RegExp(String.raw`${NOT_BEFORE}${START}${core}(?![\p{L}\p{N}:])${NOT_AFTER}`, 'iu')
}

function amount(text: string): number {
  const word = text.trim().toLowerCase()
  return WORDS[word] ?? Number(word.replace(',', '.'))
}
