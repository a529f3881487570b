/** From what somebody did in Discord to what comes of it: rights, command, reply. */
import { textCard, type Card } from '../../core/card.ts'
import { fill } from '../../texts/fill.ts'
import { managers } from '../../texts/managers.ts'
import type { Ports } from '../../usecases/ports.ts'
import type { Caller, Command, Reply } from '../command.ts'
import { dispatch, type Deed } from '../dispatch.ts'
import type { Log } from '../log.ts'
import { toAddress } from './address.ts'
import type { Api } from './api.ts'
import { createCallFinder } from './calls.ts'
import { workspaceOf, type Acquaintance, type Rights, type Visitor } from './rights.ts'
import { usageInDiscord } from './slash.ts'
import { inLog, readTrouble, troubleText } from './trouble.ts'

/** Who acts, and where what they open has its card. */
export interface Whereabouts {
  visitor: Visitor
  /** The channel that they act in. */
  channel: string
  /** Said with the command; else that of the round they asked for last. */
  zone?: string | undefined
}

/** Does what people ask. */
export interface Deeds {
  /** In: the one command that may be meant, if only one may. Fails: never; what goes wrong is answered by a card. */
  perform(who: Whereabouts, deed: Deed, only?: string): Promise<Reply>
}

/** Makes them. */
export function createDeeds(options: {
  ports: Ports
  api: Api
  commands: readonly Command[]
  rights: Rights
  log: Log
}): Deeds {
  const { ports, api, rights, log } = options
  // Help says how a command is typed here.
  const commands = options.commands.map((command) => ({
    ...command,
    usage: usageInDiscord(command),
  }))
  return {
    async perform({ visitor, channel, zone }, deed, only) {
      const { guild } = visitor
      const meant = only === undefined ? commands : commands.filter(({ name }) => name === only)
      let known: Acquaintance
      try {
        known = await rights.meet(visitor)
      } catch (error) {
        const reason = troubleText(readTrouble(error))
        log('warn', { reason }, 'Discord does not say who somebody is')
        return { kind: 'card', card: NOBODY_KNOWN }
      }
      const caller: Omit<Caller, 'commands'> = {
        ...known,
        zone: zone ?? known.zone,
        workspace: workspaceOf(guild),
        emptyListsMean: managers.chat.discord.emptyListsMean,
        channel: toAddress({ guild, channel }),
        channelOf: (id: string) => toAddress({ guild, channel: id }),
        calls: createCallFinder(api, guild),
      }
      try {
        return await dispatch(ports, meant, caller, deed)
      } catch (error) {
        const number = ports.random.id('fault')
        log('error', { ...inLog(error), number }, 'a command failed')
        return { kind: 'card', card: wentWrong(number) }
      }
    },
  }
}

const { unknownPerson, wentWrong: failure } = managers.chat

const NOBODY_KNOWN = textCard(
  fill(unknownPerson.title, { platform: 'Discord' }),
  [unknownPerson.next],
  'attention',
)

function wentWrong(number: string): Card {
  return textCard(failure.title, [fill(failure.number, { number })], 'attention')
}
