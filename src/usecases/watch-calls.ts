/** Keeping certain who is in a call: from when times are kept somebody looks, and then notes that no change can be missed. */
import type { CallService } from '../core/call-presence.ts'
import type { Ports } from './ports.ts'
import { isInTime, recordCallMove } from './record-call-presence.ts'

/** What a service tells of its calls, in the process that listens to it. */
export interface CallWatch {
  service: CallService
  /** Whether every change in a server is heard now. */
  hears(server: string): boolean
  /** The channel that an account is in now; null for none, undefined where the service does not say. Fails: never. */
  channelOf(server: string, person: string): Promise<string | null | undefined>
}

/** Looks after the calls whose times are kept now. Out: how many. */
export async function watchCalls(ports: Ports, watches: readonly CallWatch[]): Promise<number> {
  let watched = 0
  for (const watch of watches) {
    for (const call of await duesOf(ports, watch.service)) {
      const { server, person } = call
      if (!watch.hears(server)) continue
      watched += 1
      const isLooked = call.heardAt !== null || (await lookFor(ports, watch, server, person))
      // It may have been cut off while the service answered.
      if (!isLooked || !watch.hears(server)) continue
      const at = ports.clock.now()
      await ports.store.transaction((tx) => tx.calls.hear(call.roundId, at))
    }
  }
  return watched
}

async function duesOf(ports: Ports, service: CallService) {
  return ports.store.transaction(async (tx) => {
    const now = ports.clock.now()
    const dues = []
    for (const call of await tx.calls.all(service)) {
      const round = await tx.rounds.get(call.roundId)
      if (round && isInTime(round, now)) dues.push(call)
    }
    return dues
  })
}

/** Whoever came before times were kept is found where they are. Out: whether the service answered. */
async function lookFor(
  ports: Ports,
  watch: CallWatch,
  server: string,
  person: string,
): Promise<boolean> {
  const { service } = watch
  const channel = await watch.channelOf(server, person)
  if (channel === undefined) return false
  const at = ports.clock.now()
  const move = { service, server, person, channel, at, how: 'looked' } as const
  await recordCallMove(ports, move)
  return true
}
