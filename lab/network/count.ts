/** Reads a count from a command line. Fails: naming flag, what was got and what was expected. */
export function toCount(flag: string, text: string, most: number): number {
  const count = Number(text)
  if (!/^\d+$/.test(text) || count < 1 || count > most) {
    throw new Error(`${flag}: expected 1 to ${String(most)}, got “${text}”`)
  }
  return count
}
