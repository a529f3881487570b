/**
 * Whether the device is on a network, and when it moves to another kind of it.
 *
 * Out: `changed` when it is on a network of another kind (Wi-Fi to mobile), with or without having been offline in
 * between. The `change` event alone also fires for every new estimate of speed, and only browsers on phones tell the kind.
 * Fails: `unsupported` where the browser does not tell.
 * Source: https://html.spec.whatwg.org/#navigator.online, https://wicg.github.io/netinfo/ (Chromium alone, and its
 * `type` not on desktops: MDN, read 2026-11-22). Chromium 147 tried on 2026-11-25.
 */
import { defineProbe } from '../probe.ts'

/** The part of the Network Information API that is used; TypeScript's DOM types do not have it. */
interface Connection extends EventTarget {
  readonly type?: string
}

/** Types that name no kind of network. */
const KINDLESS = new Set(['none', 'unknown'])

export default defineProbe({
  name: 'network',
  read() {
    const online: unknown = navigator.onLine
    if (typeof online !== 'boolean') return { why: 'unsupported' }
    return { value: online ? 'online' : 'offline' }
  },
  watch(tell) {
    const connection = (navigator as Navigator & { connection?: Connection }).connection
    let online = navigator.onLine
    let kind = kindOf(connection)
    // Browsers tell of a move by several events in no fixed order, so each of them asks what is different.
    const look = () => {
      const before = { online, kind }
      online = navigator.onLine
      if (!online) {
        if (before.online) tell({ value: 'offline' })
        return
      }
      kind = kindOf(connection) ?? before.kind
      if (before.kind !== undefined && kind !== before.kind) tell({ value: 'changed' })
      else if (!before.online) tell({ value: 'online' })
    }
    addEventListener('online', look)
    addEventListener('offline', look)
    connection?.addEventListener('change', look)
    return () => {
      removeEventListener('online', look)
      removeEventListener('offline', look)
      connection?.removeEventListener('change', look)
    }
  },
})

function kindOf(connection: Connection | undefined): string | undefined {
  const type = connection?.type
  return type === undefined || KINDLESS.has(type) ? undefined : type
}
