import { closeRounds } from '../usecases/close-rounds.ts'
import { defineJob } from './runner/job.ts'

export default defineJob({
  name: 'close-windows',
  schedule: '*/2 * * * * *',
  async run({ ports }) {
    await closeRounds(ports)
    return 0
  },
})
