import { judgeWaitingRounds } from '../usecases/close-rounds.ts'
import { defineJob } from './runner/job.ts'

export default defineJob({
  name: 'first-verdicts',
  schedule: '* * * * * *',
  async run({ ports }) {
    await judgeWaitingRounds(ports)
    return 0
  },
})
