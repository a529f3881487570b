/**
 * A link's address when it is safe to follow, else null.
 *
 * Addresses in cards may come from what people typed, so anything but the web is shown as text.
 */
export function toHref(url: string): string | null {
  return /^https?:\/\//i.test(url) || /^\/(?![/\\])/.test(url) ? url : null
}

/** The path of a picture of ours, by whichever name this server is reached; null for any other address. */
export function toOwnPath(url: string): string | null {
  return /^https?:\/\/[^/]+(\/p\/[\w.-]+)$/.exec(url)?.[1] ?? null
}
