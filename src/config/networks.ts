/** What the operator says of the kinds of networks. */
import { z } from 'zod'
import { variable } from './variable.ts'

const feedsSchema = z.string().transform((text, context): string[] => {
  const list = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  if (list.length === 0) context.addIssue('must name at least one .mmdb file')
  for (const path of list) {
    if (!path.endsWith('.mmdb')) context.addIssue(`must be paths to .mmdb files, got “${path}”`)
  }
  return list
})

/** Where fresh lists come from: their publishers, or a folder on the web that the operator keeps. */
export type NetworkOrigin = 'publishers' | { base: string }

/** A mirror on this machine needs no encryption. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

const originSchema = z.string().transform((text, context): NetworkOrigin => {
  if (text === 'publishers') return text
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isSafe = url?.protocol === 'https:' || (url && LOOPBACK.has(url.hostname))
  if (!url || !isSafe || !/^https?:$/.test(url.protocol) || !url.pathname.endsWith('/')) {
    context.addIssue('must be publishers, or an https address of a folder, ending in a slash')
    return z.NEVER
  }
  return { base: url.href }
})

/** The variables, all of which may be left out. */
export const networkVariables = {
  ipNetworkFeeds: variable({
    name: 'IP_NETWORK_FEEDS',
    help: 'Your own databases of VPNs, proxies, hosting and kinds of connection: paths to .mmdb files, asked before the lists that ship (docs/operating.md)',
    secret: false,
    example: '/srv/GeoIP2-Anonymous-IP.mmdb',
    parse: feedsSchema,
  }),
  ipNetworkRefresh: variable({
    name: 'IP_NETWORK_REFRESH',
    help: 'Fetches lists of networks once a week: publishers, or the address of your own mirror. Left out, the server contacts nobody (docs/operating.md)',
    secret: false,
    example: 'publishers',
    parse: originSchema,
  }),
}
