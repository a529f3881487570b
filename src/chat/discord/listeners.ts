/** Each interaction, and who takes it. */
import { isZone } from '../../core/zone.ts'
import { managers } from '../../texts/managers.ts'
import type { Ports } from '../../usecases/ports.ts'
import type { Log } from '../log.ts'
import { madeAt } from './address.ts'
import { createAnswering, saying, type First } from './answering.ts'
import { CALLBACK, type Api } from './api.ts'
import { parseCustomId, type Carried } from './custom-id.ts'
import type { Guilds } from './guilds.ts'
import { INTERACTION, readInteraction, type Input, type Interaction } from './interaction.ts'
import type { TellLate } from './late.ts'
import { visitorOf, type Rights, type Visitor } from './rights.ts'
import { suggest, type Choice } from './suggestions.ts'
import { inLog, refusal } from './trouble.ts'
import type { Turn, Turns } from './turns.ts'
import { readTyped } from './typed.ts'

/** What they call. */
export interface Listened {
  ports: Ports
  api: Api
  guilds: Guilds
  rights: Rights
  turns: Turns
  tellLate: TellLate
  log: Log
}

/** Takes an interaction as Discord sent it. In: gives the first answer. Fails: never. */
export type Handle = (interaction: unknown, first: First) => Promise<void>

/** The token of an interaction is worth something for this long. Source: receiving and responding, discord/discord-api-docs, read 2026-11-25. */
const TOKEN_MS = 15 * 60_000

/** Makes the one that takes them all. */
export function createHandler(listened: Listened): Handle {
  const { ports, api, guilds, rights, turns, tellLate, log } = listened

  /** Whether nobody took it yet: after a cut, and where several processes listen, one interaction comes more than once. */
  const isFirst = ({ id }: Interaction) =>
    ports.store.transaction(async (tx) => {
      const key = `discord:interaction:${id}`
      if ((await tx.once.get(key)) !== undefined) return false
      await tx.once.set(key, 'taken', ports.clock.now())
      return true
    })

  async function offer(interaction: Interaction, visitor: Visitor, first: First): Promise<void> {
    if (interaction.type !== INTERACTION.typeAhead) return
    const options = interaction.data.options.flatMap(({ options: inner = [] }) => inner)
    const focused = options.find((option) => option.focused === true)
    const known = await rights.meet(visitor)
    const typed = String(focused?.value ?? '')
    const choices = await suggest(ports, known, focused?.name ?? '', typed)
    await offerThese(choices, first)
  }

  /** Nobody is told of suggestions that come too late, or that another process was quicker to give. */
  async function offerThese(choices: readonly Choice[], first: First): Promise<void> {
    try {
      await first({ type: CALLBACK.choices, data: { choices } })
    } catch (error) {
      if (refusal(error) === undefined) throw error
    }
  }

  async function take(interaction: Interaction, turn: Turn): Promise<void> {
    if (interaction.type === INTERACTION.command) {
      const typed = readTyped(interaction.data)
      if (typed === null) return
      const zone = typed.given['zone']
      const who = zone !== undefined && isZone(zone) ? { ...turn.who, zone } : turn.who
      await turns.act({ ...turn, who }, typed.deed, typed.only, typed.given)
      return
    }
    const carried = carriedBy(interaction)
    if (carried === null) return
    const message = interaction.message ?? null
    if (interaction.type === INTERACTION.modal) {
      const inputs = inputsOf(interaction)
      if (carried.kind === 'form') await turns.takeForm(turn, carried, inputs)
      if (carried.kind === 'draft') await turns.takePart(turn, carried, inputs, message)
      return
    }
    const { command, args } = carried
    if (carried.kind === 'press') await turns.act(turn, { kind: 'press', command, args })
    if (carried.kind === 'ask' && message) await turns.askPart(turn, carried, message)
    if (carried.kind === 'send' && message) await turns.send(turn, carried, message)
  }

  async function handle(interaction: Interaction, first: First): Promise<void> {
    const visitor = visitorOf(interaction, carriedBy(interaction)?.guild ?? null)
    if (visitor === null) return
    if (interaction.type === INTERACTION.typeAhead) {
      const refused = await guilds.refusalOf(visitor.guild)
      if (refused === null) await offer(interaction, visitor, first)
      else await offerThese([], first)
      return
    }
    if (!(await isFirst(interaction))) return
    const { application_id: applicationId, token, channel_id: channel = '' } = interaction
    const answering = createAnswering(api, { applicationId, token, first }, log)
    const refused = await guilds.refusalOf(visitor.guild)
    if (refused !== null) {
      await answering.show(saying(refused), 'new')
      return
    }
    if (ports.clock.now() - madeAt(interaction.id) > TOKEN_MS) {
      await tellLate(
        { user: visitor.user, channel: visitor.channel },
        managers.chat.discord.late.deed,
      )
      return
    }
    await take(interaction, {
      who: { visitor, channel },
      answering,
      guild: interaction.guild_id === undefined ? visitor.guild : null,
      isOnMessage: interaction.message !== undefined,
    })
  }

  return async (value, first) => {
    const interaction = readInteraction(value)
    if (interaction === null) return
    try {
      await handle(interaction, first)
    } catch (error) {
      log('error', inLog(error), 'something from Discord could not be handled')
    }
  }
}

/** What the id of a button or a form carries; null for a command, and for what is none of ours. */
function carriedBy(interaction: Interaction): Carried | null {
  const { type } = interaction
  if (type !== INTERACTION.component && type !== INTERACTION.modal) return null
  return parseCustomId(interaction.data.custom_id)
}

function inputsOf(interaction: Extract<Interaction, { type: 5 }>): Input[] {
  return interaction.data.components.flatMap(({ component }) =>
    component === undefined ? [] : [component],
  )
}
