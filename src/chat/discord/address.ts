/** How places in Discord are written: servers, channels and messages, all named by snowflakes. */

/** A channel, and the server it is in. */
export interface Address {
  guild: string
  channel: string
}

/** A message: the channel it is in, which may be another than the one it was meant for. */
export interface Place {
  channel: string
  message: string
}

const SNOWFLAKE = /^\d{1,20}$/

/** Milliseconds before which there was no Discord: the first of 2015. Source: Discord's reference, snowflakes, read 2026-11-25. */
const EPOCH_MS = 1_420_070_400_000

/** Bits of a snowflake below its time. */
const TIME_SHIFT = 22n

/** Writes an address: "81384788765712384/1098765432109876543". */
export function toAddress({ guild, channel }: Address): string {
  return `${guild}/${channel}`
}

/** Reads an address; null for what is none. */
export function parseAddress(text: string): Address | null {
  const [guild, channel] = pairOf(text)
  return guild === undefined || channel === undefined ? null : { guild, channel }
}

/** Writes where a message is. */
export function toRef({ channel, message }: Place): string {
  return `${channel}/${message}`
}

/** Reads where a message is; null for what is no such place. */
export function parseRef(text: string): Place | null {
  const [channel, message] = pairOf(text)
  return channel === undefined || message === undefined ? null : { channel, message }
}

function pairOf(text: string): string[] {
  const parts = text.split('/')
  return parts.length === 2 && parts.every((part) => SNOWFLAKE.test(part)) ? parts : []
}

/** When a thing was made, epoch ms, by its id. */
export function madeAt(snowflake: string): number {
  return Number(BigInt(snowflake) >> TIME_SHIFT) + EPOCH_MS
}

/** The least id of things that are made at an instant. */
export function snowflakeAt(atMs: number): string {
  return String(BigInt(Math.max(0, Math.floor(atMs) - EPOCH_MS)) << TIME_SHIFT)
}
