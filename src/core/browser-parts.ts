/** Parts of a browser that can contradict each other, as the page's probe names them. */

/** What a replaced or differing part tells: of place and browser, or of the machine alone. */
type PartKind = 'identity' | 'machine'

const parts = {
  'Function.toString': { kind: 'identity', words: 'the function that prints functions' },
  Date: { kind: 'identity', words: 'the clock' },
  'Date.getTimezoneOffset': { kind: 'identity', words: 'the offset of the clock' },
  'Intl.DateTimeFormat': { kind: 'identity', words: 'the format of dates' },
  'Intl.DateTimeFormat.resolvedOptions': { kind: 'identity', words: 'the name of the zone' },
  'navigator.userAgent': { kind: 'identity', words: 'the name of the browser' },
  'navigator.userAgentData': { kind: 'identity', words: 'the Client Hints' },
  'navigator.platform': { kind: 'identity', words: 'the platform' },
  'navigator.webdriver': { kind: 'identity', words: 'the word on being driven' },
  'worker: browser': { kind: 'identity', words: 'another browser beside the page' },
  'worker: platform': { kind: 'identity', words: 'another platform beside the page' },
  'worker: time zone': { kind: 'identity', words: 'another time zone beside the page' },
  'worker: clock': { kind: 'identity', words: 'another clock beside the page' },
  'navigator.hardwareConcurrency': { kind: 'machine', words: 'the number of processors' },
  'navigator.deviceMemory': { kind: 'machine', words: 'the memory' },
  'navigator.maxTouchPoints': { kind: 'machine', words: 'the touch points' },
  'screen.width': { kind: 'machine', words: 'the width of the screen' },
  'screen.height': { kind: 'machine', words: 'the height of the screen' },
  'WebGL.getParameter': { kind: 'machine', words: 'the name of the graphics' },
  'worker: processors': { kind: 'machine', words: 'another number of processors beside the page' },
} as const satisfies Record<string, { kind: PartKind; words: string }>

/** One of them, as the probe names it. */
export type PartName = keyof typeof parts

/** Whether a name from a page is one of ours. */
export function isPartName(name: string): name is PartName {
  return Object.hasOwn(parts, name)
}

/** The known ones among names from a page; others are not repeated to those who decide, as a page could say anything. */
export function knownParts(names: readonly string[]): { kind: PartKind; words: string }[] {
  return [...new Set(names)].filter(isPartName).map((name) => parts[name])
}

/** The parts in English. */
export const englishParts: Readonly<Record<PartName, string>> = wordsOf(parts)

function wordsOf<Name extends string>(
  all: Readonly<Record<Name, { words: string }>>,
): Record<Name, string> {
  const entries = Object.entries<{ words: string }>(all).map(([name, { words }]) => [name, words])
  return Object.fromEntries(entries) as Record<Name, string>
}
