/** Run as a process of its own by the crash test: the whole product, in front of the Slack that it is given. */
import { startApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'

const { SLACK_API = '', ...env } = process.env
const app = await startApp(
  readConfig({
    API_KEY: 'an-api-key-for-the-tests',
    COMPANY_NAME: 'Acme Corp',
    IP_LOCATION: 'dbip',
    LOG_LEVEL: 'silent',
    SERVER_LOCATION: '30.27,-97.74 Austin',
    TRUSTED_PROXIES: '127.0.0.1',
    ...env,
  }),
  { requestsPerMin: 1_000_000, slack: { slackApiUrl: SLACK_API } },
)
process.stdout.write(`ready ${app.origin}\n`)
