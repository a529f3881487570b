/** What every signal is for, and where it is kept. Title and sources are in `core/signals.ts`. */
import type { SignalName } from '../../core/signals.ts'

/** Where a signal is kept. */
export const keptIn = {
  'signals.reading': 'as a reading, encrypted',
  'cases.claims': 'with the claims, encrypted',
  'rounds.declared': 'with the round, encrypted',
  findings: 'not by itself: worked out for each verdict from the claims, and then in its findings',
} as const

/** A signal. */
export interface SignalField {
  keptIn: keyof typeof keptIn
  /** What it is for. */
  purpose: string
}

const reading = (purpose: string): SignalField => ({ keptIn: 'signals.reading', purpose })

/** What each signal is for. */
export const signalFields: { readonly [N in SignalName]: SignalField } = {
  claimedPlace: { keptIn: 'cases.claims', purpose: 'what everything is compared with' },
  declared: { keptIn: 'rounds.declared', purpose: 'makes a reading expected instead of odd' },
  phone: {
    keptIn: 'findings',
    purpose: 'whether the number fits what was stated; a question for a person',
  },
  address: reading('points to a region and a network'),
  addressLocations: reading('compared with the stated place; files on our server, nobody is asked'),
  addressNetworks: reading(
    'home, mobile, company, VPN or hosting: sets what to expect of the address',
  ),
  echoes: reading('distance takes time; also how long the page was there'),
  udpAddress: reading('whether direct connections leave from the same place as pages'),
  familyAddress: reading('whether IPv4 and IPv6 leave from the same place'),
  layers: reading('whether the device itself answers, or a proxy on its behalf'),
  userAgent: reading('kind of device; browsers without a window; shown to the manager'),
  hintHeaders: reading('whether browser and system fit together'),
  secondBrowser: reading('a link that was passed on'),
  browserZone: reading('usually goes with the place'),
  browserClock: reading('whether the zone that is named and the clock fit together'),
  clockSkewMs: reading('a clock that runs wrong explains odd times'),
  webdriver: reading('a browser that a program drives'),
  screen: reading('kind of device; a screen that a remote connection made up'),
  device: reading('kind of device; whether browser and system fit together'),
  clientHints: reading('whether browser and system fit together'),
  renderer: reading('a virtual machine or a server without a screen of its own'),
  focus: reading('how much of the interview the page was used'),
  visibility: reading('how much of the interview the page was in front'),
  network: reading('explains a change of address or a pause'),
  controlCheck: reading('how late a person taps along: a far operator sees and answers late'),
  controlExtra: reading(
    'how soon a person holds a tap back: slow people do in time, a far operator too late',
  ),
  pointer: reading('whether pointer movements arrive as remote control sends them'),
  keys: reading('whether keys are pressed by hand'),
  frames: reading('whether the screen is drawn as remote control draws it'),
  realm: reading('whether the browser was changed to say something else'),
  joined: reading('when the call was joined'),
  callPresence: reading(
    'how much of the interview the named account was in the call; weighs nothing; no address comes with it',
  ),
}
