/** Places by what a person typed, from the gazetteer in `data/`. */
import type { PlaceLookup } from '../usecases/lookups.ts'
import { shippedData } from './data/shipped-data.ts'
import { loadGazetteer } from './place/gazetteer.ts'
import { resolvePlace, searchPlaces } from './place/match.ts'
import { createRegions } from './place/regions.ts'

/** Matches returned when no limit is stated, and at most. */
const USUAL_LIMIT = 8
const MOST = 50

/**
 * Loads the gazetteer: 49,025 places of 5,000 people and more.
 *
 * In: the folder of `gazetteer.tsv.gz` and `regions.tsv.gz`, ending in a slash; the shipped one unless told.
 * Fails: rejects when a file is missing or damaged.
 */
// Async like every lookup's factory, although this one reads at once.
export default async function create(options: { folder?: URL } = {}): Promise<PlaceLookup> {
  const gazetteer = loadGazetteer(options.folder ?? shippedData('gazetteer.tsv.gz'))
  const regions = createRegions(gazetteer)
  return {
    search(text, limit = USUAL_LIMIT) {
      const count = Math.max(0, Math.min(MOST, Math.floor(limit) || 0))
      return searchPlaces(gazetteer, regions, text, count).map((row) => gazetteer.place(row))
    },
    resolve: (text) => resolvePlace(gazetteer, regions, text),
  }
}
