/** A real Chromium: an installed one, else the one inside @sparticuz/chromium, which needs nothing from the system. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromium, type Browser } from 'playwright-core'

const root = join(import.meta.dirname, '../..')
const modules = join(root, 'node_modules')
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * Own arguments. The package's include `--single-process`, where closing one context ends the browser, and
 * `--disable-web-security`, which hides faults of origin and content policy (tried with 147.0.0, 2026-11).
 */
export const browserArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  // Whether it says that a program drives it is up to each visitor.
  '--disable-blink-features=AutomationControlled',
]

/** What pages ask for → what there is: Chromium's own defaults are Arial, Times New Roman and Monospace. */
const families = {
  'DejaVu Sans': ['sans-serif', 'sans', 'system-ui', 'Arial', 'Helvetica', 'Segoe UI', 'Roboto'],
  'DejaVu Serif': ['serif', 'Times New Roman', 'Times', 'Georgia'],
  'DejaVu Sans Mono': ['monospace', 'Monospace', 'Courier New', 'Menlo', 'Consolas'],
}

/** Without a font text is invisible and axe silently skips its contrast rule. */
function fontsConf(folder: string): string {
  const aliases = Object.entries(families).flatMap(([font, names]) =>
    names.map(
      (name) =>
        `  <alias binding="same"><family>${name}</family><prefer><family>${font}</family></prefer></alias>\n`,
    ),
  )
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(modules, 'dejavu-fonts-ttf/ttf')}</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
${aliases.join('')}</fontconfig>
`
}

/**
 * Inflates the package's Chromium once, into a folder named by its version.
 *
 * The work is done beside it and moved into place, so that a reader never sees half a binary, and a second
 * process that inflates at the same time only loses its copy.
 */
async function inflate(): Promise<string> {
  const manifest = await readFile(join(modules, '@sparticuz/chromium/package.json'), 'utf8')
  const version = /"version":\s*"([^"]+)"/.exec(manifest)?.[1] ?? 'unknown'
  const cache = join(modules, '.cache')
  const folder = join(cache, `chromium-${version}`)
  if (existsSync(folder)) return folder
  await mkdir(cache, { recursive: true })
  const draft = await mkdtemp(join(cache, 'chromium-draft-'))
  const script = `import('@sparticuz/chromium').then(({ default: { executablePath } }) => executablePath())`
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    // It inflates into TMPDIR, and its own libraries only where it believes to be on this host.
    env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  })
  await writeFile(join(draft, 'fonts.conf'), fontsConf(folder))
  await rename(draft, folder).catch(() => rm(draft, { recursive: true }))
  return folder
}

/** Path and environment of the browser to use. Fails: when CHROMIUM_PATH names no file. */
export async function findBrowser(): Promise<{
  executablePath: string
  env: Record<string, string>
}> {
  const wanted = process.env['CHROMIUM_PATH']
  if (wanted !== undefined && !existsSync(wanted)) {
    throw new Error(`CHROMIUM_PATH names no file: ${wanted}`)
  }
  const found = wanted ?? installed.find((path) => existsSync(path))
  if (found !== undefined) return { executablePath: found, env: {} }
  const folder = await inflate()
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  }
}

/** Makes the browser ready, so that the first test does not pay for it. */
export async function prepareBrowser(): Promise<void> {
  await findBrowser()
}

/** Launches Chromium without a window; the caller closes it. `extraArgs` come after the usual ones. */
export async function launchBrowser(extraArgs: readonly string[] = []): Promise<Browser> {
  const { executablePath, env } = await findBrowser()
  return chromium.launch({
    executablePath,
    args: [...browserArgs, ...extraArgs],
    env: { ...process.env, ...env },
  })
}
