/** The openings that recent cases were for, so that all candidates of one are asked the same. */
import type { Ports } from './ports.ts'

/** Cases looked at: an opening without a case among these is old enough to be typed anew. */
const LOOKED_AT = 500

/** Openings offered at once. */
const OFFERED = 50

/** A known opening. */
export interface Opening {
  title: string
  /** Whether its candidates are asked for the control check. */
  controlCheck: boolean
}

/** Known openings whose title holds the text, the most recent first. */
export async function listOpenings(ports: Ports, text: string): Promise<Opening[]> {
  const sought = text.trim().toLowerCase()
  return ports.store.transaction(async (tx) => {
    const found = new Map<string, Opening>()
    for (const kase of await tx.cases.list({ limit: LOOKED_AT })) {
      const title = kase.opening
      if (title === null || kase.simulated || found.has(title)) continue
      if (!title.toLowerCase().includes(sought)) continue
      const round = (await tx.rounds.ofCase(kase.id)).at(-1)
      found.set(title, { title, controlCheck: round?.controlCheck ?? false })
      if (found.size === OFFERED) break
    }
    return [...found.values()]
  })
}
