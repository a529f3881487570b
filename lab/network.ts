/**
 * `npm run lab:network -- [--runs 8] [--only NAME] [--lanes 4] [--json FILE]`: real browsers reach the real servers directly,
 * through proxies and through tunnels, over delayed links between network namespaces of this machine.
 *
 * Linux and root; what else it needs it says. --only: scenarios whose name holds NAME; several with semicolons between.
 */
import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { createCipher } from '../src/store/cipher.ts'
import { openSqlite } from '../src/store/sqlite.ts'
import { readFlags } from './flags.ts'
import { launchInside } from './network/browser.ts'
import { toCount } from './network/count.ts'
import type { Ends } from './network/carry.ts'
import { openCrew, type Crew } from './network/crew.ts'
import { layOut, openLane } from './network/lane.ts'
import { missingNeeds, thisMachine } from './network/needs.ts'
import { scenarios, scenariosNamed, type Scenario } from './network/scenarios.ts'
import { startServers } from './network/servers.ts'
import { figureLines, remarkLines, tableOf, type Tried } from './network/table.ts'
import { visitOnce, type Product, type Run } from './network/visit.ts'
import { printTable } from './print-table.ts'

/** As many browsers at once as wait more than they compute, on two cores. */
const LANES = 4
const RUNS = 8

try {
  const flags = readFlags(['runs', 'only', 'lanes', 'json'], [])
  const runs = toCount('--runs', flags.runs ?? String(RUNS), 1000)
  const lanes = toCount('--lanes', flags.lanes ?? String(LANES), 16)
  const chosen =
    flags.only === undefined
      ? scenarios
      : [...new Set(flags.only.split(';').flatMap((name) => scenariosNamed(name.trim())))]
  const missing = missingNeeds(thisMachine())
  if (missing.length > 0) throw new Error(missing.join('\n'))
  const tried = await tryAll(chosen, { runs, lanes: Math.min(lanes, chosen.length) })
  printTable(tableOf(tried))
  console.log()
  for (const line of [...remarkLines(tried), ...figureLines(tried)]) console.log(line)
  if (flags.json !== undefined) writeFileSync(flags.json, `${JSON.stringify(tried, null, 2)}\n`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
process.exit()

/** Tries scenarios, some at a time. Out: in the order in which they were given. */
async function tryAll(
  chosen: readonly Scenario[],
  { runs, lanes }: { runs: number; lanes: number },
): Promise<Tried[]> {
  const crew = openCrew()
  const servers = await startServers(crew)
  const { databasePath: path, secretKey: secret } = servers
  const store = await openSqlite({ path, cipher: createCipher({ secret }) })
  const waiting = [...chosen]
  const done = new Map<Scenario, Tried>()
  const work = async (lane: number) => {
    const ends = await openLane(crew, lane)
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      done.set(next, await tryOne(crew, { servers, store }, ends, { scenario: next, runs }))
    }
  }
  await Promise.all(Array.from({ length: lanes }, (_, lane) => work(lane)))
  await store[Symbol.asyncDispose]()
  return chosen.flatMap((scenario) => done.get(scenario) ?? [])
}

/** Tries one scenario, run after run. What fails is counted, and the rest goes on. */
async function tryOne(
  crew: Crew,
  product: Product,
  ends: Ends,
  { scenario, runs }: { scenario: Scenario; runs: number },
): Promise<Tried> {
  const good: Run[] = []
  const failures: string[] = []
  const note = (error: unknown) => {
    failures.push((error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '')
  }
  const busyCore = availableParallelism() - 1
  try {
    await using laid = await layOut(crew, product.servers, ends, scenario, busyCore)
    await using browser = await launchInside(laid.person, {
      folder: crew.folder,
      proxy: laid.proxy,
      core: scenario.starved ? busyCore : null,
    })
    for (let i = 0; i < runs; i++) {
      await visitOnce(product, browser, scenario).then((run) => good.push(run), note)
    }
  } catch (error) {
    note(error)
  }
  const words = [...good.map(({ place }) => place), ...failures.map((why) => `failed: ${why}`)]
  console.error(`${scenario.name}: ${words.join(' ')}`)
  return { scenario, runs: good, failures }
}
