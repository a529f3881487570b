/** Errors of one database where the truth is known. */
import { distanceKm } from '../../src/core/geo.ts'
import type { AddressLocation } from '../../src/core/signals.ts'
import { lookups } from '../../src/lookups/index.ts'
import type { IpDatabase } from '../../src/usecases/lookups.ts'
import { quantile } from '../../src/core/rhythm/robust.ts'
import { clopperPearson } from '../interval.ts'
import type { KnownAddress } from './known-addresses.ts'
import type { Row } from './rows.ts'

/** A database that is measured. */
export interface Measured {
  name: string
  ask(address: string): AddressLocation | undefined
}

/** Opens one by itself, so that its silence is seen. */
export async function openMeasured(database: IpDatabase): Promise<Measured> {
  const look = await lookups.ipLocation({ databases: [database] })
  const ask = (address: string) => {
    const reading = look(address)
    return 'value' in reading ? reading.value[0] : undefined
  }
  return { name: typeof database === 'string' ? database : database.path, ask }
}

/** A row for all addresses, and one for each kind of network that at least one of them belongs to. */
export function measureErrors(
  set: string,
  database: Measured,
  known: readonly KnownAddress[],
  kindOf: (address: string) => string,
  kinds: readonly string[],
): Row[] {
  const answers = known.map((one) => ({
    ...one,
    kind: kindOf(one.address),
    answer: database.ask(one.address),
  }))
  return ['all', ...kinds].flatMap((kind) => {
    const own = answers.filter((one) => kind === 'all' || one.kind === kind)
    if (own.length === 0) return []
    const answered = own.flatMap(({ answer, ...one }) =>
      answer === undefined ? [] : [{ ...one, answer }],
    )
    const wrong = answered.filter(({ answer, country }) => answer.country !== country).length
    const km = answered.flatMap(({ answer: { lat, lon }, point }) =>
      lat === undefined || lon === undefined || point === null
        ? []
        : [distanceKm({ lat, lon }, point)],
    )
    const [low, high] = answered.length === 0 ? [0, 1] : clopperPearson(wrong, answered.length)
    const head = { part: 'errors', set, database: database.name, kind }
    return [
      {
        ...head,
        n: own.length,
        answered: answered.length,
        wrongCountry: wrong,
        wrongCountryShare: answered.length === 0 ? null : wrong / answered.length,
        wrongCountryLow: low,
        wrongCountryHigh: high,
        withPoint: km.length,
        ...quantiles(km),
      },
    ]
  })
}

/** Exits that name another country than they stand in: whom does the database believe? */
export function measurePretended(
  set: string,
  database: Measured,
  known: readonly KnownAddress[],
): Row {
  const answers = known.map((one) => ({ ...one, said: database.ask(one.address)?.country }))
  const count = (holds: (one: (typeof answers)[number]) => boolean) => answers.filter(holds).length
  return {
    part: 'pretended',
    set,
    database: database.name,
    n: known.length,
    saysWhereItStands: count(({ said, country }) => said === country),
    saysWhatItPretends: count(({ said, pretended }) => said === pretended),
    saysAnother: count(
      ({ said, country, pretended }) =>
        said !== undefined && said !== country && said !== pretended,
    ),
    silent: count(({ said }) => said === undefined),
  }
}

/** How often all databases name one and the same country, and that a wrong one: what asking several does not catch. */
export function measureTogether(
  set: string,
  databases: readonly Measured[],
  known: readonly KnownAddress[],
): Row {
  const answers = known.flatMap(({ address, country }) => {
    const said = databases.flatMap(({ ask }) => ask(address)?.country ?? [])
    return said.length === databases.length ? [{ country, said: new Set(said) }] : []
  })
  return {
    part: 'together',
    set,
    databases: databases.map(({ name }) => name).join(', '),
    n: answers.length,
    allRight: answers.filter(({ said, country }) => said.size === 1 && said.has(country)).length,
    differ: answers.filter(({ said }) => said.size > 1).length,
    allWrongAlike: answers.filter(({ said, country }) => said.size === 1 && !said.has(country))
      .length,
  }
}

/** Median and tail, by nearest rank; null of nothing. */
export function quantiles(km: readonly number[]): Row {
  const at = (q: number) => (km.length === 0 ? null : Math.round(quantile(km, q)))
  return { medianKm: at(0.5), p75Km: at(0.75), p90Km: at(0.9), p95Km: at(0.95) }
}
