/** Run by the part `lookups` in a process of its own: what opening the tables of networks costs. Prints JSON. */
import create from '../../src/lookups/ip-network.ts'

/** With `--expose-gc`. */
const collect = globalThis.gc
if (collect === undefined) throw new Error('expected node --expose-gc')

collect()
const before = process.memoryUsage.rss()
const startedAt = performance.now()
const look = await create()
const ms = performance.now() - startedAt
// What was only needed to read the files goes in a later turn.
await new Promise((resolve) => setTimeout(resolve, 100))
collect()
const mb = (process.memoryUsage.rss() - before) / 2 ** 20
if (look.faults().length > 0) throw new Error(look.faults().join(', '))
console.log(JSON.stringify({ ms, mb }))
