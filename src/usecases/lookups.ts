/** What the use cases ask of databases and parsers: functions of plain data, made once when the process starts. */
import type { Place } from '../core/claim.ts'
import type { AddressLocation, AddressNetwork, Reading, SignalValue } from '../core/signals.ts'

/** A database of places of IP addresses: one that ships, or an operator's own MMDB file. */
export type IpDatabase = 'dbip' | 'geoip-lite' | { path: string }

/**
 * Where databases place an address: one opinion per database that has one, in the order they were configured.
 *
 * In: IPv4 or IPv6 as text. Out: `why: 'unknown'` when none has an opinion or the address is not a public one,
 * `why: 'error'` when none has and a file is damaged there.
 * Fails: never.
 */
export type IpLocation = (address: string) => Reading<AddressLocation[]>

/**
 * What is known of the network of an address.
 *
 * In: IPv4 or IPv6 as text. Out: `why: 'unknown'` for an address that no table has or that is not a public one,
 * `why: 'error'` for all while a table is missing or damaged, and where the operator's feed is damaged.
 * Fails: never.
 */
export interface IpNetwork {
  (address: string): Reading<AddressNetwork>
  /** What is missing or damaged of it, for the operator; empty when nothing is. */
  faults(): readonly string[]
  /**
   * Fetches the lists that are due, from where the operator said, and takes over those that are whole.
   *
   * In: the time, epoch ms. Out: what became of each; none when nothing was due. Fails: never.
   */
  refresh(nowMs: number): Promise<NetworkRefresh[]>
}

/** What became of a list that was due. */
export interface NetworkRefresh {
  /** For people. */
  list: string
  /** Why the last good one goes on; null when the fresh one took its place. */
  fault: string | null
}

/**
 * Reads phone numbers by the numbering plans, offline.
 *
 * In: the number as written, and the country to read it in where it has no country code (ISO 3166-1 alpha-2).
 * Out: `why: 'out-of-range'` for what is no number at all. Fails: never.
 */
export type PhoneLookup = (written: string, country: string) => Reading<SignalValue<'phone'>>

/** One place, the places it may mean (most likely first, two or more), or none. */
export type PlaceAnswer = { place: Place } | { ambiguous: Place[] } | { unknown: true }

/** Finds places of the gazetteer by what a person typed. */
export interface PlaceLookup {
  /** For type-ahead and forms: best matches for what a person typed so far, most likely first; at most 50, 8 unless told. */
  search(text: string, limit?: number): Place[]
  /** The one place a text means, or why there is not one. */
  resolve(text: string): PlaceAnswer
}

/** Reads the User-Agent header. In: any text. Fails: never. */
export interface UserAgentLookup {
  /** Browser, system and kind of device, as the browser names itself. */
  parse(header: string): SignalValue<'userAgent'>
  /** Reads the Client Hints of a request. In: headers by lower-case name. Out: `unsupported` where there are none. */
  parseHints(
    headers: Readonly<Record<string, string | undefined>>,
  ): Reading<SignalValue<'hintHeaders'>>
  /** Whether it names a program that opens links on somebody's behalf: link previews, mail scanners, scripts. */
  isPreviewer(header: string): boolean
}

/** What a person typed about a time. `rest` is what was not understood, trimmed; empty when all of it was. */
export interface ParsedWhen {
  /** Date and time on the wall of the zone: "2026-11-23T15:00". Absent when no time of day was given. */
  wall?: string
  /** Length in minutes, 1…1440. */
  lengthMin?: number
  rest: string
}

/** A wall clock as an instant (epoch ms), or why it is not one. */
export type Instant =
  | { atMs: number }
  /** The clock skips this time; `suggestMs` is the first instant after the gap. */
  | { gap: true; suggestMs: number }
  /** The clock shows this time twice; earlier and later instant. */
  | { overlap: [number, number] }
  /** Not a wall clock, or not a zone; for people. */
  | { invalid: string }

/** Reads and converts times as people write them. */
export interface WhenLookup {
  /** Reads "tomorrow 3pm 45m" in a zone from now on; times in the past are returned as they are. Fails: never. */
  parse(text: string, zone: string, nowMs: number): Promise<ParsedWhen>
  /** Wall clock "2026-11-23T15:00" in an IANA zone → instant. Fails: never. */
  toInstant(wall: string, zone: string): Instant
  /** Instant → wall clock "2026-11-23T15:00" in an IANA zone; undefined for a zone or instant that does not exist. */
  toWall(atMs: number, zone: string): string | undefined
}
