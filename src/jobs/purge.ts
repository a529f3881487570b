import { purge } from '../usecases/purge.ts'
import { defineJob } from './runner/job.ts'

export default defineJob({
  name: 'purge',
  schedule: '0 17 * * * *',
  async run({ ports }) {
    const { cases } = await purge(ports)
    return cases
  },
})
