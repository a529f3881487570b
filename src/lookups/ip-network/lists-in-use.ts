/** The lists that are asked, each of which may be replaced while the process runs. */
import { knownLists } from './known-lists.ts'
import type { NetworkList } from './network-list.ts'

/** Lists by id. */
export interface ListsInUse {
  /** In the order in which they are asked. */
  all(): readonly NetworkList[]
  get(id: string): NetworkList | undefined
  /** Takes a list in place of the one with its id, from the next question on. */
  replace(list: NetworkList): void
}

/** In: the lists that ship. */
export function createListsInUse(shipped: readonly NetworkList[]): ListsInUse {
  const lists = new Map(shipped.map((list) => [list.about.id, list]))
  const inOrder = () => knownLists.flatMap(({ id }) => lists.get(id) ?? [])
  let all = inOrder()
  return {
    all: () => all,
    get: (id) => lists.get(id),
    replace(list) {
      lists.set(list.about.id, list)
      all = inOrder()
    },
  }
}
