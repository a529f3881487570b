import { watchCalls } from '../usecases/watch-calls.ts'
import { defineJob } from './runner/job.ts'

export default defineJob({
  name: 'watch-calls',
  schedule: '*/15 * * * * *',
  // Each process knows of its own line whether it hears everything.
  everywhere: true,
  async run({ ports, calls }) {
    await watchCalls(ports, calls)
    return 0
  },
})
