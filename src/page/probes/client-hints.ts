/**
 * Browser and system in more detail, as the browser's Client Hints name them.
 *
 * Out: brands without the made-up one, as the server drops it too; null for a detail that the browser keeps to itself,
 * which is how it answers when the page may not know.
 * Fails: `unsupported` in browsers without it (all but Chromium's, and pages without https); `blocked` when the browser
 * refuses; anything else that goes wrong is the runner's `error`.
 * Source: https://wicg.github.io/ua-client-hints/#getHighEntropyValues, MDN (read 2026-11-25). Chromium 147 tried on
 * 2026-11-25.
 */
import { defineProbe } from '../probe.ts'

/** The part of the API that is used; TypeScript's DOM types do not have it. */
interface AgentData {
  readonly brands: readonly { brand: string; version: string }[]
  readonly mobile: boolean
  readonly platform: string
  getHighEntropyValues(hints: readonly (keyof Details)[]): Promise<Details>
}

interface Details {
  readonly platformVersion?: string
  readonly architecture?: string
  readonly bitness?: string
  readonly model?: string
}

const DETAILS = ['platformVersion', 'architecture', 'bitness', 'model'] as const

/**
 * A brand that browsers make up so that nobody relies on the list: its punctuation changes, its letters do not.
 * Source: https://wicg.github.io/ua-client-hints/#grease (read 2026-11-25).
 */
const MADE_UP = 'NotABrand'

export default defineProbe({
  name: 'clientHints',
  async read() {
    const data = (navigator as Navigator & { userAgentData?: AgentData }).userAgentData
    if (data === undefined) return { why: 'unsupported' }
    const { brands, mobile, platform } = data
    try {
      const details = await data.getHighEntropyValues(DETAILS)
      return {
        value: {
          brands: brands
            .filter(({ brand }) => brand.replace(/[^a-z]/gi, '') !== MADE_UP)
            .map(({ brand, version }) => ({ brand, version })),
          mobile,
          platform,
          platformVersion: details.platformVersion || null,
          architecture: details.architecture || null,
          bitness: details.bitness || null,
          model: details.model || null,
        },
      }
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotAllowedError') {
        return { why: 'blocked' }
      }
      throw error
    }
  },
})
