/** Once before the contract tests: a PostgreSQL server. */
import type { TestProject } from 'vitest/node'
import { startPostgres } from './_postgres.ts'

/** Called by vitest. Out: what it calls at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  project.provide('postgresFolder', server.folder)
  return async () => server[Symbol.asyncDispose]()
}
