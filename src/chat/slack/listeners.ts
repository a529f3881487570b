/** What Slack tells us, and who takes it. Payloads are read once, here. */
import type { App, Context } from '@slack/bolt'
import { z } from 'zod'
import { listOpenings } from '../../usecases/list-openings.ts'
import type { Ports } from '../../usecases/ports.ts'
import type { Deeds, Visit } from './deeds.ts'
import { publishHome } from './home-tab.ts'
import type { Installations } from './installations.ts'
import { OPENING_ACTION, PLACE_ACTION, toOptions, toSuggestions } from './inputs.ts'
import type { Log } from '../log.ts'
import { slackViewSchema } from './modal.ts'
import type { Once } from '../once.ts'
import type { Rights, Visitor } from './rights.ts'
import { COMMAND, SHORTCUT } from './scopes.ts'
import type { Submission } from './submissions.ts'
import { readButton, toTyped } from './typed.ts'
import type { Workspaces } from './workspaces.ts'

/** What the listeners call. */
export interface Listened {
  ports: Ports
  workspaces: Workspaces
  /** Null for one workspace by its token. */
  installations: Installations | null
  rights: Rights
  deeds: Deeds
  submit(submission: Submission): Promise<void>
  once: Once
  log: Log
}

const idSchema = z.looseObject({ id: z.string() })

const commandSchema = z.looseObject({
  user_id: z.string(),
  channel_id: z.string(),
  text: z.string().default(''),
  trigger_id: z.string(),
})

const shortcutSchema = z.looseObject({
  user: idSchema,
  channel: idSchema,
  message: z.looseObject({ text: z.string().default('') }),
  trigger_id: z.string(),
})

const pressSchema = z.looseObject({
  user: idSchema,
  channel: idSchema.nullish(),
  trigger_id: z.string(),
  actions: z
    .array(
      z.looseObject({
        action_id: z.string(),
        action_ts: z.string(),
        value: z.string().optional(),
      }),
    )
    .min(1),
})

const submissionSchema = z.looseObject({
  user: idSchema,
  view: slackViewSchema.extend({ id: z.string() }),
})

const suggestionSchema = z.looseObject({ user: idSchema, value: z.string().default('') })

const homeSchema = z.looseObject({ user: z.string(), tab: z.string().default('home') })

const leavingSchema = z.looseObject({
  event_id: z.string().optional(),
  team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  is_enterprise_install: z.boolean().optional(),
  authorizations: z
    .array(z.looseObject({ is_enterprise_install: z.boolean().optional() }))
    .optional(),
  event: z.looseObject({
    tokens: z.looseObject({ bot: z.array(z.string()).optional() }).optional(),
  }),
})

/** Places offered while somebody types. */
const PLACES = 20

/** Registers all of them. */
export function addListeners(app: App, listened: Listened): void {
  const { ports, workspaces, rights, deeds, once, log } = listened

  /** Who it is, in which workspace. */
  const visitorOf = async (context: Context, user: string, channel: string | null) => {
    const from = { enterprise: context.enterpriseId ?? null, team: context.teamId ?? null }
    const workspace = await workspaces.find(from)
    if (workspace === undefined) throw new Error('the app is not installed there any more')
    const tenant = {
      enterprise: workspace.enterprise ?? from.enterprise,
      team: workspace.team ?? from.team,
    }
    return { workspace, user, channel, tenant }
  }
  const visitOf = async (
    context: Context,
    trigger: string,
    user: string,
    channel: string | null,
  ): Promise<Visit> => ({ ...(await visitorOf(context, user, channel)), trigger })

  app.command(COMMAND, async ({ ack, body, context }) => {
    await ack()
    const { user_id, channel_id, text, trigger_id } = commandSchema.parse(body)
    const visit = await visitOf(context, trigger_id, user_id, channel_id)
    const deed = { kind: 'type', text: toTyped(text) } as const
    await once.run(`trigger:${trigger_id}`, () => deeds.performAndShow(visit, { deed }))
  })

  app.shortcut(SHORTCUT, async ({ ack, body, context }) => {
    await ack()
    const { user, channel, message, trigger_id } = shortcutSchema.parse(body)
    const visit = await visitOf(context, trigger_id, user.id, channel.id)
    const deed = { kind: 'type', text: toTyped(message.text) } as const
    await once.run(`trigger:${trigger_id}`, () =>
      deeds.performAndShow(visit, { deed, only: 'verify' }),
    )
  })

  app.action(/./, async ({ ack, body, context }) => {
    await ack()
    const { user, channel, trigger_id, actions } = pressSchema.parse(body)
    for (const { action_id, action_ts, value } of actions) {
      const asked = readButton(value)
      if (asked === null) continue
      const visit = await visitOf(context, trigger_id, user.id, channel?.id ?? null)
      const key = `press:${visit.workspace.id}:${user.id}:${action_ts}:${action_id}`
      await once.run(key, () => deeds.performAndShow(visit, asked))
    }
  })

  app.view({ callback_id: 'form', type: 'view_submission' }, async ({ ack, body, context }) => {
    const { user, view } = submissionSchema.parse(body)
    const { workspace, tenant } = await visitorOf(context, user.id, null)
    const visitor = { workspace, user: user.id }
    const answer: Submission['answer'] = (given) => (given === undefined ? ack() : ack(given))
    await listened.submit({ visitor, tenant, viewId: view.id, view, answer })
  })

  app.options(PLACE_ACTION, async ({ ack, body }) => {
    const { value } = suggestionSchema.parse(body)
    await ack(toOptions(ports.lookups.place.search(value, PLACES)))
  })

  app.options(OPENING_ACTION, async ({ ack, body, context }) => {
    const { user, value } = suggestionSchema.parse(body)
    const known = await rights.meet(await visitorOf(context, user.id, null), null)
    const mayKnow = known.rights.includes('verify')
    const titles = mayKnow ? (await listOpenings(ports, value)).map(({ title }) => title) : []
    await ack(toSuggestions(titles, value))
  })

  app.event('app_home_opened', async ({ event, context }) => {
    const { user, tab } = homeSchema.parse(event)
    if (tab !== 'home') return
    const visitor: Visitor = await visitorOf(context, user, null)
    await publishHome(ports, rights, visitor)
  })

  const forget = async (body: unknown, reason: string) => {
    const { team_id, enterprise_id, authorizations, ...rest } = leavingSchema.parse(body)
    const isEnterprise =
      rest.is_enterprise_install ?? authorizations?.[0]?.is_enterprise_install ?? false
    const tenant = { enterprise: enterprise_id ?? null, team: team_id ?? null }
    const dropped = await listened.installations?.drop(tenant, isEnterprise)
    log('warn', { ...tenant, reason, dropped }, 'Slack says that the app was removed')
  }
  app.event('app_uninstalled', ({ body }) => forget(body, 'app_uninstalled'))
  app.event('tokens_revoked', async ({ body }) => {
    // Tokens of people, which we do not ask for, are revoked one by one; the bot's means that we are gone.
    const { event } = leavingSchema.parse(body)
    if ((event.tokens?.bot ?? []).length > 0) await forget(body, 'tokens_revoked')
  })

  app.error(async (error) => {
    log('error', { err: error }, 'something from Slack could not be handled')
  })
}
