/**
 * Whether parts of the browser contradict each other: functions that are not the browser's own, and what a worker sees
 * otherwise than the page.
 *
 * Out: names of what differs, never values. First what the page shows by itself; what a worker sees comes when it has
 * answered.
 * Fails: nothing is told of the worker where it does not start, as under a blocker.
 * Source: ECMA-262 §20.2.3.5 (Function.prototype.toString: NativeFunction), https://html.spec.whatwg.org/#workernavigator,
 * https://www.w3.org/TR/CSP3/#directive-worker-src (falls back to script-src) (read 2026-11-25). Chromium 147 tried on
 * 2026-11-25: an empty frame and a worker of our own origin work under the policy of the page.
 */
import { defineProbe } from '../probe.ts'
import { replacedFunctions } from './realm/native.ts'
import { differences, readWorld, type World } from './realm/world.ts'

/** Built from `realm-worker.ts`. */
const WORKER_PATH = '/assets/page-realm-worker.js'

export default defineProbe({
  name: 'realm',
  read: () => ({ value: { differences: replacedFunctions() } }),
  watch(tell) {
    const worker = new Worker(WORKER_PATH)
    worker.addEventListener('message', (message: MessageEvent<World>) => {
      worker.terminate()
      const found = compare(message.data)
      if (found.length > 0) tell({ value: { differences: [...replacedFunctions(), ...found] } })
    })
    return () => worker.terminate()
  },
})

/** Out: nothing where an extension broke what would be compared. */
function compare(worker: World): string[] {
  try {
    return differences(readWorld(), worker)
  } catch {
    return []
  }
}
