/** What a person is told when Discord takes no private answer any more: by direct message, else by name in the channel. */
import { managers } from '../../texts/managers.ts'
import type { Log } from '../log.ts'
import type { Api } from './api.ts'
import { FLAG } from './most.ts'
import { saying } from './answering.ts'
import type { Illustrated } from './picture.ts'
import { withFirst } from './posting.ts'
import { readTrouble, refusal, troubleText } from './trouble.ts'

/** Tells it. Fails: never. */
export type TellLate = (
  who: { user: string; channel: string | null },
  words: string,
  shown?: Illustrated,
) => Promise<void>

/** Makes it. */
export function createLate(api: Api, log: Log): TellLate {
  return async ({ user, channel }, words, shown) => {
    try {
      const direct = await api.openDirect(user)
      const drawn = shown === undefined ? saying(words) : withFirst(shown, words)
      await api.post(direct, drawn.message, {}, shown?.files ?? [])
    } catch (error) {
      if (refusal(error) === undefined || channel === null) return giveUp(error)
      // Nothing of the answer itself, which was for one person alone.
      const { message } = saying(`<@${user}> ${managers.chat.discord.late.noDirect}`)
      const called = { ...message, allowed_mentions: { parse: [] as [], users: [user] } }
      await api.post(channel, called, { flags: FLAG.suppressEmbeds }, []).catch(giveUp)
    }
  }

  function giveUp(error: unknown): void {
    const reason = troubleText(readTrouble(error))
    log('warn', { reason }, 'somebody could not be told that their answer came too late')
  }
}
