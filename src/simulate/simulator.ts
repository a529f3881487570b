/** Sets simulated people going. */
import { attend, pressContinue, sleep, type SimulatedTarget } from './browser.ts'
import { people, SIMULATED_VANTAGE } from './people.ts'

/** How long people take, ms: quick, but long enough to see each step of the card. */
const TIMES = { beforeOpening: 1_500, reading: 2_000, beforeJoin: 15_000, second: 9_000 } as const

/** What a simulator needs. */
export interface SimulatorOptions {
  target: SimulatedTarget
  /** Loads what simulated rounds look things up in; awaited before a person starts. */
  prepare(): Promise<unknown>
  onError(error: unknown): void
}

/** Makes a simulator. */
export function createSimulator({ target, prepare, onError }: SimulatorOptions) {
  async function run(personId: string, link: string): Promise<void> {
    const person = people.find(({ id }) => id === personId)
    if (person === undefined) return
    // Fetched under the origin that we listen on, whatever the public address is.
    const here = `${target.origin}${new URL(link).pathname}`
    await prepare()
    await sleep(TIMES.beforeOpening)
    const cookie = await pressContinue(target, person.browser, here, TIMES.reading)
    if (cookie === null) return
    const { second } = person
    const forwarded =
      second && sleep(TIMES.second).then(() => pressContinue(target, second, here, 500))
    await Promise.all([attend(target, person.browser, cookie, TIMES.beforeJoin), forwarded])
  }
  return {
    people: people.map(({ id, name, story, place }) => ({ id, name, story, place })),
    vantage: SIMULATED_VANTAGE,
    start(personId: string, { link }: { link: string }): void {
      run(personId, link).catch(onError)
    },
  }
}
