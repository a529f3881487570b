/** What cards say: the living card of a round, the private answer with the link, and the words that the report shares with them. */

/** The texts, by the file that uses them. */
export const card = {
  /** core/words.ts: states, axes, weights. */
  strength: {
    none: 'does not count either way',
    times: 'about {ratio} times more likely if {hypothesis} ({support})',
  },
} as const
