/** Ends every run with one line: `N passed, N failed`, and `, N skipped` when any; before it, what passed only at a second try. */
import type { SerializedError } from 'vitest'
import type { Reporter, TestModule } from 'vitest/node'

/**
 * The reporter.
 *
 * Errors outside any test, and files that failed to load, count as failed: otherwise such a run could read "0 failed".
 */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0 }
    const again: string[] = []
    for (const module of modules) {
      if (module.errors().length > 0) count.failed += 1
      for (const suite of module.children.allSuites()) {
        if (suite.errors().length > 0) count.failed += 1
      }
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        // A test that never finished did not pass.
        count[state === 'pending' ? 'failed' : state] += 1
        if (test.diagnostic()?.flaky === true) again.push(test.fullName)
      }
    }
    // Nothing ran: a wrong filter or an empty folder is not a success.
    if (count.passed + count.failed + count.skipped === 0) count.failed = 1
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : ''
    // Written last, after whatever the other reporters and the teardown still have to say.
    process.once('exit', () => {
      for (const name of again) process.stdout.write(`second try: ${name}\n`)
      process.stdout.write(`${count.passed} passed, ${count.failed} failed${skipped}\n`)
    })
  }
}
