import { sendMails } from '../usecases/send-mail.ts'
import { defineJob } from './runner/job.ts'

export default defineJob({
  name: 'send-mail',
  schedule: '*/2 * * * * *',
  onWake: true,
  run: ({ ports }) => sendMails(ports),
})
