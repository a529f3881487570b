/**
 * Tells when a proxy that is not among the trusted ones hides where candidates come from.
 *
 * Behind it every address is the proxy's own, and is private, while `X-Forwarded-For` names public ones. Taken at its
 * word it would put every candidate into our own data centre.
 */

/** What the watch needs. */
export interface HiddenAddressOptions {
  /** Whether an address is one of the public Internet. */
  isPublic(address: string): boolean
  /** Told once, and again an hour later. */
  warn(): void
  /** Epoch ms. */
  now(): number
}

const WARN_AGAIN_MS = 3_600_000

/**
 * Makes a watch.
 *
 * Out: whether an address is a proxy's. It never says so once a candidate came with a public address of their own:
 * then proxies are configured, and somebody's own header is their own affair.
 */
export function watchHiddenAddresses({ isPublic, warn, now }: HiddenAddressOptions) {
  let seenPublic = false
  let warnedAt = -Infinity
  return (address: string, forwardedFor: string | undefined): boolean => {
    if (isPublic(address)) seenPublic = true
    if (seenPublic) return false
    const isHidden = (forwardedFor ?? '').split(',').some((part) => isPublic(part.trim()))
    if (isHidden && now() - warnedAt >= WARN_AGAIN_MS) {
      warnedAt = now()
      warn()
    }
    return isHidden
  }
}

/** For operators, in the log. */
export const HIDDEN_ADDRESS_WARNING =
  'TRUSTED_PROXIES lacks a proxy: every candidate seems to come from one private address, while X-Forwarded-For names ' +
  'public ones. Addresses are not recorded until all proxies in front of this server are named there.'
