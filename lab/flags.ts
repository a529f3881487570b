/** Flags of the lab's command lines. */
import { parseArgs } from 'node:util'

/** Reads flags that take a text and flags that stand alone. Fails: naming what is not known. */
export function readFlags<T extends string, B extends string>(
  texts: readonly T[],
  switches: readonly B[],
): { [K in T]?: string } & { [K in B]: boolean } {
  const options = Object.fromEntries([
    ...texts.map((name) => [name, { type: 'string' as const }]),
    ...switches.map((name) => [name, { type: 'boolean' as const, default: false }]),
  ])
  const { values } = parseArgs({ options, strict: true, allowPositionals: false })
  // Exactly the names that were asked for, each of the type that it was declared with.
  return values as { [K in T]?: string } & { [K in B]: boolean }
}
