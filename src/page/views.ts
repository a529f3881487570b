/** What the candidate's pages are given to draw, and what the session page and the server say to each other. */
import type { ControlPlan, Variant } from '../core/rhythm/plan.ts'
import type { Absence, Signal, SignalName } from '../core/signals.ts'

/** Who asks, and how to make sure. Names are shown as they are, in their own direction. */
export interface AskerView {
  company: string
  /** E-mail address, https address or plain words; the first two become links. */
  contact: string
}

/** The notice, before anything is read. */
export interface NoticeView extends AskerView {
  recruiter: string
  /** Title of the job, when known. */
  opening: string | null
  /** Ready text, with its zone or both zones. */
  window: string
  token: string
  nonce: string
  /** Whether there is a call to go to from here. */
  canJoin: boolean
  retentionDays: number
  /** How long the findings stay. */
  caseDays: number
  /** Whether the short tapping exercise follows. */
  controlCheck: boolean
  /** Whether times in the call are noted. */
  callNoted: boolean
  simulated: boolean
}

/** How far one step of the passive readings is. */
export type StepState = 'done' | 'waiting'

/** Steps of the passive readings, as the candidate sees them. */
export interface ProgressView {
  address: StepState
  clock: StepState
  browser: StepState
  latency: StepState
}

/** A started move to another device. */
export interface MoveView {
  /** What is typed on the other device. */
  code: string
  /** Where it is typed: "https://check.example.com/m". */
  url: string
  /** Which browser typed it and now asks to take over: "Firefox on Windows". */
  asked: string | null
}

/** The tapping exercise, where it is asked for. */
export interface ControlView {
  /** Offered, done, left out (skipped, or not scored), tried in a way that could not be used, or taken with one part more asked for. */
  progress: 'offered' | 'done' | 'left-out' | 'void' | 'more'
  /** What was declared to be in use. */
  remoteDesktop: boolean
  assistive: boolean
}

/** The page of a bound browser, open from Continue to the end of the call. */
export interface SessionView extends AskerView {
  /** Ready text, with its zone or both zones. */
  window: string
  nonce: string
  canJoin: boolean
  /** Where Join leads, for people: "zoom.us". */
  meetingHost: string | null
  progress: ProgressView
  move: MoveView | null
  /** Whether another way was asked for already. */
  requested: boolean
  control: ControlView | null
  over: boolean
  /** Whether another device took over. */
  moved: boolean
  simulated: boolean
  /** `/s/live` */
  socketPath: string
  /** `/s/signals` */
  signalsPath: string
  /** Ids of the beacons to answer besides. */
  beacons: readonly string[]
  /** Signals of the other paths to come by. */
  paths: readonly SignalName[]
}

/** What was recorded, as the candidate may see it. */
export interface RecordedView extends AskerView {
  /** Whom to name beside answers of their database. */
  attributions: readonly { text: string; url: string }[]
  signals: readonly Signal[]
  /** Whose clocks the times are of, IANA. */
  zone: string
  /** The day that needs no date beside its times, epoch ms. */
  today: number
  retentionDays: number
  /** How long the findings stay. */
  caseDays: number
  nonce: string
  /** Whether the wish to be erased can be sent now. */
  erasable: boolean
}

/** Where a second device types the code of the first. */
export interface MoveEntryView {
  /** Filled in when the address carried it. */
  code: string | null
  /** One sentence for the candidate. */
  error: string | null
  nonce: string
}

/** The one page for every link that cannot be opened; it must not tell which kind it is. */
export interface UnavailableView {
  nonce: string
  /** The same for every link, or absent. */
  contact?: string
}

/** A page of a title and some lines. */
export interface MessageView {
  title: string
  lines: readonly string[]
  back?: { href: string; text: string }
}

/** A reading as the page sends it. */
export type SentSignal = { name: string } & ({ value: unknown } | { why: Absence })

/** Body of `POST /s/signals`; the same with `t: 'signals'` goes up the socket. */
export interface SignalsBody {
  /** The device's clock, epoch ms: with a reading of zone or clock, how far it is from ours is `clockSkewMs`. */
  now: number
  signals: readonly SentSignal[]
}

/** Body of `POST /s/control/start`. */
export interface ControlWishBody {
  variant: Variant
  remoteDesktop: boolean
  assistive: boolean
}

/** Its answer. */
export interface ControlStart {
  id: string
  plan: ControlPlan
}

/** Answer to `POST /s/control/finish`, whose body is `{id, log}`. */
export interface ControlAnswer {
  /** Whether that was all of it; otherwise it can be done again, or one part more is asked for. */
  done: boolean
  more: boolean
  /** Sentences for the candidate. */
  say: readonly string[]
}

/** What comes down the socket besides echoes; the server may answer `POST /s/signals` with it as well. */
export interface StateMessage {
  t: 'state'
  measured: ProgressView
  asked: string | null
  over: boolean
  moved: boolean
}
