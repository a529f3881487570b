import { deliverOutbox } from '../usecases/deliver.ts'
import { defineJob } from './runner/job.ts'

export default defineJob({
  name: 'deliver',
  schedule: '* * * * * *',
  onWake: true,
  // The outbox hands out its rows: none to two at a time, and those of one message in order.
  everywhere: true,
  run: ({ ports, messengers, editedAt }) => deliverOutbox(ports, messengers, editedAt),
})
