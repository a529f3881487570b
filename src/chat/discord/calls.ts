/** Whose times in which channel are to be noted: read from a link and an account, and asked of Discord. */
import { parseCallLink } from '../../core/call-link.ts'
import { managers } from '../../texts/managers.ts'
import type { FindCall } from '../../usecases/named-call.ts'
import type { CallFinder } from '../command.ts'
import type { Api } from './api.ts'
import type { Guilds } from './guilds.ts'
import { CODE, refusal } from './trouble.ts'

/** Channels in which people talk: voice and stage. Source: channel types, discord/discord-api-docs, read 2026-11-25. */
const CALL_CHANNELS = [2, 13]

const { form } = managers.call

/** Makes it for a server. */
export function createCallFinder(api: Api, server: string): CallFinder {
  return {
    service: 'discord',
    server,
    async find(link, person) {
      const found = parseCallLink(link)
      if (found === null || found.server !== server)
        return { faults: { member: form.needsChannel } }
      const { service, channel } = found
      try {
        const { type } = await api.channel(channel)
        if (!CALL_CHANNELS.includes(type)) return { faults: { meetingUrl: form.notChannel } }
      } catch (error) {
        return refusal(error) === undefined
          ? { faults: { member: form.noAnswer } }
          : { faults: { meetingUrl: form.notChannel } }
      }
      try {
        await api.member(server, person)
      } catch (error) {
        const isUnknown = refusal(error) === CODE.unknownMember
        return { faults: { member: isUnknown ? form.notMember : form.noAnswer } }
      }
      return { call: { service, server, channel, person } }
    },
  }
}

/** Finds it for programs, which act in no server: in the one that the link names, where we serve it. */
export function createCallSearch(api: Api, guilds: Guilds): FindCall {
  return async (link, person) => {
    const server = parseCallLink(link)?.server
    if (server === undefined) return { faults: { meetingUrl: form.needsLink } }
    try {
      const refusal = await guilds.refusalOf(server)
      if (refusal !== null) return { faults: { meetingUrl: refusal } }
    } catch {
      return { faults: { member: form.noAnswer } }
    }
    return createCallFinder(api, server).find(link, person)
  }
}
