/** Who may do what on a chat platform: rules that admins set, and the rights that follow from them. */
import { z } from 'zod'

/** What a command asks for. */
export const rights = ['verify', 'review', 'report', 'admin'] as const

/** One thing that a person may do. */
export type Right = (typeof rights)[number]

const ids = z.array(z.string().min(1).max(64)).max(500).default([])

const audienceSchema = z.object({ people: ids, groups: ids, channels: ids })

/** Who: these people, the members of these groups, and everybody in these channels. Empty: every colleague. */
export type Audience = z.infer<typeof audienceSchema>

const everybody = { people: [], groups: [], channels: [] }

/** Rules of one workspace. */
export const accessRulesSchema = z.object({
  verify: audienceSchema.default(everybody),
  review: audienceSchema.default(everybody),
  report: audienceSchema.default(everybody),
  /** Besides the workspace's own admins and owners. */
  admins: ids,
  /** The person who asked cannot alone decide on a contradiction. */
  fourEyes: z.boolean().default(false),
})

/** Rules of one workspace. */
export type AccessRules = z.infer<typeof accessRulesSchema>

/** No rules set: every colleague may verify, review and read reports; the workspace's admins set rules. */
export const OPEN_RULES: AccessRules = {
  verify: everybody,
  review: everybody,
  report: everybody,
  admins: [],
  fourEyes: false,
}

/** What is known of a person who asks, from the platform. */
export interface Standing {
  id: string
  /** A full member of the workspace that runs the bot; guests and people of other workspaces are not. */
  isMember: boolean
  /** An admin or owner of the workspace. */
  isAdmin: boolean
  /** Whether an empty list includes them; on a platform whose members need not be colleagues it includes nobody. */
  isColleague: boolean
  groups: readonly string[]
  /** Where they ask from; null outside any channel. */
  channel: string | null
}

/** The rights of a person. A stranger has none, whatever the rules say. */
export function rightsOf(rules: AccessRules, person: Standing): Right[] {
  if (!person.isMember) return []
  const isAdmin = person.isAdmin || rules.admins.includes(person.id)
  return rights.filter((right) =>
    right === 'admin' ? isAdmin : isAdmin || belongs(rules[right], person),
  )
}

function belongs({ people, groups, channels }: Audience, person: Standing): boolean {
  if (people.length + groups.length + channels.length === 0) return person.isColleague
  return (
    people.includes(person.id) ||
    groups.some((group) => person.groups.includes(group)) ||
    (person.channel !== null && channels.includes(person.channel))
  )
}
