import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { signals } from '../../src/core/signals.ts'
import create from '../../src/lookups/user-agent.ts'
import type { UserAgentLookup } from '../../src/usecases/lookups.ts'

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)'
const WINDOWS = `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT}`
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'

let agents: UserAgentLookup

beforeAll(async () => {
  agents = await create()
})

it.each([
  [`${WINDOWS} Chrome/147.0.0.0 Safari/537.36`, 'Chrome 147', 'Windows', 'desktop'],
  [`${WINDOWS} Chrome/147.0.0.0 Safari/537.36 Edg/147.0.0.0`, 'Edge 147', 'Windows', 'desktop'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:150.0) Gecko/20100101 Firefox/150.0',
    'Firefox 150',
    'macOS',
    'desktop',
  ],
  [
    `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${WEBKIT} Chrome/147.0.0.0 Safari/537.36`,
    'Chrome 147',
    'Chromium OS',
    'desktop',
  ],
  [
    'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    'Firefox 140',
    'Ubuntu',
    'desktop',
  ],
  [`${IPHONE} Version/18.5 Mobile/15E148 Safari/604.1`, 'Mobile Safari 18', 'iOS', 'phone'],
  [
    `Mozilla/5.0 (Linux; Android 10; K) ${WEBKIT} Chrome/147.0.0.0 Mobile Safari/537.36`,
    'Chrome 147',
    'Android',
    'phone',
  ],
  [
    'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
    'Mobile Safari 17',
    'iOS',
    'tablet',
  ],
  ['curl/8.5.0', null, null, 'other'],
  ['', null, null, 'other'],
])('reads %s', (header, browser, os, device) => {
  expect(agents.parse(header)).toEqual({ browser, os, device, headless: false })
})

it.each([
  `Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} HeadlessChrome/147.0.0.0 Safari/537.36`,
  'Mozilla/5.0 (Unknown; Linux x86_64) AppleWebKit/538.1 (KHTML, like Gecko) PhantomJS/2.1.1 Safari/538.1',
  `${WINDOWS} Cypress/15.0.0 Chrome/147.0.0.0 Electron/38.0.0 Safari/537.36`,
  `${WINDOWS} Nightmare/3.0 Chrome/59.0 Electron/1.8.4 Safari/537.36`,
])('sees the missing window: %s', (header) => {
  expect(agents.parse(header).headless).toBe(true)
})

it('takes an Electron application for an ordinary one', () => {
  const header = `${WINDOWS} Obsidian/1.9 Chrome/138.0.0.0 Electron/37.0.0 Safari/537.36`
  expect(agents.parse(header).headless).toBe(false)
})

it.each([
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'Slack-ImgProxy (+https://api.slack.com/robots)',
  'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
  'TelegramBot (like TwitterBot)',
  'WhatsApp/2.23.20.0',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'Twitterbot/1.0',
  'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
  'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com',
  `${WINDOWS} Chrome/116.0.0.0 Safari/537.36; MicrosoftPreview/2.0 +https://aka.ms/MicrosoftPreview`,
  'Mozilla/5.0 AppleWebKit/534+ (KHTML, like Gecko) BingPreview/1.0b',
  'Mozilla/5.0 (X11; Linux x86_64) Google-Safety',
  'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
  'Mozilla/5.0 BarracudaCentral',
  'Mimecast-URL-Scanner',
  'curl/8.5.0',
  'Wget/1.21.4',
  'python-requests/2.32.3',
  'Go-http-client/2.0',
  'node-fetch/1.0',
  '',
])('knows a previewer: %s', (header) => {
  expect(agents.isPreviewer(header)).toBe(true)
})

it.each([
  `${WINDOWS} Chrome/147.0.0.0 Safari/537.36`,
  `Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} HeadlessChrome/147.0.0.0 Safari/537.36`,
  `${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/500.0.0;FBDV/iPhone15,2]`,
  `${IPHONE} Mobile/15E148 [LinkedInApp]`,
  `${WINDOWS} Slack/4.41.0 Chrome/130.0.0.0 Electron/33.0.0 Safari/537.36`,
])('lets a person through: %s', (header) => {
  expect(agents.isPreviewer(header)).toBe(false)
})

it('reads no more than 1,000 characters', () => {
  const long = `${'x'.repeat(1000)} HeadlessChrome/147 curl/8`
  expect(agents.parse(long).headless).toBe(false)
  expect(agents.isPreviewer(long)).toBe(false)
})

it('never throws and fits the signal', () => {
  const pieces = fc.constantFrom(
    'Mozilla/5.0 ',
    '(',
    ')',
    'Chrome/',
    '147.0 ',
    'Windows NT ',
    ';',
    'Version/',
    '\u0000',
    '9'.repeat(300),
  )
  const headers = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary', maxLength: 3000 }),
    fc.array(pieces, { maxLength: 60 }).map((list) => list.join('')),
  )
  fc.assert(
    fc.property(headers, (header) => {
      signals.userAgent.schema.parse(agents.parse(header))
      expect(typeof agents.isPreviewer(header)).toBe('boolean')
    }),
    { numRuns: 500 },
  )
})
