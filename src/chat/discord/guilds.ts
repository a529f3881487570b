/**
 * Which servers are served.
 *
 * Whoever may verify sees the cases of all servers, so a stranger must not be able to add the app to a server of their
 * own. Either the operator lists the servers, or the app is private, so that only its owner can add it.
 */
import { managers } from '../../texts/managers.ts'
import type { Api } from './api.ts'

/** What to say where nobody is served; null where somebody may be. */
export type Refusal = string | null

/** Knows them. */
export interface Guilds {
  /** Why a server is not served; null for one that is. Fails: while Discord does not say what the app is. */
  refusalOf(guild: string): Promise<Refusal>
}

const { notListed, publicApp } = managers.chat.discord

/** Makes it. In: the operator's list; null where there is none. */
export function createGuilds(api: Api, listed: readonly string[] | null): Guilds {
  let isPublic: Promise<boolean> | undefined
  const ask = async () => (await api.application()).bot_public
  return {
    async refusalOf(guild) {
      if (listed !== null) return listed.includes(guild) ? null : notListed
      isPublic ??= ask().catch((error: unknown) => {
        isPublic = undefined
        throw error
      })
      return (await isPublic) ? publicApp : null
    },
  }
}
