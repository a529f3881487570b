/** Who a person is in a workspace, and what they may do there, asked of Slack for every deed. */
import { rightsOf, type AccessRules, type Right } from '../../core/access.ts'
import { isZone } from '../../core/zone.ts'
import { managers } from '../../texts/managers.ts'
import { readAccess } from '../../usecases/access.ts'
import type { Ports } from '../../usecases/ports.ts'
import type { Actor } from '../../usecases/records.ts'
import { readTrouble } from './trouble.ts'
import type { Workspace } from './workspaces.ts'

/** Somebody who does something. */
export interface Visitor {
  workspace: Workspace
  user: string
  /** Where they ask from; null outside any channel. */
  channel: string | null
}

/** What is known of them. */
export interface Acquaintance {
  actor: Actor
  rights: readonly Right[]
  zone: string
}

/** Meets people. */
export interface Rights {
  /**
   * Looks somebody up.
   *
   * In: the right that is needed; nobody is refused it by what was known a while ago.
   * Fails: with what Slack said when it does not answer; then nobody may do anything.
   */
  meet(visitor: Visitor, needed: Right | null): Promise<Acquaintance>
}

/** How long an answer of Slack's may be used again. Limits of `users.info` are 100 a minute. Source: docs.slack.dev, rate limits, read 2026-11-22. */
const KNOWN_MS = 60_000

/** Answers kept at once; beyond it all are forgotten. */
const KEPT = 5_000

/** What `users.info` tells, as far as it matters here. */
interface Person {
  name: string
  zone: string | undefined
  isMember: boolean
  isAdmin: boolean
}

const STRANGER: Person = {
  name: managers.chat.slack.stranger,
  zone: undefined,
  isMember: false,
  isAdmin: false,
}

/** Looks people up. In: admins by the operator's word, besides those of the workspace. */
export function createRights(ports: Ports, admins: readonly string[]): Rights {
  const people = createMemory<Person>(ports)
  const groups = createMemory<readonly string[]>(ports)

  const look = async (visitor: Visitor, rules: AccessRules, anew: boolean) => {
    const { workspace, user, channel } = visitor
    const person = await people(`${workspace.id}/${user}`, anew, () => askPerson(workspace, user))
    const named = [...new Set([rules.verify, rules.review, rules.report].flatMap((a) => a.groups))]
    const members = await Promise.all(
      named.map(async (group) => {
        const key = `${workspace.id}/${group}`
        return (await groups(key, anew, () => askGroup(visitor, group))).includes(user)
          ? group
          : null
      }),
    )
    const isAdmin = person.isAdmin || admins.includes(user)
    const standing = {
      id: user,
      isMember: person.isMember,
      isAdmin,
      // Guests and people of other workspaces are no members.
      isColleague: true,
      groups: members.filter((group) => group !== null),
      channel,
    }
    const zone = person.zone !== undefined && isZone(person.zone) ? person.zone : null
    return {
      actor: { platform: 'slack' as const, id: user, name: person.name },
      rights: rightsOf(rules, standing),
      zone: zone ?? ports.settings.defaultZone,
    }
  }

  return {
    async meet(visitor, needed) {
      const rules = await ports.store.transaction((tx) => readAccess(tx, visitor.workspace.id))
      const known = await look(visitor, rules, false)
      if (needed === null || known.rights.includes(needed)) return known
      return look(visitor, rules, true)
    },
  }
}

/** Keeps answers for a while. */
function createMemory<T>({ clock }: Ports) {
  const kept = new Map<string, { at: number; value: T }>()
  return async (key: string, anew: boolean, ask: () => Promise<T>): Promise<T> => {
    const before = kept.get(key)
    if (!anew && before && clock.now() - before.at < KNOWN_MS) return before.value
    const value = await ask()
    if (kept.size >= KEPT) kept.clear()
    kept.set(key, { at: clock.now(), value })
    return value
  }
}

async function askPerson(workspace: Workspace, id: string): Promise<Person> {
  try {
    const { user } = await workspace.client.users.info({ user: id })
    if (user === undefined) return STRANGER
    const { team, enterprise, isEnterprise } = workspace
    const own = user.enterprise_user
    const isHere = isEnterprise
      ? own?.enterprise_id === enterprise
      : user.team_id === team || (team !== null && own?.teams?.includes(team) === true)
    const isGuest = user.is_restricted === true || user.is_ultra_restricted === true
    const isGone = user.deleted === true || user.is_bot === true
    const name = user.profile?.real_name || user.real_name || user.name || id
    return {
      name,
      zone: user.tz,
      isMember: isHere && !isGuest && user.is_stranger !== true && !isGone,
      isAdmin: user.is_admin === true || user.is_owner === true,
    }
  } catch (error) {
    const trouble = readTrouble(error)
    // Slack shows nothing at all of some people of other workspaces.
    if (trouble.kind === 'refused' && UNSEEN.has(trouble.code)) return STRANGER
    throw error
  }
}

const UNSEEN = new Set(['user_not_found', 'user_not_visible', 'users_not_found'])

/** Members of a group; nobody where Slack knows no such group or does not let us look. */
async function askGroup({ workspace }: Visitor, usergroup: string): Promise<readonly string[]> {
  try {
    const { users } = await workspace.client.usergroups.users.list({ usergroup })
    return users ?? []
  } catch (error) {
    if (readTrouble(error).kind === 'refused') return []
    throw error
  }
}
