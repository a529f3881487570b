/** Where the reference data lie that ship with the product. */
import { existsSync } from 'node:fs'

/**
 * The product's `data/`: beside `src/` when run from source, beside `dist/` when built into one file there.
 *
 * In: the name of a file that has to be in it. Out: the folder, ending in a slash.
 * Fails: throws when the file is in none of the places looked at.
 */
export function shippedData(file: string): URL {
  const candidates = ['../data/', '../../data/', '../../../data/'].map(
    (up) => new URL(up, import.meta.url),
  )
  const found = candidates.find((folder) => existsSync(new URL(file, folder)))
  if (found === undefined) {
    const tried = candidates.map((folder) => folder.pathname).join(', ')
    throw new Error(`reference data: expected ${file} in one of ${tried}; got none`)
  }
  return found
}
