/** `npm run bench [-- --part NAME] [--json]`: what the product costs, each figure beside what it is compared with. */
import { beaconBench } from './bench/beacon.ts'
import { chatBench } from './bench/chat.ts'
import { lookupsBench } from './bench/lookups.ts'
import { startBench } from './bench/start.ts'
import { verdictBench } from './bench/verdict.ts'

/** One line of the result. */
export interface BenchRow {
  part: string
  measure: string
  value: number
  unit: 'ms' | 'MB' | 'ratio' | 'per s'
  /** What it should be; null where the line is only for comparison. */
  goal: string | null
}

const parts: Record<string, () => Promise<BenchRow[]>> = {
  verdict: verdictBench,
  start: startBench,
  chat: chatBench,
  lookups: lookupsBench,
  beacon: beaconBench,
}

const args = process.argv.slice(2)
const wanted = args.includes('--part') ? args[args.indexOf('--part') + 1] : undefined
if (wanted !== undefined && parts[wanted] === undefined) {
  console.error(`There is no part “${wanted}”. Known: ${Object.keys(parts).join(', ')}.`)
  process.exit(1)
}
const rows: BenchRow[] = []
for (const [name, run] of Object.entries(parts)) {
  if (wanted === undefined || wanted === name) rows.push(...(await run()))
}
if (args.includes('--json')) console.log(JSON.stringify(rows, null, 2))
else {
  for (const { part, measure, value, unit, goal } of rows) {
    const rounded = unit === 'ratio' ? value.toFixed(2) : value.toFixed(1)
    const against = goal === null ? '' : `   goal ${goal}`
    console.log(`${part.padEnd(8)} ${measure.padEnd(58)} ${rounded.padStart(9)} ${unit}${against}`)
  }
}
