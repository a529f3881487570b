/** Reading declared variables from an environment. */
import type { Variable } from './variable.ts'

/** Variables of an environment by name. */
export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads variables.
 *
 * Out: values by key, null where a variable was left out and has no default; and every fault, in which secrets are not
 * repeated. A faulty variable has no value.
 */
export function readVariables(
  variables: Readonly<Record<string, Variable<unknown>>>,
  env: Environment,
): { values: Record<string, unknown>; faults: string[] } {
  const faults: string[] = []
  const values: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(variables)) {
    const given = env[field.name] === '' ? undefined : env[field.name]
    const text = given ?? field.default
    if (text === undefined) {
      values[key] = null
      continue
    }
    const parsed = field.parse.safeParse(text)
    if (parsed.success) values[key] = parsed.data
    else {
      const got = field.secret ? '' : ` (got “${text}”)`
      faults.push(...parsed.error.issues.map(({ message }) => `${field.name} ${message}${got}`))
    }
  }
  return { values, faults }
}
