/** Who is in a call now, as the gateway tells it of everybody. What concerns nobody who was named goes no further. */
import { z } from 'zod'
import { reconcileCalls, recordCallMove } from '../../usecases/record-call-presence.ts'
import type { Ports } from '../../usecases/ports.ts'
import type { CallWatch } from '../../usecases/watch-calls.ts'
import type { Log } from '../log.ts'
import type { Api } from './api.ts'
import { CODE, inLog, readTrouble, refusal, troubleText } from './trouble.ts'

const id = z.string().regex(/^\d{1,20}$/)

/** Source: voice states, discord/discord-api-docs, read 2026-11-25. They bear no time. */
const stateSchema = z.object({ user_id: id, channel_id: id.nullable() })
const updateSchema = stateSchema.extend({ guild_id: id })
const guildSchema = z.object({ id, voice_states: z.array(stateSchema).default([]) })

/** What the line to the gateway is: new, cut, or taken up again, whereby Discord has sent all that was missed. */
export type LineNews = 'new' | 'cut' | 'resumed'

/** Listens to calls. */
export interface Voice {
  watch: CallWatch
  line(news: LineNews): void
  /** Somebody joined, left, moved, or did something else in a call. */
  state(payload: unknown): void
  /** A server with everybody who is in a call there. */
  guild(payload: unknown): void
  /** A server is not heard any more. */
  unavailable(guild: string): void
  /** Settles when everything that was heard is kept. */
  settled(): Promise<void>
}

const service = 'discord' as const

/** Makes it. */
export function createVoice(ports: Ports, api: Api, log: Log): Voice {
  /** Servers of which everybody in a call is known. */
  const heard = new Set<string>()
  let isSteady = false
  /** Since when nothing is heard, of a server or at all. */
  const deafSince = new Map<string, number>()
  let cutAt = ports.clock.now()
  /** What was heard and is not kept yet. */
  let waiting = 0
  /** Rises with each new line: what is still under way for an earlier one counts for nothing. */
  let lines = 0
  let work: Promise<void> = Promise.resolve()

  /** One after another, in the order in which it was heard. */
  function then(server: string, step: () => Promise<unknown>): void {
    waiting += 1
    work = work.then(async () => {
      try {
        await step()
      } catch (error) {
        // What was not kept may have been a change: from here on nothing is certain there.
        heard.delete(server)
        log('error', inLog(error), 'a change in a call could not be kept')
      } finally {
        waiting -= 1
      }
    })
  }

  return {
    watch: {
      service,
      hears: (server) => isSteady && waiting === 0 && heard.has(server),
      async channelOf(server, person) {
        try {
          return (await api.voiceState(server, person)).channel_id
        } catch (error) {
          if (refusal(error) === CODE.unknownVoiceState) return null
          const reason = troubleText(readTrouble(error))
          log('warn', { reason }, 'Discord does not say who is in a call')
          return undefined
        }
      },
    },
    line(news) {
      if (news === 'cut' && isSteady) cutAt = ports.clock.now()
      isSteady = news !== 'cut'
      if (news !== 'new') return
      lines += 1
      heard.clear()
    },
    state(payload) {
      const update = updateSchema.safeParse(payload).data
      if (update === undefined) return
      const { guild_id: server, user_id: person, channel_id: channel } = update
      // Until a cut line is taken up again, Discord tells what was missed, without saying when it was.
      const how = isSteady ? 'heard' : { deafSince: cutAt }
      const move = { service, server, person, channel, at: ports.clock.now(), how } as const
      then(server, () => recordCallMove(ports, move))
    },
    guild(payload) {
      const guild = guildSchema.safeParse(payload).data
      if (guild === undefined) return
      const at = ports.clock.now()
      const how = { deafSince: deafSince.get(guild.id) ?? cutAt }
      deafSince.delete(guild.id)
      const line = lines
      const channelOf = new Map(
        guild.voice_states.flatMap(({ user_id, channel_id }) =>
          channel_id === null ? [] : [[user_id, channel_id] as const],
        ),
      )
      then(guild.id, async () => {
        await reconcileCalls(ports, { service, server: guild.id, at, how }, channelOf)
        if (line === lines) heard.add(guild.id)
      })
    },
    unavailable(guild) {
      if (heard.delete(guild)) deafSince.set(guild, ports.clock.now())
    },
    settled: () => work,
  }
}
