/** What the parts of an exercise work with: frames, presses, and an end that can come at any moment. */
import { createFrameLog, type FrameLog } from './frame-log.ts'
import { hearPresses, type Press } from './presses.ts'
import type { Stage } from './stage.ts'

/** An exercise ended before its time: the person stopped it, or the page went out of sight. */
export class ExerciseEnded extends Error {
  readonly why: 'stopped' | 'hidden'
  constructor(why: 'stopped' | 'hidden') {
    super(why)
    this.why = why
  }
}

/** What the parts of an exercise work with. */
export interface Kit {
  stage: Stage
  /** Every press so far, in the order in which they were heard. */
  presses: readonly Press[]
  frameLog: FrameLog
  /** Runs once for each frame, with its time, until it says that it is done. Fails: with `ExerciseEnded`. */
  frames(draw: (at: number) => boolean): Promise<void>
  /** The next press. Fails: with `ExerciseEnded`. */
  nextPress(): Promise<void>
  stop(): void
}

/** Starts listening. In: ends everything when it aborts, with `ExerciseEnded` as its reason. */
export function createKit(stage: Stage, ending: AbortSignal): Kit {
  const presses: Press[] = []
  const frameLog = createFrameLog()
  let onPress: (() => void) | undefined
  const stop = hearPresses(stage.dialog, (press) => {
    presses.push(press)
    onPress?.()
  })
  const unlessEnded = <T>(work: (done: (value: T) => void) => () => void) =>
    new Promise<T>((resolve, reject) => {
      if (ending.aborted) return reject(endOf(ending))
      const leave = work((value) => {
        ending.removeEventListener('abort', end)
        resolve(value)
      })
      const end = () => {
        leave()
        reject(endOf(ending))
      }
      ending.addEventListener('abort', end, { once: true })
    })
  return {
    stage,
    presses,
    frameLog,
    frames: (draw) =>
      unlessEnded<void>((done) => {
        let waiting = 0
        const step = (at: number) => {
          frameLog.note(at)
          if (draw(at)) done()
          else waiting = requestAnimationFrame(step)
        }
        waiting = requestAnimationFrame(step)
        return () => cancelAnimationFrame(waiting)
      }),
    nextPress: () =>
      unlessEnded<void>((done) => {
        onPress = () => {
          onPress = undefined
          done()
        }
        return () => (onPress = undefined)
      }),
    stop,
  }
}

function endOf({ reason }: AbortSignal): ExerciseEnded {
  return reason instanceof ExerciseEnded ? reason : new ExerciseEnded('stopped')
}
