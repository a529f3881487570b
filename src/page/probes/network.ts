/**
 * Whether the device is on a network, and when it moves to another kind of it.
 *
 * Out: `changed` only when the kind of connection changed (Wi-Fi to mobile). The `change` event alone also fires for
 * every new estimate of speed, and only browsers on phones tell the kind.
 * Source: https://html.spec.whatwg.org/#navigator.online, https://wicg.github.io/netinfo/ (Chromium alone, and its
 * `type` not on desktops: MDN, read 2026-11-22). Chromium 147 tried on 2026-11-22.
 */
import { defineProbe } from '../probe.ts'

/** The part of the Network Information API that is used; TypeScript's DOM types do not have it. */
interface Connection extends EventTarget {
  readonly type?: string
}

export default defineProbe({
  name: 'network',
  read: () => ({ value: navigator.onLine ? 'online' : 'offline' }),
  watch(tell) {
    const online = () => tell({ value: 'online' })
    const offline = () => tell({ value: 'offline' })
    const connection = (navigator as Navigator & { connection?: Connection }).connection
    let kind = connection?.type
    const change = () => {
      if (connection?.type === kind) return
      kind = connection?.type
      // Losing the network has its own event.
      if (kind !== 'none') tell({ value: 'changed' })
    }
    addEventListener('online', online)
    addEventListener('offline', offline)
    connection?.addEventListener('change', change)
    return () => {
      removeEventListener('online', online)
      removeEventListener('offline', offline)
      connection?.removeEventListener('change', change)
    }
  },
})
