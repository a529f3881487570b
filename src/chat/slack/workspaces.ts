/** Which workspaces the app is installed in, and with which token. */
import type { webApi } from '@slack/bolt'
import type { Tenant } from './address.ts'

/** The client of Slack's Web API. */
export type Client = webApi.WebClient

/** A workspace, or an organisation, that runs the app. */
export interface Workspace extends Tenant {
  /** Whose rules hold: "slack:T012". */
  id: string
  /** Installed for all workspaces of the organisation. */
  isEnterprise: boolean
  botId: string | undefined
  botUserId: string | undefined
  client: Client
  token: string
}

/** Finds workspaces. */
export interface Workspaces {
  /**
   * The workspace that runs the app for a tenant; undefined when it is not installed there.
   *
   * Fails: with what Slack said, while it cannot be asked who we are.
   */
  find(tenant: Tenant): Promise<Workspace | undefined>
}

/** Makes clients, one per token. */
export type Clients = (token: string) => Client

/** One workspace, by the bot token of the configuration. Slack is asked once who that is. */
export function oneWorkspace(token: string, clients: Clients): Workspaces {
  const client = clients(token)
  let found: Promise<Workspace> | undefined
  const ask = async (): Promise<Workspace> => {
    const answer = await client.auth.test()
    const team = answer.team_id ?? null
    const enterprise = answer.enterprise_id ?? null
    const isEnterprise = answer.is_enterprise_install === true
    return {
      id: workspaceId({ enterprise, team }, isEnterprise),
      team: isEnterprise ? null : team,
      enterprise,
      isEnterprise,
      botId: answer.bot_id,
      botUserId: answer.user_id,
      client,
      token,
    }
  }
  return {
    find() {
      found ??= ask().catch((error: unknown) => {
        found = undefined
        throw error
      })
      return found
    },
  }
}

/** Whose rules hold: an organisation's where the app is installed for all of it. */
export function workspaceId({ enterprise, team }: Tenant, isEnterprise: boolean): string {
  return `slack:${(isEnterprise ? enterprise : team) ?? '-'}`
}
