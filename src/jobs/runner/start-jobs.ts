/** Runs the jobs: by their schedules, and at once when the outbox has something. */
import { schedule } from 'node-cron'
import { jobs } from '../index.ts'
import type { Job, JobContext } from './job.ts'

/** Runs in a row that still find work; the next schedule goes on from there. */
const MOST_IN_A_ROW = 50

/** A beat that comes this late, because the machine was busy or slept, is still run; node-cron alone drops it after 1 s. */
const LATE_MS = 60_000

/** Starts the jobs; disposing stops them and waits for those under way. In: told of every failure; a failed job runs again when it is next due. */
export function startJobs(
  context: JobContext,
  onError: (job: string, error: unknown) => void,
): AsyncDisposable {
  const runners = jobs.map((job) => ({ job, ...makeRunner(job, context, onError) }))
  const tasks = runners.map(({ job, start }) =>
    schedule(job.schedule, start, {
      timezone: 'Etc/UTC',
      name: job.name,
      suppressMissedWarning: true,
      missedExecutionTolerance: LATE_MS,
    }),
  )
  const stopListening = context.ports.bus.subscribe((topic) => {
    if (topic !== 'outbox') return
    for (const { job, start } of runners) if (job.onWake === true) start()
  })
  return {
    async [Symbol.asyncDispose]() {
      stopListening()
      for (const task of tasks) await task.destroy()
      await Promise.all(runners.map(({ settled }) => settled()))
    },
  }
}

/** Never runs a job twice at the same time; a start during a run makes it run once more. */
function makeRunner(job: Job, context: JobContext, onError: (job: string, error: unknown) => void) {
  let running: Promise<void> | null = null
  let again = false
  const loop = async () => {
    if (job.everywhere !== true && !(await context.leads(job.name))) return
    for (let i = 0; i < MOST_IN_A_ROW; i++) {
      again = false
      const done = await job.run(context)
      if (done === 0 && !again) return
    }
  }
  const start = () => {
    again = true
    running ??= loop()
      .catch((error: unknown) => onError(job.name, error))
      .finally(() => {
        running = null
      })
  }
  return { start, settled: async () => running }
}
