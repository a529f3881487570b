/** The naming law of checks: a noun of the relation, `a-vs-b`, or of the thing. */

/** Words that say what code does or how it came out, not what is compared. */
const verbs = new Set(
  'analyse analyze assert check compare detect detector ensure find get has is are can look-up match measure test validate verify'.split(
    ' ',
  ),
)

/** What is wrong with a check's name; null when nothing is. */
export function nameFault(id: string): string | null {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) return 'a name is kebab-case: zone-vs-claim'
  const words = id.split('-')
  if (words[0] === 'no' || words[0] === 'not') return 'name the thing, not its absence'
  const verb = words.find((word) => verbs.has(word))
  if (verb !== undefined) return `a name is a noun; "${verb}" says what code does`
  const sides = id.split(/-?\bvs\b-?/)
  if (sides.length > 2 || (sides.length === 2 && sides.includes(''))) {
    return 'a relation has two sides: zone-vs-claim'
  }
  return null
}
