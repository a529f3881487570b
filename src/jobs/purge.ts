import { purge } from '../usecases/purge.ts'
import { defineJob } from './runner/job.ts'

export default defineJob({
  name: 'purge',
  schedule: '0 17 3 * * *',
  async run({ ports }) {
    await purge(ports)
    return 0
  },
})
