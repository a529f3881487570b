/** A real Chromium in the namespace of a person. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { browserArgs, findBrowser } from '../../test/e2e/browser.ts'

/** A window on a screen: which, and its size in pixels. */
interface Window {
  display: string
  width: number
  height: number
}

/** Priority of a browser with a window: its frames must not wait for other work of this machine, −20…19. */
const PRIORITY = -8

/** What draws without a graphics processor, which a window has no need to claim. */
const SOFTWARE = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']

/**
 * Launches it. In: the proxy that it is told of, and the one core that it may use; null for none and all. A window only
 * where a display is given.
 */
export async function launchInside(
  namespace: string,
  options: { folder: string; proxy: string | null; core: number | null; window?: Window },
): Promise<Browser> {
  const { executablePath, env } = await findBrowser()
  const { window } = options
  const display = window === undefined ? {} : { DISPLAY: window.display }
  const words = Object.entries({ ...env, ...display }).map(([name, value]) => `${name}='${value}'`)
  const pinned = options.core === null ? '' : `taskset -c ${String(options.core)} `
  const first = window === undefined ? '' : `nice -n ${String(PRIORITY)} `
  // Its libraries are for itself alone, not for what leads it into the namespace.
  const lines = [
    '#!/bin/sh',
    `exec ip netns exec ${namespace} ${first}${pinned}env ${words.join(' ')} '${executablePath}' "$@"`,
  ]
  const path = join(options.folder, `browser-${namespace}.sh`)
  writeFileSync(path, `${lines.join('\n')}\n`, { mode: 0o700 })
  return chromium.launch({
    executablePath: path,
    headless: window === undefined,
    ignoreDefaultArgs: window === undefined ? [] : SOFTWARE,
    args: [
      ...browserArgs.filter((arg) => window === undefined || !SOFTWARE.includes(arg)),
      ...(window === undefined
        ? []
        : [
            `--window-size=${String(window.width)},${String(window.height)}`,
            '--window-position=0,0',
          ]),
      // Certificates of the laboratory sign themselves.
      '--ignore-certificate-errors',
      ...(options.proxy === null ? [] : [`--proxy-server=${options.proxy}`]),
    ],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
}
