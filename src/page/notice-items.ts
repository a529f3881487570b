/** What is read, by lines of the notice. A test holds them against the signals, so that neither outgrows the other. */
import type { SignalName } from '../core/signals.ts'
import type { Texts } from '../texts/en.ts'

/** One line of the notice. */
export interface NoticeItem {
  /** Its words in the catalogue of texts. */
  text: keyof Texts['items']
  /** The signals it covers. */
  signals: readonly SignalName[]
  /** Read only where the tapping exercise is asked for, or where an account in a call was named. */
  only?: 'control-check' | 'call'
}

/** Everything that a page, a server or a meeting service reads of a candidate. */
export const NOTICE_ITEMS: readonly NoticeItem[] = [
  { text: 'address', signals: ['address', 'addressLocations', 'addressNetworks'] },
  { text: 'sides', signals: ['udpAddress', 'familyAddress'] },
  { text: 'timing', signals: ['echoes', 'layers'] },
  { text: 'clock', signals: ['browserZone', 'browserClock', 'clockSkewMs'] },
  { text: 'browser', signals: ['userAgent', 'hintHeaders', 'clientHints', 'webdriver'] },
  { text: 'device', signals: ['screen', 'frames', 'device', 'renderer'] },
  { text: 'realm', signals: ['realm'] },
  { text: 'rhythm', signals: ['pointer', 'keys'] },
  { text: 'tapping', signals: ['controlCheck', 'controlExtra'], only: 'control-check' },
  { text: 'presence', signals: ['network', 'visibility', 'focus'] },
  { text: 'joining', signals: ['joined', 'secondBrowser'] },
  { text: 'call', signals: ['callPresence'], only: 'call' },
]
