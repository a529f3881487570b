/** What is read, in the words of the notice. A test holds it against the signals, so that neither outgrows the other. */
import type { SignalName } from '../core/signals.ts'

/** One line of the notice. */
export interface NoticeItem {
  title: string
  /** Why it is read, for the candidate. */
  why: string
  /** The signals it covers. */
  signals: readonly SignalName[]
  /** Read only where the tapping exercise is asked for. */
  only?: 'control-check'
}

/** Everything that a page or server reads of a candidate. */
export const NOTICE_ITEMS: readonly NoticeItem[] = [
  {
    title: 'Your IP address, the network it belongs to, and where public databases place it',
    why: 'It points to a region, never to a street, and shows whether the line is one of a home or office, a mobile network or a VPN.',
    signals: ['address', 'addressLocations', 'addressNetworks'],
  },
  {
    title:
      'Your other IP addresses: the one your browser uses for direct connections, as calls do, and the one of the other kind (IPv4 or IPv6)',
    why: 'A tunnel often carries only one of them.',
    signals: ['udpAddress', 'familyAddress'],
  },
  {
    title: 'How long a message takes between your device and our servers',
    why: 'Distance takes time, so this shows roughly how far away you are.',
    signals: ['echoes', 'layers'],
  },
  {
    title: 'The time zone and clock of your device, and when it changes to summer time',
    why: 'They usually go with the place.',
    signals: ['browserZone', 'browserClock', 'clockSkewMs'],
  },
  {
    title:
      'Your browser and system, their versions, and the kind and model of your device, as the browser names them',
    why: 'Also whether the browser says that a program drives it.',
    signals: ['userAgent', 'hintHeaders', 'clientHints', 'webdriver'],
  },
  {
    title:
      'The size of your screen, how often it is drawn while this page is in front, the number of processors and touch points, the memory, the platform and the graphics processor',
    why: 'They show what kind of device this is.',
    signals: ['screen', 'frames', 'device', 'renderer'],
  },
  {
    title:
      'Whether your browser says the same of its name, platform, number of processors, time zone and clock on this page and beside it, and whether the functions that tell such things are its own',
    why: 'Only the names of what differs are sent. Privacy extensions change such things too.',
    signals: ['realm'],
  },
  {
    title:
      'The rhythm in which your mouse moves over this page and keys are pressed on it: never where, never which keys',
    why: 'Remote control has a rhythm of its own. What you type is not read.',
    signals: ['pointer', 'keys'],
  },
  {
    title:
      'How late, how steadily and how fast you tap, in the tapping exercise: averages, never the taps',
    why: 'Somebody who drives a computer from far away sees and answers late. You can skip it.',
    signals: ['controlCheck'],
    only: 'control-check',
  },
  {
    title: 'Whether this page stays connected and in front, and whether it has the keyboard',
    why: 'Until the interview ends. Leaving it is fine, and what you do elsewhere is not read.',
    signals: ['network', 'visibility', 'focus'],
  },
  {
    title: 'When you join, and whether a second browser uses your link',
    why: 'So that nobody can take your place.',
    signals: ['joined', 'secondBrowser'],
  },
]
