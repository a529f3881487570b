/** Telling of something that may change often: at once, then not again for a while; what is true by then counts. */

/** Shortest pause after a change was told. */
const PAUSE_MS = 2_000

/**
 * How much longer each pause is than the one before. Somebody who changes between two windows all the time is told of
 * at most 17 times in the first minute, 180 in an hour and 650 in a window of 12 hours: far below what the server takes.
 */
const LONGER_MS = 200

/** A calm teller. */
export interface Calm<T> {
  put(value: T): void
  stop(): void
}

/** Calms a teller. */
export function calmly<T>(tell: (value: T) => void): Calm<T> {
  let pause = PAUSE_MS
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: T | undefined

  function say(value: T): void {
    tell(value)
    timer = setTimeout(() => {
      timer = undefined
      const last = waiting
      waiting = undefined
      // Changed and changed back in the meantime: nothing to tell.
      if (last !== undefined && JSON.stringify(last) !== JSON.stringify(value)) say(last)
    }, pause)
    pause += LONGER_MS
  }

  return {
    put(value) {
      if (timer === undefined) say(value)
      else waiting = value
    },
    stop: () => clearTimeout(timer),
  }
}
