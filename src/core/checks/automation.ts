import { defineCheck } from '../check.ts'

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
  ],
  needs: ['webdriver'],
  wants: ['userAgent', 'declared'],
  run({ webdriver, userAgent, declared }) {
    const statement = {
      claimed: 'a person before the browser',
      expected: 'a browser that no program drives',
    }
    const signs = [
      ...(webdriver ? ['the browser says that a program drives it'] : []),
      ...(userAgent?.headless ? ['the browser runs without a window'] : []),
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
      case: 'assistive technology, declared',
      given: {
        webdriver: true,
        declared: { travel: false, vpn: false, remoteDesktop: false, assistive: true },
      },
      expect: 'not-applicable',
    },
  ],
})
