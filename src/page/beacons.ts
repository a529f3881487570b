/** Our other servers: the page answers their echoes too, and nobody notices when one is not there. */
import { openLiveSocket } from './live-socket.ts'

/** A beacon that is down is asked rarely, ms. */
const PAUSES = { first: 2_000, longest: 300_000 }

/** Asks for a way in, which works once and soon. Fails: rejects when there is none. */
async function askWay(path: string): Promise<URL> {
  const answer = await fetch(path, { method: 'POST' })
  if (!answer.ok) throw new Error(String(answer.status))
  return new URL(((await answer.json()) as { url: string }).url)
}

/** Keeps a connection to each beacon. In: their ids. Out: closes them all. */
export function openBeacons(ids: readonly string[]): () => void {
  const sockets = ids.map((id) => {
    let way: URL | undefined
    const events = {
      up() {
        if (way === undefined) return
        // A second connection, whose beginning is timed as well; the beacon closes it at once.
        way.searchParams.set('second', '')
        new WebSocket(way)
        way = undefined
      },
      message() {},
      down() {},
    }
    const address = async () => (way = await askWay(`/s/beacons/${id}`))
    return openLiveSocket(address, events, PAUSES)
  })
  return () => {
    for (const socket of sockets) socket.stop()
  }
}
