/** Client Hints as a browser of the Chromium family sends them with every request. */
import type { Machine } from './machines.ts'

/** A brand that such browsers make up, so that nobody relies on the list. */
const MADE_UP = '"Not-A.Brand";v="24"'

/** Source: WICG, User-Agent Client Hints, low entropy hints (read 2026-11-25). Other browsers send none. */
export function hintHeaders({ hints }: Machine): Record<string, string> {
  if (hints === null) return {}
  const brands = hints.brands.map(({ brand, version }) => `"${brand}";v="${version}"`)
  return {
    'sec-ch-ua': [...brands, MADE_UP].join(', '),
    'sec-ch-ua-mobile': hints.mobile ? '?1' : '?0',
    'sec-ch-ua-platform': `"${hints.platform}"`,
  }
}
