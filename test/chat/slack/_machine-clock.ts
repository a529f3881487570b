/** The machine's clock, which Bolt reads. */

/** Lets it start where the test's does: Bolt refuses what is old. Out: puts it back. */
export function moveMachineClock(to: number): () => void {
  const real = Date.now
  const ahead = to - real()
  Date.now = () => real() + ahead
  return () => {
    Date.now = real
  }
}
