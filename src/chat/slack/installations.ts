/** Workspaces that installed the app by themselves. Their tokens are kept encrypted, and dropped when they leave. */
import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt'
import { z } from 'zod'
import type { Store } from '../../usecases/ports.ts'
import type { Tenant } from './address.ts'
import { workspaceId, type Clients, type Workspaces } from './workspaces.ts'

/** What is read of an installation here; the rest is Bolt's, and kept as it is. */
const installationSchema = z.looseObject({
  team: z.object({ id: z.string() }).nullish(),
  enterprise: z.object({ id: z.string() }).nullish(),
  isEnterpriseInstall: z.boolean().optional(),
  bot: z.object({ token: z.string(), id: z.string(), userId: z.string() }).nullish(),
})

/** Where an installation is kept. */
function keyOf({ enterprise, team }: Tenant): string {
  return `slack-installation:${enterprise ?? '-'}:${team ?? '-'}`
}

/** Keys under which the installation for a tenant may stand: its own, its organisation's, one from before it joined. */
function keysOf(tenant: Tenant, isEnterprise: boolean): string[] {
  const own = keyOf(tenant)
  const organisation = keyOf({ ...tenant, team: null })
  const before = keyOf({ ...tenant, enterprise: null })
  const keys = isEnterprise ? [organisation, own, before] : [own, before, organisation]
  return [...new Set(keys)].filter((key) => key !== keyOf({ enterprise: null, team: null }))
}

function tenantOf(query: InstallationQuery<boolean>): Tenant {
  return { enterprise: query.enterpriseId ?? null, team: query.teamId ?? null }
}

/** What is installed. */
export interface Installations extends InstallationStore {
  /** The installation for a tenant, its own or its organisation's. */
  read(tenant: Tenant, isEnterprise: boolean): Promise<Installation | undefined>
  /** Forgets a tenant's token, never its organisation's with it. Out: whether there was one. */
  drop(tenant: Tenant, isEnterprise: boolean): Promise<boolean>
}

/** The installations in our database. In: told of every new one. */
export function createInstallations(store: Store, onInstalled: () => void): Installations {
  const read = (tenant: Tenant, isEnterprise: boolean) =>
    store.transaction(async (tx) => {
      for (const key of keysOf(tenant, isEnterprise)) {
        const kept = await tx.settings.get(key)
        // What Bolt gave us to keep.
        if (kept !== undefined) return JSON.parse(kept) as Installation
      }
      return undefined
    })
  const drop = (tenant: Tenant, isEnterprise: boolean) =>
    store.transaction(async (tx) => {
      const keys = isEnterprise
        ? [keyOf({ ...tenant, team: null })]
        : [keyOf(tenant), keyOf({ ...tenant, enterprise: null })]
      let found = false
      for (const key of keys) {
        found ||= (await tx.settings.get(key)) !== undefined
        await tx.settings.remove(key)
      }
      return found
    })
  return {
    read,
    drop,
    async storeInstallation(installation) {
      const { team, enterprise, isEnterpriseInstall } = installationSchema.parse(installation)
      const tenant = {
        enterprise: enterprise?.id ?? null,
        team: isEnterpriseInstall === true ? null : (team?.id ?? null),
      }
      await store.transaction((tx) => tx.settings.set(keyOf(tenant), JSON.stringify(installation)))
      onInstalled()
    },
    async fetchInstallation(query) {
      const kept = await read(tenantOf(query), query.isEnterpriseInstall)
      if (kept === undefined) throw new Error('the app is not installed there')
      return kept
    },
    async deleteInstallation(query) {
      await drop(tenantOf(query), query.isEnterpriseInstall)
    },
  }
}

/** Gives a tenant's token, refreshed where the workspace turned rotation on. */
export interface Authorizer {
  authorize(query: InstallationQuery<boolean>): Promise<{ botToken?: string }>
}

/** The workspaces that are installed. */
export function manyWorkspaces(
  installations: Installations,
  authorizer: Authorizer,
  clients: Clients,
): Workspaces {
  return {
    async find(tenant) {
      const query = {
        teamId: tenant.team ?? undefined,
        enterpriseId: tenant.enterprise ?? undefined,
        isEnterpriseInstall: tenant.team === null,
      } as InstallationQuery<boolean>
      const kept = await installations.read(tenant, query.isEnterpriseInstall)
      const installation = installationSchema.safeParse(kept).data
      if (!installation?.bot) return undefined
      const isEnterprise = installation.isEnterpriseInstall === true
      const { botToken } = await authorizer.authorize({
        ...query,
        isEnterpriseInstall: isEnterprise,
      })
      if (botToken === undefined) return undefined
      const own = {
        enterprise: installation.enterprise?.id ?? null,
        team: installation.team?.id ?? null,
      }
      return {
        id: workspaceId(own, isEnterprise),
        ...own,
        isEnterprise,
        botId: installation.bot.id,
        botUserId: installation.bot.userId,
        client: clients(botToken),
        token: botToken,
      }
    },
  }
}
