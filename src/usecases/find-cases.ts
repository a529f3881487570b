/** Finding a case by what a person types: a name, an opening, a number. */
import type { CaseState } from '../core/case.ts'
import type { Ports } from './ports.ts'

/** Cases looked through; older ones are found by their number. */
const LOOKED_AT = 500

/** A case as it is offered. */
export interface FoundCase {
  id: string
  name: string
  opening: string | null
  state: CaseState
  createdAt: number
  simulated: boolean
}

/** Cases whose name, opening or number holds the text, the most recent first. Erased ones have no name and are left out. */
export async function findCases(ports: Ports, text: string, most: number): Promise<FoundCase[]> {
  const sought = text.trim().toLowerCase()
  const cases = await ports.store.transaction((tx) =>
    tx.cases.list({ states: ['open', 'decided', 'cancelled'], limit: LOOKED_AT }),
  )
  return cases
    .flatMap(({ id, claims, opening, state, createdAt, simulated }) =>
      claims === null ? [] : [{ id, name: claims.name, opening, state, createdAt, simulated }],
    )
    .filter(({ id, name, opening }) =>
      [id, name, opening ?? ''].some((part) => part.toLowerCase().includes(sought)),
    )
    .slice(0, most)
}
