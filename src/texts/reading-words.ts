/** Readings in words, as the person they are of may read them, in their language. */
import { isPartName } from '../core/browser-parts.ts'
import type { SideAddress, Signal, SignalName, SignalValue } from '../core/signals.ts'
import { catalogue } from './catalogue.ts'
import { fill } from './fill.ts'
import { localeOf, type Language } from './languages.ts'
import { counted } from './plural.ts'
import { offsetsIn, skewIn } from './reading-clock.ts'
import {
  countryIn,
  dayIn,
  gigabytesIn,
  kmIn,
  msIn,
  percentIn,
  pixelsIn,
  zoneNameIn,
} from './reading-format.ts'
import type { ReadingTexts } from './reading-texts.ts'

/** The language that words are made in. */
interface Tongue {
  locale: string
  texts: ReadingTexts
}

const serviceNames = { discord: 'Discord' } as const satisfies Record<
  SignalValue<'callPresence'>['platform'],
  string
>

type Part = string | null | undefined

/** Every signal's value in words. */
const valueWords: {
  readonly [N in SignalName]: (value: SignalValue<N>, tongue: Tongue) => string
} = {
  claimedPlace: ({ label }) => label,
  declared: (declared, { texts }) =>
    list(
      texts,
      (['travel', 'vpn', 'remoteDesktop', 'assistive'] as const).map((key) =>
        declared[key] ? texts.declared[key] : null,
      ),
    ),
  phone: ({ valid, country, kind, area }, { locale, texts }) =>
    valid
      ? list(texts, [
          texts.phone[kind],
          country === null ? null : countryIn(locale, texts, country),
          area,
        ])
      : texts.noPlan,
  address: (address) => address,
  addressLocations: locationsWords,
  addressNetworks: ({ kind, asn, organisation, operator, list: name, builtOn }, tongue) => {
    const { texts } = tongue
    const known = operator ?? organisation
    const number = asn === null ? null : `AS${asn}`
    const owner = known !== null && number !== null ? `${known} (${number})` : (known ?? number)
    const source = dated(tongue, listName(texts, name), builtOn)
    return `${list(texts, [owner, texts.kinds[kind]])} (${source})`
  },
  echoes: ({ vantage, minMs, count }, { locale, texts }) =>
    list(texts, [
      fill(texts.leastOf, { time: msIn(locale, minMs), count: String(count) }),
      vantage === null ? null : fill(texts.to, { place: vantage.name }),
    ]),
  layers: ({ vantage, kernelMinMs, helloGapMs }, { locale, texts }) =>
    list(texts, [
      fill(texts.least, { time: msIn(locale, kernelMinMs) }),
      helloGapMs === null ? null : fill(texts.begun, { time: msIn(locale, helloGapMs) }),
      vantage === null ? null : fill(texts.to, { place: vantage.name }),
    ]),
  udpAddress: sideAddressWords,
  familyAddress: sideAddressWords,
  userAgent: ({ browser, os, device, headless }, { texts }) =>
    list(texts, [
      onSystem(texts, browser ?? texts.noName, os),
      device === 'other' ? null : texts.devices[device],
      headless ? texts.noWindow : null,
    ]),
  hintHeaders: ({ brands, platform, mobile }, { texts }) =>
    list(texts, [
      onSystem(texts, brandWords(texts, brands), platform),
      mobile === true ? texts.mobile : null,
    ]),
  secondBrowser: ({ country, sameNetwork }, { locale, texts }) =>
    list(texts, [
      sameNetwork ? texts.sameNetwork : texts.otherNetwork,
      country === null ? null : fill(texts.country, { country: countryIn(locale, texts, country) }),
    ]),
  browserZone: (zone, { locale }) => zoneNameIn(locale, zone),
  browserClock: ({ offsetsMin }, { locale, texts }) => offsetsIn(locale, texts, offsetsMin),
  clockSkewMs: (skewMs, { locale, texts }) => skewIn(locale, texts, skewMs),
  webdriver: yesOrNo,
  screen: ({ width, height, pixelRatio }, { locale, texts }) =>
    fill(texts.screen, {
      width: pixelsIn(locale, width),
      height: pixelsIn(locale, height),
      percent: percentIn(locale, pixelRatio),
    }),
  device: ({ cores, memoryGb, touchPoints, platform }, { locale, texts }) =>
    list(texts, [
      cores === null ? null : counted(locale, texts.processors, cores),
      memoryGb === null ? null : fill(texts.memory, { size: gigabytesIn(locale, memoryGb) }),
      touchPoints === null ? null : counted(locale, texts.touchPoints, touchPoints),
      platform,
    ]),
  clientHints: (
    { brands, mobile, platform, platformVersion, architecture, bitness, model },
    { texts },
  ) =>
    list(texts, [
      onSystem(
        texts,
        brandWords(texts, brands),
        [platform, platformVersion ?? ''].join(' ').trim(),
      ),
      [architecture ?? '', bitness === null ? '' : fill(texts.bits, { count: bitness })]
        .join(' ')
        .trim(),
      model,
      mobile ? texts.mobile : null,
    ]),
  renderer: ({ vendor, renderer }, { texts }) =>
    list(texts, [renderer, vendor === '' ? null : fill(texts.maker, { maker: vendor })]),
  focus: (focus, tongue) => yesOrNo(focus === 'focused', tongue),
  visibility: (visibility, tongue) => yesOrNo(visibility === 'visible', tongue),
  network: (network, { texts }) => texts.networks[network],
  controlCheck: ({ asynchronyMs, tempi, reaction }, { locale, texts }) =>
    list(texts, [
      fill(texts.afterBeat, { time: msIn(locale, asynchronyMs) }),
      counted(
        locale,
        texts.taps,
        tempi.reduce((sum, { taps }) => sum + taps, 0),
      ),
      reaction === null ? null : fill(texts.reacted, { time: msIn(locale, reaction.medianMs) }),
    ]),
  controlExtra: ({ taps, trials, held, asynchronyMs, ssd50Ms }, { locale, texts }) =>
    list(texts, [
      counted(locale, texts.taps, taps),
      fill(texts.heldBack, { held: String(held), trials: String(trials) }),
      fill(texts.toStop, { time: msIn(locale, asynchronyMs + ssd50Ms) }),
    ]),
  pointer: ({ gaps, gapMedianMs }, { locale, texts }) =>
    list(texts, [
      counted(locale, texts.movements, gaps),
      fill(texts.apart, { time: msIn(locale, gapMedianMs) }),
    ]),
  keys: ({ presses, dwellMedianMs }, { locale, texts }) =>
    list(texts, [
      counted(locale, texts.presses, presses),
      dwellMedianMs === null ? null : fill(texts.held, { time: msIn(locale, dwellMedianMs) }),
    ]),
  frames: ({ medianMs }, { locale, texts }) => fill(texts.every, { time: msIn(locale, medianMs) }),
  realm: ({ differences }, { texts }) =>
    differences.map((name) => (isPartName(name) ? texts.parts[name] : name)).join(texts.comma) ||
    texts.no,
  joined: (_pressed, { texts }) => texts.pressed,
  callPresence: ({ platform, event, exact }, { texts }) => {
    const found = { joined: 'found', left: 'gone', lost: 'lost' } as const
    return fill(texts.call[exact ? event : found[event]], { service: serviceNames[platform] })
  },
}

/** What a reading says, or why it says nothing. */
export function readingWords(signal: Signal, language: Language): string {
  const texts = catalogue[language].readings
  if ('why' in signal) {
    const isVoid = signal.name === 'controlCheck' && signal.why === 'out-of-range'
    return isVoid ? texts.voidExercise : texts.absences[signal.why]
  }
  // Name and value belong together, which the compiler cannot follow through the union.
  const words = valueWords[signal.name] as (value: unknown, tongue: Tongue) => string
  return words(signal.value, { locale: localeOf(language), texts })
}

/** A browser on its system, as it names itself: "Firefox 140 on Windows". At the beginning of a sentence. */
export function browserWords(
  { browser, os }: { browser: string | null; os: string | null },
  language: Language,
): string {
  const { move, readings } = catalogue[language]
  return onSystem(readings, browser ?? move.unnamed, os) ?? move.unnamed
}

function sideAddressWords({ address, locations }: SideAddress, tongue: Tongue): string {
  return list(tongue.texts, [address, locationsWords(locations, tongue)])
}

function locationsWords(locations: SignalValue<'addressLocations'>, tongue: Tongue): string {
  return locations.map((location) => locationWords(location, tongue)).join(tongue.texts.semicolon)
}

function locationWords(
  { city, country, radiusKm, database, builtOn }: SignalValue<'addressLocations'>[number],
  tongue: Tongue,
): string {
  const { locale, texts } = tongue
  const place = list(texts, [
    city,
    countryIn(locale, texts, country),
    radiusKm === undefined ? null : fill(texts.near, { distance: kmIn(locale, radiusKm) }),
  ])
  return `${place} (${dated(tongue, database, builtOn)})`
}

/** A database or list with its day. */
function dated({ locale, texts }: Tongue, name: string, builtOn: string): string {
  return fill(texts.dated, { name, date: dayIn(locale, builtOn) })
}

/** A list by who makes it: what it is a list of stands before it, in the reader's language. */
function listName({ ourTable }: ReadingTexts, name: string): string {
  if (name.startsWith('our table of ')) return ourTable
  return /^(.+?)(?:’s)? list of /.exec(name)?.[1] ?? name
}

function brandWords(
  { comma }: ReadingTexts,
  brands: SignalValue<'hintHeaders'>['brands'],
): string | null {
  return brands.map(({ brand, version }) => `${brand} ${version}`.trim()).join(comma) || null
}

function onSystem({ onSystem: text }: ReadingTexts, browser: string | null, system: string | null) {
  if (browser === null || system === null || system === '') return browser ?? system
  return fill(text, { browser, system })
}

function yesOrNo(value: boolean, { texts }: Tongue): string {
  return value ? texts.yes : texts.no
}

/** The parts that are known, one after another; never empty. */
function list({ comma, nothing }: ReadingTexts, parts: readonly Part[]): string {
  const known = parts.filter((part) => part !== null && part !== undefined && part !== '')
  return known.join(comma) || nothing
}
