/** Sets simulated people going. */
import { pressContinue, pressJoin, sleep, type SimulatedTarget } from './browser.ts'
import { SIMULATED_VANTAGE } from './lines.ts'
import { people } from './people.ts'
import type { SimulatedBrowser } from './person.ts'
import { CALL_IN_FRONT, laterReadingsOf, readingsOf } from './readings.ts'
import { openSessionPage } from './session-page.ts'

/** How long people take, ms. */
export interface SimulationTimes {
  beforeOpening: number
  /** From opening the link to Continue. */
  reading: number
  /** From Continue to what the page's probes tell that look for a while. */
  looking: number
  /** From Continue to Join. */
  beforeJoin: number
  /** From the first Continue to a second person's opening of the same link. */
  second: number
  /** Between two people who come one after another. */
  apart: number
}

/** Quick, but long enough to see each step of the card. */
const TIMES: SimulationTimes = {
  beforeOpening: 1_500,
  reading: 2_000,
  looking: 2_500,
  beforeJoin: 15_000,
  second: 9_000,
  apart: 6_000,
}

/** What a simulator needs. */
export interface SimulatorOptions {
  target: SimulatedTarget
  /** Loads what simulated rounds look things up in; awaited before a person starts. */
  prepare(): Promise<unknown>
  onError(error: unknown): void
  times?: SimulationTimes | undefined
}

/** Makes a simulator. */
export function createSimulator({ target, prepare, onError, times = TIMES }: SimulatorOptions) {
  const stopping = new AbortController()
  const unless = new Promise((resolve) => stopping.signal.addEventListener('abort', resolve))
  const underWay = new Set<Promise<void>>()

  async function run(personId: string, link: string, afterMs: number): Promise<void> {
    const person = people.find(({ id }) => id === personId)
    if (person === undefined) return
    const { browser, second, declares } = person
    // Fetched under the origin that we listen on, whatever the public address is.
    const here = `${target.origin}${new URL(link).pathname}`
    await prepare()
    if (!(await sleep(afterMs + times.beforeOpening, unless))) return
    const reading = { forMs: times.reading, unless }
    const cookie = await pressContinue(target, browser, here, { ...reading, declares })
    if (cookie === null) return
    const page = openSessionPage(target, browser, cookie, readingsOf(browser, Date.now()))
    void unless.then(() => page.close())
    const look = async () => {
      if (await sleep(times.looking, page.closed)) page.tell(laterReadingsOf(browser))
    }
    const join = async () => {
      if (!(await sleep(times.beforeJoin, page.closed))) return
      await pressJoin(target, browser, cookie)
      page.tell(CALL_IN_FRONT)
    }
    const tryToo = async (other: SimulatedBrowser) => {
      if (await sleep(times.second, page.closed)) await pressContinue(target, other, here, reading)
    }
    await Promise.all([page.closed, look(), join(), second && tryToo(second)])
  }

  return {
    people: people.map(({ id, name, story, place }) => ({ id, name, story, place })),
    vantage: SIMULATED_VANTAGE,
    apartMs: times.apart,
    start(personId: string, { link, afterMs }: { link: string; afterMs: number }): void {
      const done = run(personId, link, afterMs).catch(onError)
      underWay.add(done)
      void done.then(() => underWay.delete(done))
    },
    /** Before the server goes: everybody leaves, and whoever has not come yet stays away. */
    async stop(): Promise<void> {
      stopping.abort()
      await Promise.all(underWay)
    },
  }
}
