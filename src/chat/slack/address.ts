/** How a channel of Slack is written where the token that reaches it must be found again. */

/** A channel and the workspace it is in. On Enterprise Grid a workspace belongs to an organisation. */
export interface Address {
  enterprise: string | null
  team: string | null
  channel: string
}

/** Where an app may be installed: a workspace, or a whole organisation. */
export type Tenant = Omit<Address, 'channel'>

const ADDRESS = /^(-|E[A-Z0-9]+)\/(-|T[A-Z0-9]+)\/([A-Z0-9]+)$/

/** Writes an address: "-/T012/C034". */
export function toAddress({ enterprise, team, channel }: Address): string {
  return `${enterprise ?? '-'}/${team ?? '-'}/${channel}`
}

/** Reads an address; null for what is none. */
export function parseAddress(text: string): Address | null {
  const [, enterprise, team, channel] = ADDRESS.exec(text) ?? []
  if (enterprise === undefined || team === undefined || channel === undefined) return null
  return {
    enterprise: enterprise === '-' ? null : enterprise,
    team: team === '-' ? null : team,
    channel,
  }
}

/** A message: the channel it is in, which may be another than the one it was meant for, and its time. */
export interface Place {
  channel: string
  ts: string
}

/** Writes where a message is: "C034/1790000000.000100". */
export function toRef({ channel, ts }: Place): string {
  return `${channel}/${ts}`
}

/** Reads where a message is; null for what is no such place. */
export function parseRef(text: string): Place | null {
  const [, channel, ts] = /^([A-Z0-9]+)\/(\d+\.\d+)$/.exec(text) ?? []
  return channel === undefined || ts === undefined ? null : { channel, ts }
}
