/** Links that lead into a call of a chat platform, where its members are told to apps. */
import type { CallService } from './call-presence.ts'

/** A channel in which people talk. */
export interface CallChannel {
  service: CallService
  /** The server (guild) that it is in, and its own id. */
  server: string
  channel: string
}

/** A channel in Discord's programs, in a browser. Source: discord.com, its test builds, and the name it had before, read 2026-11-25. */
const DISCORD_LINK =
  /^https:\/\/(?:(?:ptb|canary)\.)?discord(?:app)?\.com\/channels\/(\d{1,20})\/(\d{1,20})\/?(?:[?#].*)?$/i

/** The channel that a link leads to; null for any other link. Whether people can talk there its platform has to say. */
export function parseCallLink(link: string): CallChannel | null {
  const [, server, channel] = DISCORD_LINK.exec(link.trim()) ?? []
  return server === undefined || channel === undefined
    ? null
    : { service: 'discord', server, channel }
}
