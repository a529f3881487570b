import { refreshNetworks } from '../usecases/refresh-networks.ts'
import { defineJob } from './runner/job.ts'

export default defineJob({
  name: 'refresh-networks',
  // Asks each hour what is a week old, so that a server which was down at one moment does not lose a week.
  schedule: '0 41 * * * *',
  // The lists are in the memory of each process.
  everywhere: true,
  async run({ ports }) {
    await refreshNetworks(ports)
    return 0
  },
})
