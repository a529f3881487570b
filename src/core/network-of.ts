/** Which network an address is in. */

/**
 * The network of an address: /24 of IPv4, /64 of IPv6.
 *
 * In: a valid address. Example: "203.0.113.7" → "203.0.113.0/24".
 */
export function networkOf(address: string): string {
  if (!isFamily6(address)) return `${address.split('.').slice(0, 3).join('.')}.0/24`
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const front = head.split(':').filter(Boolean)
  const back = tail?.split(':').filter(Boolean) ?? []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length)
  const groups = [...front, ...Array.from({ length: zeros }, () => '0'), ...back]
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
  return `${network.join(':')}::/64`
}

/** Whether a valid address is one of IPv6. */
export function isFamily6(address: string): boolean {
  return address.includes(':')
}
