/** The interfaces that use cases need from the outside. Every room implements the ones it is for. */
import type { CallService } from '../core/call-presence.ts'
import type { Card } from '../core/card.ts'
import type { MapView } from '../core/map-view.ts'
import type { Vantage } from '../core/signals.ts'
import type { TimelineView } from '../core/timeline-view.ts'
import type {
  IpLocation,
  IpNetwork,
  PhoneLookup,
  PlaceLookup,
  UserAgentLookup,
  WhenLookup,
} from './lookups.ts'
import type { Actor, AuditRecord, MailRecord, Tx } from './records.ts'

/** The database. Every piece of work is one transaction: all of it happens, or none. */
export interface Store {
  /**
   * Runs work in a transaction.
   *
   * The work awaits nothing but its `tx` and changes nothing outside it: when another transaction was quicker, or the
   * connection went, it is run again from the start, and only the last run counts.
   * Fails: with whatever the work throws, after rolling back.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Whether the database answers. Fails: with the reason when it does not. */
  ping(): Promise<void>
}

/**
 * What news is about: a console message by its id, a candidate's session by its id, the outbox as a whole. After a
 * `gap` some news may have been missed: whoever shows anything reads it anew.
 */
export type Topic = 'message' | 'session' | 'outbox' | 'gap'

/** Told of news. */
export type NewsListener = (topic: Topic, id: string) => void

/** News between the processes that share a database, this one included. Says only where to look; may get lost, then `gap` follows. */
export interface Bus {
  /** Tells everybody, once what it is about is stored. Cheap. In: an id or '', never personal data. */
  publish(topic: Topic, id: string): void
  /** Listens. Out: stops listening. */
  subscribe(listener: NewsListener): () => void
}

/** Time. */
export interface Clock {
  /** Epoch ms. */
  now(): number
}

/** Randomness and one-way hashes. */
export interface Random {
  /** An unguessable token: 256 bits as 43 base64url characters. */
  token(): string
  /** A short sortable identifier with a prefix: "case_01k…". Not a secret. */
  id(prefix: string): string
  /** A code that a person can type on another device: 8 letters and digits without look-alikes. */
  code(): string
  /** SHA-256 of a token, as it is stored; hex. */
  hash(token: string): string
}

/** Databases and parsers. */
export interface Lookups {
  ipLocation: IpLocation
  /** For simulated rounds, which may use databases whose terms forbid real ones. */
  ipLocationSimulated: IpLocation
  ipNetwork: IpNetwork
  phone: PhoneLookup
  place: PlaceLookup
  userAgent: UserAgentLookup
  when: WhenLookup
}

/** What the operator decided. */
export interface Settings {
  /** Origin of all links, without a slash at the end. */
  publicUrl: string
  /** Which company asks; shown to candidates. */
  companyName: string
  /** Who asks, where no platform tells: in the console and by the API. */
  recruiterName: string
  /** How a candidate makes sure that the request is genuine: "write to jobs@example.com". */
  contact: string
  /** How long before the window a link opens. */
  linkLeadMs: number
  /** Where this server is; null when the operator has not said. */
  vantage: Vantage | null
  /** Which addresses beside the page's are measured. */
  sidePaths: { udp: boolean; families: boolean }
  /** Whether tapping exercises may be asked for at all. */
  controlCheck: boolean
  /** Whether times in calls are noted; `unheard` where the service is connected in a way that does not tell them. */
  calls: Readonly<Record<CallService, 'noted' | 'unheard' | 'off'>>
  /** Days: readings after their window; a case, and what is left of it once erased, after it was opened. */
  retention: { rawDays: number; caseDays: number; recordDays: number }
  /** Offered in the form when the person's own zone is unknown. */
  defaultZone: string
}

/** Carries messages to one chat platform. */
export interface Messenger {
  /** Least time between two edits of one message, ms, as the platform allows. */
  editPauseMs: number
  /**
   * Posts a message, or edits the one posted before under the same key.
   *
   * Out: the platform's name for the message. A retry after a lost answer edits instead of posting twice.
   * Fails: `DeliveryError` says whether and when to try again.
   */
  deliver(message: {
    key: string
    channel: string
    card: Card
    /** The platform's name for the message if it was posted before. */
    ref: string | null
    caseId: string | null
    /** For a note: the living message it belongs under, once that is posted. */
    under: string | null
    /** Who asked for the case: called by a note, and told privately when the channel cannot be reached. */
    requester: Actor | null
  }): Promise<string>
  /** Takes a message away; one that is gone already is fine. */
  remove(channel: string, ref: string): Promise<void>
}

/** Whether a picture stands on a wide page or on a narrow screen. */
export type PictureShape = 'wide' | 'narrow'

/** Draws pictures. SVG comes as an element to put into a page: no style, no script, all text escaped. */
export interface Pictures {
  /** In: `id`, unique on the page. */
  map(view: MapView, shape: PictureShape, id: string): Promise<string>
  timeline(view: TimelineView, shape: PictureShape, id: string): Promise<string>
  /** The map of a card. */
  mapPng(view: MapView): Promise<Uint8Array>
}

/** A keyed hash that nobody else can make, for links that need no row. */
export interface Seal {
  /** 43 base64url characters. */
  of(text: string): string
  /** Whether it is that of the text; takes as long whatever is wrong. */
  fits(text: string, seal: string): boolean
}

/** What a mail to a candidate says. Everything in it is shown; nothing of it is fetched from anywhere. */
export interface CandidateMail {
  /** The same for every try, so that mail servers and programs know a mail that arrives twice. */
  id: string
  kind: MailRecord['kind']
  /** The date it bears, epoch ms; the same for every try. */
  at: number
  to: { name: string; address: string }
  link: string
  company: string
  recruiter: string
  /** How to make sure that it is genuine. */
  contact: string
  opening: string | null
  window: { startAt: number; endAt: number }
  /** Zone of the place that the candidate stated, and the recruiter's. */
  zones: { place: string; recruiter: string }
  /** From when the link works, epoch ms. */
  opensAt: number
  /** Whether the tapping exercise is asked for. */
  controlCheck: boolean
}

/** Sends mail. */
export interface Mailer {
  /**
   * Hands a mail to the mail server.
   *
   * Fails: `MailRefused` where trying again cannot help; with anything else it can.
   */
  send(mail: CandidateMail): Promise<void>
}

/** An interview as a calendar file (RFC 5545). It never holds a link of ours. */
export type CalendarFile = (event: {
  id: string
  title: string
  window: { startAt: number; endAt: number }
  meetingUrl: string | null
  /** When it was made, epoch ms. */
  at: number
}) => string

/** Starts a simulated candidate; only the console's demo uses it. */
export interface Simulator {
  /** People that can be played, with a line on what each does. */
  people: readonly { id: string; name: string; story: string; place: string }[]
  /** Time between two people who come one after another, ms. */
  apartMs: number
  /** Runs one in the background against our own routes, after some ms. */
  start(personId: string, invitation: { link: string; afterMs: number }): void
  /** Where the simulated server stands. */
  vantage: Vantage
}

/** Everything a use case may need. */
export interface Ports {
  store: Store
  bus: Bus
  clock: Clock
  random: Random
  lookups: Lookups
  settings: Settings
  simulator: Simulator
  pictures: Pictures
  /** Null where no mail server is set. */
  mailer: Mailer | null
  calendarFile: CalendarFile
  seal: Seal
  /** Whether lines of the audit log are as they were written. */
  verifyAudit(lines: readonly AuditRecord[]): boolean
  /** Tells the deliverer that the outbox has something, now or in some ms. Cheap; may be called often. */
  wake(afterMs?: number): void
}
