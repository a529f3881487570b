/** The second half of `npm run fit`: keeps how late the people of the reporting half are, for evaluating without files. */
import { writeFileSync } from 'node:fs'
import { paths } from '../src/core/fitted/paths.ts'
import { DISTRIBUTIONS, keep, type Kept } from './place/distributions.ts'
import { castPlace } from './place/evaluate.ts'
import { readFlags } from './flags.ts'
import { readCityPairs, readHomes } from './place/measured.ts'

const flags = readFlags(['pairs', 'homes'], [])
if (flags.pairs === undefined || flags.homes === undefined) {
  throw new Error('expected --pairs FILE and --homes FILE, got only part of that')
}
const pairs = readCityPairs(flags.pairs)
const homes = readHomes(flags.homes)
const scenarios: Kept[] = []
for (const count of [1, 2, 3, 4]) {
  const casts = castPlace({ pairs, homes, vantages: { count }, all: false })
  for (const { name, km, draws } of casts) {
    const access = draws[0]?.access
    // A zone or a network changes no path: once is enough.
    if (access === undefined || /left|VPN|openly/.test(name)) continue
    scenarios.push(
      keep({ name, access, vantages: count, behindKm: km === null ? null : [...km] }, draws),
    )
  }
}
const { source, fittedOn } = paths
writeFileSync(DISTRIBUTIONS, `${JSON.stringify({ source, fittedOn, scenarios })}\n`)
console.log(
  `wrote ${DISTRIBUTIONS.pathname.split('/').slice(-3).join('/')}: ${String(scenarios.length)} scenarios`,
)
