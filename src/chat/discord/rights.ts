/** Who a person is in a server, and what they may do there: told by Discord with every click. */
import { rightsOf, type Right } from '../../core/access.ts'
import { readAccess } from '../../usecases/access.ts'
import { zoneOfRequester } from '../../usecases/zone-of-requester.ts'
import type { Ports } from '../../usecases/ports.ts'
import type { Actor } from '../../usecases/records.ts'
import type { Api } from './api.ts'
import { channelOf, type Interaction } from './interaction.ts'
import { CODE, refusal } from './trouble.ts'

/** Somebody who does something, in a server or in a direct message about one. */
export interface Visitor {
  guild: string
  user: string
  name: string
  /** The channel that rules name; null outside the server. */
  channel: string | null
  /** What Discord said of them beside the click; null in a direct message, where it must be asked. */
  member: { roles: readonly string[]; permissions: bigint; isPending: boolean } | null
}

/** What is known of them. */
export interface Acquaintance {
  actor: Actor
  rights: readonly Right[]
  zone: string
}

/** Meets people. */
export interface Rights {
  /** Looks somebody up. Fails: with what Discord said when it does not answer; then nobody may do anything. */
  meet(visitor: Visitor): Promise<Acquaintance>
}

/** Permissions that make an admin. Source: permissions, discord/discord-api-docs, read 2026-11-25. */
const ADMINISTRATOR = 1n << 3n
const MANAGE_GUILD = 1n << 5n

/** Whose rules hold in a server. */
export function workspaceOf(guild: string): string {
  return `discord:${guild}`
}

/** Reads who did something; null where no server is known whose rules could hold. */
export function visitorOf(interaction: Interaction, carriedGuild: string | null): Visitor | null {
  const { member, user: outside, guild_id } = interaction
  const user = member?.user ?? outside
  const guild = guild_id ?? carriedGuild
  if (user === undefined || guild === null) return null
  return {
    guild,
    user: user.id,
    name: member?.nick || user.global_name || user.username || user.id,
    channel: channelOf(interaction),
    member:
      member === undefined || guild_id === undefined
        ? null
        : {
            roles: member.roles,
            permissions: BigInt(member.permissions),
            isPending: member.pending,
          },
  }
}

/** Looks people up. */
export function createRights(ports: Ports, api: Api): Rights {
  return {
    async meet(visitor) {
      const { guild, user, name, channel } = visitor
      const actor = { platform: 'discord' as const, id: user, name }
      const member = visitor.member ?? (await askMember(api, guild, user))
      const { rules, zone } = await ports.store.transaction(async (tx) => ({
        rules: await readAccess(tx, workspaceOf(guild)),
        zone: await zoneOfRequester(tx, actor),
      }))
      const permissions = member?.permissions ?? 0n
      const standing = {
        id: user,
        isMember: member !== null && !member.isPending,
        isAdmin: (permissions & (ADMINISTRATOR | MANAGE_GUILD)) !== 0n,
        // Servers are open to people who are nobody's colleagues, candidates among them.
        isColleague: false,
        groups: member?.roles ?? [],
        channel,
      }
      return { actor, rights: rightsOf(rules, standing), zone: zone ?? ports.settings.defaultZone }
    },
  }
}

/** A member as they are now; null for somebody who is none, or of a server that we are not in. */
async function askMember(api: Api, guild: string, user: string): Promise<Visitor['member']> {
  try {
    const [member, { owner_id, roles }] = await Promise.all([
      api.member(guild, user),
      api.guild(guild),
    ])
    // The role of everybody has the id of the server.
    const own = roles.filter(({ id }) => id === guild || member.roles.includes(id))
    const granted = own.reduce((sum, { permissions }) => sum | BigInt(permissions), 0n)
    return {
      roles: member.roles,
      permissions: owner_id === user ? granted | ADMINISTRATOR : granted,
      isPending: member.pending,
    }
  } catch (error) {
    const code = refusal(error)
    const isNone = [CODE.unknownMember, CODE.unknownUser, CODE.unknownGuild, CODE.missingAccess]
    if (isNone.some((known) => known === code)) return null
    throw error
  }
}
