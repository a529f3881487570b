import { defineCheck, type Input } from '../check.ts'

/** Whether Client Hints name a Chromium without a window, whatever the header says. */
function isHeadless(hints: Pick<Input<'hintHeaders'>, 'brands'> | undefined): boolean {
  return hints?.brands.some(({ brand }) => brand === 'HeadlessChrome') ?? false
}

const headlessHints = {
  brands: [{ brand: 'HeadlessChrome', version: '147' }],
  platform: 'Linux',
  mobile: false,
}

export default defineCheck({
  id: 'automation',
  title: 'Signs that a program drives the browser',
  axis: 'control',
  group: 'browser',
  why: 'A page that a program drives shows nothing of the person who should sit before it.',
  innocent: [
    'a developer who had test tools attached to the browser',
    'assistive software that drives the browser',
    'a company browser that is managed by a robot process',
  ],
  next: 'Ask them to open the link in an ordinary browser window.',
  source: [
    'navigator.webdriver: W3C WebDriver 2, "webdriver-active flag" (read 2026-11-22)',
    'HeadlessChrome in the user agent of Chromium without a window: developer.chrome.com/docs/chromium/headless (read 2026-11-22)',
    'HeadlessChrome among the brands of its Client Hints, also where the user agent is replaced: Chromium 147 (tried 2026-11-25)',
  ],
  needs: ['webdriver'],
  wants: ['userAgent', 'hintHeaders', 'clientHints', 'declared'],
  run({ webdriver, userAgent, hintHeaders, clientHints, declared }) {
    const statement = {
      claimed: 'a person before the browser',
      expected: 'a browser that no program drives',
    }
    const signs = [
      ...(webdriver ? ['the browser says that a program drives it'] : []),
      ...(userAgent?.headless || isHeadless(hintHeaders) || isHeadless(clientHints)
        ? ['the browser runs without a window']
        : []),
    ]
    if (signs.length === 0) {
      return { ...statement, outcome: 'consistent', level: 'none', observed: 'no such sign' }
    }
    if (declared?.assistive) return { outcome: 'not-applicable' }
    return { ...statement, outcome: 'contradictory', level: 'driven', observed: signs.join(', ') }
  },
  examples: [
    {
      case: 'an ordinary browser',
      given: { webdriver: false },
      expect: 'consistent',
      level: 'none',
    },
    {
      case: 'a driven browser',
      given: { webdriver: true },
      expect: 'contradictory',
      level: 'driven',
    },
    {
      case: 'a browser without a window that denies being driven',
      given: {
        webdriver: false,
        userAgent: { browser: 'Chrome', os: 'Linux', device: 'desktop', headless: true },
      },
      expect: 'contradictory',
      level: 'driven',
    },
    {
      case: 'a browser without a window whose header was replaced',
      given: { webdriver: false, hintHeaders: headlessHints },
      expect: 'contradictory',
      level: 'driven',
    },
    {
      case: 'assistive technology, declared',
      given: {
        webdriver: true,
        declared: { travel: false, vpn: false, remoteDesktop: false, assistive: true },
      },
      expect: 'not-applicable',
    },
  ],
})
