/** A lane: one person and one exit, beside others, through which scenarios go one after another. */
import type { Crew } from './crew.ts'
import { startCarrying, type Ends } from './carry.ts'
import { addresses, HOME_LINE_MS, homes } from './geography.ts'
import type { Scenario } from './scenarios.ts'
import { startLinks, type Servers } from './servers.ts'
import { startShift } from './shift.ts'

/** A lane, ready for one scenario. */
export interface Laid extends AsyncDisposable {
  /** Namespace of the person. */
  person: string
  /** What Chromium is told; null where it notices nothing. */
  proxy: string | null
}

/** Busy loops on the core of a busy computer’s browser. */
const BUSY_LOOPS = 3

/** Makes the namespaces of a lane. */
export async function openLane(crew: Crew, lane: number): Promise<Ends> {
  const exit = await crew.namespace(`exit${String(lane)}`)
  const person = await crew.namespace(`person${String(lane)}`)
  // What comes out of a tunnel leaves under the exit's address.
  const rules = `table ip nat {
    chain post {
      type nat hook postrouting priority 100;
      ip saddr ${addresses.tunnel(lane)[1]} masquerade;
    }
  }`
  await crew.run(['ip', 'netns', 'exec', exit, 'nft', '-f', '-'], rules)
  return { lane, exit, person }
}

/** Lays the ways of a scenario. In: the core that a busy computer's loops share with its browser. Fails: leaving nothing. */
export async function layOut(
  crew: Crew,
  servers: Servers,
  ends: Ends,
  scenario: Scenario,
  busyCore: number,
): Promise<Laid> {
  return startShift(crew, async (own) => {
    await layWays(own, servers, ends, scenario)
    const proxy = await startCarrying(scenario.carrier, own, ends)
    if (scenario.starved) {
      const loop = ['taskset', '-c', String(busyCore), 'sh', '-c', 'while :; do :; done']
      for (let i = 0; i < BUSY_LOOPS; i++) await own.start(loop, { in: ends.person })
    }
    return { person: ends.person, proxy }
  })
}

/** Person – exit – core, with nothing but routers in between. */
async function layWays(
  crew: Crew,
  { core }: Servers,
  { lane, exit, person }: Ends,
  { behindMs, jitterMs }: Scenario,
): Promise<void> {
  const own = addresses.person(homes[behindMs], lane)
  const [exitAddress, exitHop] = [addresses.exit(lane), addresses.exitHop(lane)]
  const personHop = addresses.personHop(lane)
  await startLinks(crew, [
    [exit, exitAddress, core, exitHop, HOME_LINE_MS / 2],
    [person, own, exit, personHop, behindMs / 2, jitterMs],
  ])
  const route = (space: string, ...way: string[]) =>
    crew.run(['ip', '-n', space, 'route', 'add', ...way])
  await route(core, own, 'via', exitAddress)
  await route(exit, 'default', 'via', exitHop)
  await route(person, 'default', 'via', personHop)
}
