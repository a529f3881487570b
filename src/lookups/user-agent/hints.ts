/** The Client Hints that browsers of the Chromium family send with every request over https. */
import { parseItem, parseList, type BareItem } from 'structured-headers'
import type { Reading, SignalValue } from '../../core/signals.ts'

type Hints = SignalValue<'hintHeaders'>

/** No browser's header is as long: three brands are near 80 characters. */
const MOST_CHARACTERS = 1000

/** Longest name, and most brands, that the signal takes. */
const MOST_NAME = 100
const MOST_BRANDS = 20

/**
 * A brand that browsers make up, so that servers learn to pass over what they do not know: its punctuation and its
 * place change, its letters do not (" Not A;Brand", "(Not(A:Brand", "Not_A Brand").
 * Source: WICG, User-Agent Client Hints, "GREASE", and Chromium `GetGreasedUserAgentBrandVersion` (read 2026-11-25).
 */
const MADE_UP = 'NotABrand'

/**
 * Reads Sec-CH-UA, Sec-CH-UA-Mobile and Sec-CH-UA-Platform.
 *
 * Out: brands without the made-up one; null for what was not sent; `unsupported` where there is none of the three,
 * `out-of-range` where one of them is not what it has to be.
 * Fails: never.
 * Source: WICG, User-Agent Client Hints (a list of strings with `v`, a boolean, a string); RFC 9651 (read 2026-11-25).
 */
export function readHints(
  headers: Readonly<Record<string, string | undefined>>,
): Reading<SignalValue<'hintHeaders'>> {
  const list = headers['sec-ch-ua']
  const mobile = headers['sec-ch-ua-mobile']
  const platform = headers['sec-ch-ua-platform']
  const sent = [list, mobile, platform].filter((header) => header !== undefined)
  if (sent.length === 0) return { why: 'unsupported' }
  if (sent.some((header) => header.length > MOST_CHARACTERS)) return { why: 'out-of-range' }
  try {
    const value: Hints = {
      brands: list === undefined ? [] : readBrands(list),
      platform: platform === undefined ? null : text(parseItem(platform)[0]) || null,
      mobile: mobile === undefined ? null : flag(parseItem(mobile)[0]),
    }
    return { value }
  } catch {
    return { why: 'out-of-range' }
  }
}

function readBrands(header: string): Hints['brands'] {
  const members = parseList(header)
  if (members.length > MOST_BRANDS) throw new TypeError('expected fewer brands')
  return members
    .map(([name, parameters]) => {
      if (Array.isArray(name)) throw new TypeError('expected a string, got a list')
      return { brand: text(name), version: text(parameters.get('v') ?? '') }
    })
    .filter(({ brand }) => brand.replace(/[^a-z]/gi, '') !== MADE_UP)
}

function text(item: BareItem): string {
  if (typeof item === 'string' && item.length <= MOST_NAME) return item
  throw new TypeError(`expected a string of at most ${String(MOST_NAME)} characters`)
}

function flag(item: BareItem): boolean {
  if (typeof item === 'boolean') return item
  throw new TypeError('expected a boolean')
}
