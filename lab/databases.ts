/**
 * `npm run measure:databases -- [--exits FILE] [--homes FILE] [--databases dbip,geoip-lite] [--random 20000] [--seed 1] [--json]`:
 * how far databases of places are off where the truth is known, and how far they agree where it is not.
 *
 * FILE: CSV with the columns `address` (or `ip`, `exit_ip`), `country` (or `exit_country`), `lat`, `lon`; where it has
 * them, `city` and, of exits that pretend to be elsewhere, `host_country`. A database may also be the path of an MMDB file.
 */
import { networkKinds } from '../src/core/signals.ts'
import { lookups } from '../src/lookups/index.ts'
import type { IpDatabase } from '../src/usecases/lookups.ts'
import { compareOnRandom } from './databases/agreement.ts'
import { readKnownAddresses, type KnownAddress } from './databases/known-addresses.ts'
import {
  measureErrors,
  measurePretended,
  measureTogether,
  openMeasured,
} from './databases/errors.ts'
import { printRows, type Row } from './databases/rows.ts'
import { chanceOf } from '../src/core/rhythm/chance.ts'
import { readFlags } from './flags.ts'

const flags = readFlags(['exits', 'homes', 'databases', 'random', 'seed'], ['json'])
try {
  const databases = await Promise.all(
    (flags.databases ?? 'dbip,geoip-lite').split(',').map(toDatabase).map(openMeasured),
  )
  const networkOf = await lookups.ipNetwork()
  const kindOf = (address: string) => {
    const reading = networkOf(address)
    return 'value' in reading ? reading.value.kind : 'unknown'
  }
  const rows: Row[] = []
  const measure = (set: string, known: readonly KnownAddress[]) => {
    const honest = known.filter(({ pretended }) => !pretended)
    for (const database of databases) {
      rows.push(...measureErrors(set, database, honest, kindOf, [...networkKinds, 'unknown']))
      const pretended = known.filter((one) => one.pretended)
      if (pretended.length > 0) rows.push(measurePretended(set, database, pretended))
    }
    rows.push(measureTogether(set, databases, honest))
  }
  if (flags.exits !== undefined) measure('exits', readKnownAddresses(flags.exits))
  if (flags.homes !== undefined) measure('homes', readKnownAddresses(flags.homes))
  const [one, other] = databases
  const count = toCount(flags.random ?? '20000')
  if (one !== undefined && other !== undefined && count > 0) {
    for (const family of [4, 6] as const) {
      rows.push(
        ...compareOnRandom(one, other, {
          family,
          count,
          chance: chanceOf(toCount(flags.seed ?? '1')),
        }),
      )
    }
  }
  if (flags.json) console.log(JSON.stringify(rows, null, 2))
  else printRows(rows)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function toDatabase(text: string): IpDatabase {
  return text === 'dbip' || text === 'geoip-lite' ? text : { path: text }
}

function toCount(text: string): number {
  const count = Number(text)
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new Error(`expected a whole number, got “${text}”`)
  }
  return count
}
