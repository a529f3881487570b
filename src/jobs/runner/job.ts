/** What a file in `jobs/` exports: something that happens by the clock. */
import type { Messengers } from '../../usecases/deliver.ts'
import type { Ports } from '../../usecases/ports.ts'
import type { CallWatch } from '../../usecases/watch-calls.ts'

/** What a job is given. */
export interface JobContext {
  ports: Ports
  messengers: Messengers
  /** What this process hears of calls. */
  calls: readonly CallWatch[]
  /** When each message was last touched; kept between runs. */
  editedAt: Map<string, number>
  /** Whether this process does a job that one of those that share the database does for all. */
  leads(job: string): Promise<boolean>
}

/** A job. A run that is still going when the next is due is not started twice. */
export interface Job {
  /** File name without ending. */
  name: string
  /** Cron with seconds, in UTC. */
  schedule: string
  /** Whether news of the outbox starts it at once, besides its schedule. */
  onWake?: boolean
  /** Whether every process that shares the database runs it. The others are run by one of them for all. */
  everywhere?: boolean
  /** Out: how much was done; anything but 0 makes it run again at once. */
  run(context: JobContext): Promise<number>
}

/** Declares a job; the default export of each file in `jobs/`. */
export function defineJob(job: Job): Job {
  return job
}
