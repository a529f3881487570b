/** What a browser says it is. */
import { UAParser } from 'ua-parser-js'
import type { SignalValue } from '../core/signals.ts'
import type { UserAgentLookup } from '../usecases/lookups.ts'
import { readHints } from './user-agent/hints.ts'
import { isPreviewerName } from './user-agent/previewers.ts'

/** No browser's header is as long; the longest in use, of apps with a built-in browser, are near 400 characters. */
const MOST_CHARACTERS = 1000

/** Longest name the signal takes. */
const MOST_NAME = 100

/**
 * Browsers without a window and tools that drive one, where they say so. Electron alone is an ordinary application.
 * Source: default User-Agent of Chrome for Testing 147 (`HeadlessChrome/…`), PhantomJS 2.1, SlimerJS 1.0, Cypress,
 * Nightmare, Splash 3.5, jsdom 29, HtmlUnit 4, Lighthouse 13; read 2026-11-22.
 */
const HEADLESS =
  /headless|phantomjs|slimerjs|cypress|nightmare|splash|jsdom|htmlunit|zombie\.js|chrome-lighthouse|puppeteer|playwright|selenium|webdriver/i

const PHONES = new Set(['mobile', 'wearable'])
const OTHERS = new Set(['console', 'smarttv', 'embedded'])

/** Systems of desktops and laptops as ua-parser-js names them; a header without one of them says nothing of a device. */
const DESKTOPS =
  /^(?:windows|mac os|linux|chromium os|chrome os|ubuntu|debian|fedora|mint|arch|gentoo|suse|red ?hat|centos|freebsd|openbsd|netbsd|solaris)$/i

/** Makes the reader of User-Agent and Client Hints. Source: ua-parser-js 1.0.41 (MIT; 2.x is AGPL), structured-headers 2.1.0 (MIT). */
export default function create(): Promise<UserAgentLookup> {
  return Promise.resolve({
    parse: (header) => parse(header.slice(0, MOST_CHARACTERS)),
    parseHints: readHints,
    isPreviewer: (header) => isPreviewerName(header.slice(0, MOST_CHARACTERS)),
  })
}

function parse(header: string): SignalValue<'userAgent'> {
  const { browser, os, device } = new UAParser(header).getResult()
  return {
    browser: name([browser.name, browser.major]),
    // Without its version: Windows and macOS have frozen it, Windows 11 calls itself 10.
    os: name([os.name === 'Mac OS' ? 'macOS' : os.name]),
    device: kind(device.type, os.name),
    headless: HEADLESS.test(header),
  }
}

function name(parts: readonly (string | undefined)[]): string | null {
  const text = parts.filter((part) => part !== undefined && part !== '').join(' ')
  return text === '' ? null : text.slice(0, MOST_NAME)
}

function kind(
  type: string | undefined,
  os: string | undefined,
): SignalValue<'userAgent'>['device'] {
  if (type === 'tablet') return 'tablet'
  if (type !== undefined && PHONES.has(type)) return 'phone'
  if (type !== undefined && OTHERS.has(type)) return 'other'
  return os !== undefined && DESKTOPS.test(os) ? 'desktop' : 'other'
}
