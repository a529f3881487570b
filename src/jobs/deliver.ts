import { deliverOutbox } from '../usecases/deliver.ts'
import { defineJob } from './runner/job.ts'

export default defineJob({
  name: 'deliver',
  schedule: '* * * * * *',
  onWake: true,
  run: ({ ports, messengers, editedAt }) => deliverOutbox(ports, messengers, editedAt),
})
