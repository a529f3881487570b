/** Three suites: unit (no I/O beyond the file system), contract (real databases and fakes of services), e2e (a real browser). */
import { defineConfig } from 'vitest/config'
import { ClosingLine } from './test/closing-line.ts'

export default defineConfig({
  test: {
    reporters: ['default', new ClosingLine()],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/contract/**', 'test/e2e/**'],
          setupFiles: ['test/properties.ts'],
          // No test changes what others import, and loading it once takes a third less time.
          isolate: false,
          maxWorkers: 2,
          // Only against hanging: some properties take three seconds of a machine that does nothing else.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          setupFiles: ['test/properties.ts'],
          globalSetup: ['test/contract/global-setup.ts'],
          // A machine that does other things as well may starve databases, sockets, browsers; what fails twice has
          // another cause. The end of a run names what needed a second try.
          retry: 1,
          isolate: false,
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // What is waited for comes at once, but on a busy machine.
          expect: { poll: { timeout: 15_000 } },
        },
      },
      {
        test: {
          name: 'e2e',
          // Most of its time is waiting, so two files at once fit on two cores.
          maxWorkers: 2,
          retry: 1,
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
