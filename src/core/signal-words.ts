/** Readings in words, as the person they are of may read them. */
import { partWords } from './browser-parts.ts'
import { offsetsWords, skewWords } from './clock-words.ts'
import { countryName } from './country.ts'
import type {
  Absence,
  NetworkKind,
  SideAddress,
  Signal,
  SignalName,
  SignalValue,
} from './signals.ts'

/** For people: why there is no value. */
const absenceWords: Readonly<Record<Absence, string>> = {
  unsupported: 'not read: this browser or network does not tell',
  blocked: 'not read: a setting or extension keeps it private',
  timeout: 'not read: it took too long',
  error: 'not read: it failed',
  refused: 'not read: you said no',
  skipped: 'not read: you skipped it',
  'out-of-range': 'not kept: what came cannot be right',
  unknown: 'not known to our databases',
  'not-configured': 'not read here',
}

/** For people: kinds of network. */
const kindWords: Readonly<Record<NetworkKind, string>> = {
  home: 'a home or office line',
  mobile: 'a mobile network',
  satellite: 'a satellite network',
  education: 'a school or university',
  hosting: 'a data centre',
  vpn: 'a VPN',
  tor: 'the Tor network',
  relay: 'a privacy relay',
  gateway: 'a company gateway',
}

const declaredWords = {
  travel: 'travelling',
  vpn: 'a VPN',
  remoteDesktop: 'a remote desktop',
  assistive: 'assistive technology',
} as const

const serviceNames = { discord: 'Discord' } as const

/** What was told of a call: heard as it happened, or found at that moment. */
const presenceWords = {
  joined: { heard: 'joined the call', found: 'was in the call already' },
  left: { heard: 'left the call', found: 'was not in the call any more' },
  lost: {
    heard: 'was in the call; after that it could not be heard for a while',
    found: 'was in the call; after that it could not be heard for a while',
  },
} as const

/** Every signal's value in words. */
const valueWords: { readonly [N in SignalName]: (value: SignalValue<N>) => string } = {
  claimedPlace: ({ label }) => label,
  declared: (declared) =>
    (['travel', 'vpn', 'remoteDesktop', 'assistive'] as const)
      .filter((key) => declared[key])
      .map((key) => declaredWords[key])
      .join(', ') || 'nothing',
  phone: ({ valid, country, kind, area }) =>
    valid
      ? listWords([kind, country === null ? null : countryName(country), area])
      : 'not a number of any plan',
  address: (address) => address,
  addressLocations: (locations) => locations.map(locationWords).join('; '),
  addressNetworks: ({ kind, asn, organisation, operator, list, builtOn }) => {
    const name = operator ?? organisation
    const number = asn === null ? null : `AS${asn}`
    const known = name !== null && number !== null ? `${name} (${number})` : (name ?? number)
    return `${listWords([known, kindWords[kind]])} (${list} of ${builtOn})`
  },
  echoes: ({ vantage, minMs, count }) =>
    `least ${roundMs(minMs)} ms of ${count}${vantage === null ? '' : `, to ${vantage.name}`}`,
  layers: ({ vantage, kernelMinMs, helloGapMs }) =>
    `least ${roundMs(kernelMinMs)} ms${helloGapMs === null ? '' : `, begun after ${roundMs(helloGapMs)} ms`}${vantage === null ? '' : `, to ${vantage.name}`}`,
  udpAddress: sideAddressWords,
  familyAddress: sideAddressWords,
  userAgent: ({ browser, os, device, headless }) =>
    `${listWords([onSystem(browser ?? 'a browser without a name', os), device === 'other' ? null : device])}${headless ? ', without a window' : ''}`,
  hintHeaders: ({ brands, platform, mobile }) =>
    listWords([onSystem(brandWords(brands), platform), mobileWords(mobile)]),
  secondBrowser: ({ country, sameNetwork }) =>
    `from ${sameNetwork ? 'the same network' : 'another network'}${country === null ? '' : `, in ${countryName(country)}`}`,
  browserZone: (zone) => zone,
  browserClock: ({ offsetsMin }) => offsetsWords(offsetsMin),
  clockSkewMs: skewWords,
  webdriver: yesOrNo,
  screen: ({ width, height, pixelRatio }) =>
    `${width} × ${height} pixels at ${Math.round(pixelRatio * 100)} %`,
  device: ({ cores, memoryGb, touchPoints, platform }) =>
    listWords([
      cores === null ? null : counted(cores, 'processor'),
      memoryGb === null ? null : `about ${memoryGb} GB of memory`,
      touchPoints === null ? null : counted(touchPoints, 'touch point'),
      platform,
    ]),
  clientHints: ({ brands, mobile, platform, platformVersion, architecture, bitness, model }) =>
    listWords([
      onSystem(brandWords(brands), [platform, platformVersion ?? ''].join(' ').trim()),
      [architecture ?? '', bitness === null ? '' : `${bitness} bit`].join(' ').trim() || null,
      model,
      mobileWords(mobile),
    ]),
  renderer: ({ vendor, renderer }) => listWords([renderer, vendor === '' ? null : `by ${vendor}`]),
  focus: (focus) => yesOrNo(focus === 'focused'),
  visibility: (visibility) => yesOrNo(visibility === 'visible'),
  network: (network) => (network === 'changed' ? 'moved to another kind of network' : network),
  controlCheck: ({ asynchronyMs, tempi, reaction }) =>
    listWords([
      `${roundMs(asynchronyMs)} ms after the beat`,
      counted(
        tempi.reduce((sum, { taps }) => sum + taps, 0),
        'tap',
      ),
      reaction === null ? null : `reacted after ${roundMs(reaction.medianMs)} ms`,
    ]),
  pointer: ({ gaps, gapMedianMs }) =>
    `${counted(gaps, 'movement')}, ${roundMs(gapMedianMs)} ms apart`,
  keys: ({ presses, dwellMedianMs }) =>
    listWords([
      `${presses} key ${presses === 1 ? 'press' : 'presses'}`,
      dwellMedianMs === null ? null : `held for ${roundMs(dwellMedianMs)} ms`,
    ]),
  frames: ({ medianMs }) => `every ${roundMs(medianMs)} ms`,
  realm: ({ differences }) => differences.map(partWords).join(', ') || 'no',
  joined: () => 'pressed',
  callPresence: ({ platform, event, exact }) =>
    `${presenceWords[event][exact ? 'heard' : 'found']}, in ${serviceNames[platform]}`,
}

/** What a reading says, or why it says nothing. */
export function signalWords(signal: Signal): string {
  if ('why' in signal) {
    const isVoid = signal.name === 'controlCheck' && signal.why === 'out-of-range'
    return isVoid ? 'not kept: the exercise could not be used' : absenceWords[signal.why]
  }
  // Name and value belong together, which the compiler cannot follow through the union.
  const words = valueWords[signal.name] as (value: unknown) => string
  return words(signal.value)
}

function sideAddressWords({ address, locations }: SideAddress): string {
  return listWords([address, locations.map(locationWords).join('; ') || null])
}

function locationWords({
  city,
  country,
  radiusKm,
  database,
  builtOn,
}: SignalValue<'addressLocations'>[number]): string {
  const place = listWords([city, countryName(country)])
  const near = radiusKm === undefined ? '' : `, give or take ${Math.round(radiusKm)} km`
  return `${place}${near} (${database} of ${builtOn})`
}

function brandWords(brands: SignalValue<'hintHeaders'>['brands']): string | null {
  return brands.map(({ brand, version }) => `${brand} ${version}`.trim()).join(', ') || null
}

function onSystem(browser: string | null, system: string | null): string | null {
  if (browser === null || system === null || system === '') return browser ?? system
  return `${browser} on ${system}`
}

function mobileWords(mobile: boolean | null): string | null {
  return mobile === true ? 'mobile' : null
}

function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no'
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** Tenths below 10 ms, where they matter. */
function roundMs(ms: number): number {
  return ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms)
}

/** The parts that are known, one after another; never empty. */
function listWords(parts: readonly (string | null | undefined)[]): string {
  return (
    parts.filter((part) => part !== null && part !== undefined && part !== '').join(', ') ||
    'nothing'
  )
}
