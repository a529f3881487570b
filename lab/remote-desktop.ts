/**
 * `npm run lab:remote-desktop -- [--kind local,vnc,rdp] [--rtt 0,110,200,300] [--runs 5] [--lag 20] [--lanes 2] [--seed 1]
 * [--json FILE]`: a synthetic person does the real tapping exercise at the screen of a real remote desktop, over delayed
 * links between network namespaces of this machine, and at the computer itself.
 *
 * Linux and root; what else it needs it says. Nothing may build `dist/` meanwhile. --lag: what the person’s own screen and
 * keyboard add, ms.
 */
import { writeFileSync } from 'node:fs'
import { readFlags } from './flags.ts'
import { launchInside } from './network/browser.ts'
import { toCount } from './network/count.ts'
import { openCrew, type Crew } from './network/crew.ts'
import { thisMachine } from './network/needs.ts'
import { printTable } from './print-table.ts'
import {
  cellsOf,
  kinds,
  nameOf,
  readKinds,
  readRtts,
  RTTS_MS,
  type Cell,
} from './remote-desktop/cells.ts'
import { openFarm, type Farm } from './remote-desktop/farm.ts'
import { missingFor, tryMachine } from './remote-desktop/needs.ts'
import { SIZE, startScreens } from './remote-desktop/screens.ts'
import { sitOnce, type Hand, type Run } from './remote-desktop/sit.ts'
import { figureLines, remarkLines, tableOf, type Tried } from './remote-desktop/table.ts'

/** As many at once as two cores draw. */
const LANES = 2
const RUNS = 5

/** A person with a usual hand. Source: Bååth & Madison 2012; Woods et al. 2015, reactions (read 2026-11-20). */
const HAND: Omit<Hand, 'lagMs'> = { biasMs: -20, spreadMs: 30, reactMs: 230, reactSpreadMs: 35 }
/** What screens and keyboards of people's own add to taps, so that a usual person is as late as published ones, ms. */
const LAG_MS = 20

try {
  const flags = readFlags(['kind', 'rtt', 'runs', 'lag', 'lanes', 'seed', 'json'], [])
  const runs = toCount('--runs', flags.runs ?? String(RUNS), 1000)
  const lanes = toCount('--lanes', flags.lanes ?? String(LANES), 16)
  const seed = toCount('--seed', flags.seed ?? '1', 1_000_000)
  const [lagMs = LAG_MS] = flags.lag === undefined ? [] : readRtts(flags.lag)
  const chosen = flags.kind === undefined ? kinds : readKinds(flags.kind)
  const rtts = flags.rtt === undefined ? RTTS_MS : readRtts(flags.rtt)
  const missing = missingFor(chosen, thisMachine(), await tryMachine())
  if (missing.length > 0) throw new Error(missing.join('\n'))
  const cells = cellsOf(chosen, rtts)
  const tried = await tryAll(cells, { runs, lanes, seed, hand: { ...HAND, lagMs } })
  printTable(tableOf(tried))
  console.log()
  for (const line of [...remarkLines(tried), ...figureLines(tried)]) console.log(line)
  if (flags.json !== undefined) writeFileSync(flags.json, `${JSON.stringify(tried, null, 2)}\n`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
process.exit()

/** How to try. */
interface Trial {
  runs: number
  lanes: number
  seed: number
  hand: Hand
}

/** Tries cells, some at a time. Out: in the order in which they were given. */
async function tryAll(cells: readonly Cell[], trial: Trial): Promise<Tried[]> {
  const crew = openCrew()
  const waiting = [...cells]
  const done = new Map<Cell, Tried>()
  const work = async (lane: number) => {
    const farm = await openFarm(crew, lane)
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      done.set(next, await tryOne(crew, farm, next, trial))
    }
    await farm.store[Symbol.asyncDispose]()
  }
  const lanes = Math.min(trial.lanes, cells.length)
  await Promise.all(Array.from({ length: lanes }, (_, lane) => work(lane)))
  return cells.flatMap((cell) => done.get(cell) ?? [])
}

/** Tries one cell, run after run. What fails is counted, and the rest goes on. */
async function tryOne(
  crew: Crew,
  farm: Farm,
  cell: Cell,
  { runs, seed, hand }: Trial,
): Promise<Tried> {
  const good: Run[] = []
  const failures: string[] = []
  const note = (error: unknown) => {
    const why = (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 2)
    failures.push(why.join(' '))
    console.error(`${nameOf(cell)}: failed: ${why.join(' ')}`)
  }
  try {
    await using screens = await startScreens(crew, farm, cell)
    await using browser = await launchInside(farm.farm, {
      folder: crew.folder,
      proxy: null,
      core: null,
      window: { display: screens.browser, ...SIZE },
    })
    for (let i = 0; i < runs; i++) {
      const place = { farm, screens, browser }
      await sitOnce(crew, place, hand, seed + i).then((run) => {
        good.push(run)
        console.error(`${nameOf(cell)}: ${JSON.stringify(run)}`)
      }, note)
    }
  } catch (error) {
    note(error)
  }
  return { cell, runs: good, failures }
}
