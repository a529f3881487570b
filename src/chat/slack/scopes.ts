/** What the app asks of a workspace. The manifest says the same, and a test holds both to the calls in the code. */

/** Without these it does not work. */
export const BOT_SCOPES = [
  'commands',
  'chat:write',
  'im:write',
  'users:read',
  'usergroups:read',
] as const

/**
 * A workspace may leave these out: posting in public channels without an invitation, and finding again a message
 * whose answer was lost, so that it is not posted twice.
 */
export const OPTIONAL_SCOPES = [
  'chat:write.public',
  'channels:history',
  'groups:history',
  'im:history',
] as const

/** Where Slack reaches us. */
export const PATHS = {
  events: '/slack/events',
  install: '/slack/install',
  redirect: '/slack/oauth_redirect',
} as const

/** Callback id of the shortcut on a message. */
export const SHORTCUT = 'verify_message'

/** The one command; what follows it names ours. */
export const COMMAND = '/verify'
