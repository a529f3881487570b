/** What the operator says of Slack. */
import { z } from 'zod'
import { secret, variable } from './variable.ts'

/** A token by its first letters. Source: docs.slack.dev, tokens, read 2026-11-22. */
const slackToken = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}-\\S{10,}$`), `must start with ${prefix}- and be whole`)

const slackIdsSchema = z.string().transform((text, context): string[] => {
  const list = text.split(/[\s,]+/).filter(Boolean)
  for (const id of list) {
    if (!/^[UW][A-Z0-9]{2,}$/.test(id)) context.addIssue(`must be member ids, got “${id}”`)
  }
  return list
})

/** The variables, all of which may be left out. */
export const slackVariables = {
  slackBotToken: variable({
    name: 'SLACK_BOT_TOKEN',
    help: 'Turns Slack on for one workspace: the bot token of your app, xoxb-… Needs IP_LOCATION (docs/slack.md)',
    secret: true,
    parse: slackToken('xoxb'),
  }),
  slackAppToken: variable({
    name: 'SLACK_APP_TOKEN',
    help: 'Socket Mode, so that Slack needs no way in to this server: the app token, xapp-…',
    secret: true,
    parse: slackToken('xapp'),
  }),
  slackSigningSecret: variable({
    name: 'SLACK_SIGNING_SECRET',
    help: 'Without Socket Mode: proves that a request to /slack/events is from Slack',
    secret: true,
    parse: secret(16),
  }),
  slackClientId: variable({
    name: 'SLACK_CLIENT_ID',
    help: 'Instead of SLACK_BOT_TOKEN, for several workspaces: they install the app at /slack/install',
    secret: false,
    parse: z.string().regex(/^\d+\.\d+$/, 'must be two numbers with a dot between'),
  }),
  slackClientSecret: variable({
    name: 'SLACK_CLIENT_SECRET',
    help: 'Belongs to SLACK_CLIENT_ID',
    secret: true,
    parse: secret(16),
  }),
  slackStateSecret: variable({
    name: 'SLACK_STATE_SECRET',
    help: 'Yours to make up, at least 32 characters: ties an installation to the browser that began it',
    secret: true,
    parse: secret(32),
  }),
  slackAdmins: variable({
    name: 'SLACK_ADMINS',
    help: 'Member ids of people who may change the rules, besides admins and owners of the workspace',
    secret: false,
    example: 'U012ABCDEF,U034GHIJKL',
    parse: slackIdsSchema,
  }),
}

/** Faults of these variables together. In: the environment, where a wrong value does not count as left out. */
export function slackFaults(env: Readonly<Record<string, string | undefined>>): string[] {
  const set = (name: string) => Boolean(env[name])
  const needs = (name: string, where: string) => (set(name) ? [] : [`${name} must be set ${where}`])
  const oauth = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET']
  const some = Object.keys(env).find((name) => name.startsWith('SLACK_') && set(name))
  if (some === undefined) return []
  const many = oauth.some(set)
  const faults = many ? oauth.flatMap((name) => needs(name, 'where the others of OAuth are')) : []
  if (many && set('SLACK_BOT_TOKEN')) {
    faults.push('SLACK_BOT_TOKEN is for one workspace, SLACK_CLIENT_ID for many: set one of them')
  }
  if (many) faults.push(...needs('PUBLIC_URL', 'for OAuth'))
  if (!many) faults.push(...needs('SLACK_BOT_TOKEN', `where ${some} is`))
  if (!set('SLACK_APP_TOKEN') && !set('SLACK_SIGNING_SECRET')) {
    faults.push('SLACK_APP_TOKEN or SLACK_SIGNING_SECRET must be set where Slack is on')
  }
  const terms = 'where Slack is on: say which database’s terms you accept, for example dbip'
  return [...faults, ...needs('IP_LOCATION', terms)]
}
