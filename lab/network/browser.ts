/** A real Chromium in the namespace of a person. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { browserArgs, findBrowser } from '../../test/e2e/browser.ts'

/** Launches it. In: the proxy that it is told of, and the one core that it may use; null for none and all. */
export async function launchInside(
  namespace: string,
  options: { folder: string; proxy: string | null; core: number | null },
): Promise<Browser> {
  const { executablePath, env } = await findBrowser()
  const words = Object.entries(env).map(([name, value]) => `${name}='${value}'`)
  const pinned = options.core === null ? '' : `taskset -c ${String(options.core)} `
  // Its libraries are for itself alone, not for what leads it into the namespace.
  const lines = [
    '#!/bin/sh',
    `exec ip netns exec ${namespace} ${pinned}env ${words.join(' ')} '${executablePath}' "$@"`,
  ]
  const path = join(options.folder, `browser-${namespace}.sh`)
  writeFileSync(path, `${lines.join('\n')}\n`, { mode: 0o700 })
  return chromium.launch({
    executablePath: path,
    args: [
      ...browserArgs,
      // Certificates of the laboratory sign themselves.
      '--ignore-certificate-errors',
      ...(options.proxy === null ? [] : [`--proxy-server=${options.proxy}`]),
    ],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
}
