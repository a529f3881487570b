import { defineCheck } from '../check.ts'
import type { Declared } from '../claim.ts'
import type { AddressNetwork, NetworkKind } from '../signals.ts'
import { operatorOf } from '../tunnel.ts'

/** What each kind is, as a person would say it. */
const kindWords: Readonly<Record<NetworkKind, string>> = {
  tor: 'an exit of the Tor network',
  vpn: 'a known VPN',
  hosting: 'a data centre, as those of VPNs and remote desktops are',
  gateway: 'a company gateway: the address says where that stands',
  relay: 'a privacy relay of a maker: it hides the address within a region',
  satellite: 'a satellite network: its addresses come out far away',
  mobile: 'a mobile carrier: its addresses come out where the carrier leads to the internet',
  education: 'a university or school',
  home: 'a line of a home or an office',
}

/** The kinds that say most of a round stand first. */
const order: readonly NetworkKind[] = [
  'tor',
  'vpn',
  'hosting',
  'gateway',
  'relay',
  'satellite',
  'mobile',
  'education',
  'home',
]

/** Kinds that put a person behind an exit, and that somebody without one of these tools does not have. */
const unexpected: ReadonlySet<NetworkKind> = new Set(['tor', 'vpn', 'hosting'])

/** Whether what was declared leads one to expect this kind. */
function isDeclared(kind: NetworkKind, declared: Declared | undefined): boolean {
  if (kind === 'vpn') return declared?.vpn ?? false
  if (kind === 'hosting') return (declared?.vpn ?? false) || (declared?.remoteDesktop ?? false)
  return false
}

function claimWords(declared: Declared | undefined): string {
  if (declared?.vpn) return 'a VPN'
  return declared?.remoteDesktop ? 'a remote desktop' : 'no VPN and no remote desktop'
}

function networkWords(network: AddressNetwork): string {
  const operator = operatorOf(network)
  const source = `${network.list} of ${network.builtOn}`
  return `${kindWords[network.kind]} (${operator === null ? source : `${operator}; ${source}`})`
}

const network = (kind: NetworkKind, operator: string | null = null): AddressNetwork => ({
  kind,
  asn: 64_500,
  organisation: 'Example Net',
  operator,
  list: 'X4BNet',
  builtOn: '2026-08-22',
})
const nothing = { travel: false, vpn: false, remoteDesktop: false, assistive: false }

export default defineCheck({
  id: 'network-kind',
  title: 'Kind of network behind the IP address',
  axis: 'place',
  group: 'address',
  why: 'An address of a VPN, of Tor or of a data centre says where an exit stands; nobody gets one by merely being at home.',
  innocent: [
    'a VPN for privacy, or one of the employer that nobody thought of declaring',
    'a cloud computer or remote desktop that the employer provides',
    'an office whose traffic leaves through a data centre',
    'a list that is out of date: addresses change hands',
  ],
  next: 'Ask whether a VPN or a remote desktop is on, and for one minute without it, where the employer allows it.',
  source: [
    'Lists of VPNs and data centres of X4BNet of 2026-08-22: of 258 home, mobile and satellite addresses none is listed as VPN and 2 as data centre; of 32 Zscaler addresses 5 as data centre (own comparison, read 2026-11-25)',
    'Private Relay’s address stands for the city or, if its user wants that, for country and time zone: Apple, “Prepare your network or web server for iCloud Private Relay”, and support article HT212614 (read 2026-11-25)',
  ],
  needs: ['addressNetworks'],
  wants: ['declared'],
  run({ addressNetworks, declared }) {
    const ranked = [...addressNetworks].sort(
      (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind),
    )
    const undeclared = ranked.find(
      ({ kind }) => unexpected.has(kind) && !isDeclared(kind, declared),
    )
    const first = undeclared ?? ranked[0]
    if (first === undefined) return { outcome: 'not-applicable' }
    const statement = {
      claimed: claimWords(declared),
      expected:
        declared?.vpn || declared?.remoteDesktop
          ? 'an address of that, or of a home, office or mobile line'
          : 'an address of a home, office, school or mobile line',
      observed: [...new Set(ranked.map(networkWords))].join('; '),
      facts: { addresses: addressNetworks.length },
    }
    if (undeclared !== undefined) {
      return { ...statement, outcome: 'contradictory', level: undeclared.kind }
    }
    const level = unexpected.has(first.kind) ? 'as-declared' : first.kind
    return { ...statement, outcome: 'consistent', level }
  },
  examples: [
    {
      case: 'a line at home',
      given: { addressNetworks: [network('home')] },
      expect: 'consistent',
      level: 'home',
    },
    {
      case: 'a VPN that nobody declared',
      given: { addressNetworks: [network('vpn', 'Proton VPN')] },
      expect: 'contradictory',
      level: 'vpn',
    },
    {
      case: 'at home first, then through a VPN',
      given: { addressNetworks: [network('home'), network('vpn')] },
      expect: 'contradictory',
      level: 'vpn',
    },
    {
      case: 'an exit of Tor',
      given: { addressNetworks: [network('tor')] },
      expect: 'contradictory',
      level: 'tor',
    },
    {
      case: 'an address of a data centre',
      given: { addressNetworks: [network('hosting', null)] },
      expect: 'contradictory',
      level: 'hosting',
    },
    {
      case: 'a VPN of the employer, declared',
      given: { addressNetworks: [network('vpn')], declared: { ...nothing, vpn: true } },
      expect: 'consistent',
      level: 'as-declared',
    },
    {
      case: 'a cloud computer, declared as remote desktop',
      given: {
        addressNetworks: [network('hosting')],
        declared: { ...nothing, remoteDesktop: true },
      },
      expect: 'consistent',
      level: 'as-declared',
    },
    {
      case: 'Tor is no VPN of an employer',
      given: { addressNetworks: [network('tor')], declared: { ...nothing, vpn: true } },
      expect: 'contradictory',
      level: 'tor',
    },
    {
      case: 'an iPhone with Private Relay',
      given: { addressNetworks: [network('relay', 'iCloud Private Relay')] },
      expect: 'consistent',
      level: 'relay',
    },
    {
      case: 'a company laptop behind a gateway',
      given: { addressNetworks: [network('gateway', 'Zscaler')] },
      expect: 'consistent',
      level: 'gateway',
    },
    {
      case: 'a phone on its carrier',
      given: { addressNetworks: [network('mobile')] },
      expect: 'consistent',
      level: 'mobile',
    },
    {
      case: 'a house with a dish',
      given: { addressNetworks: [network('satellite')] },
      expect: 'consistent',
      level: 'satellite',
    },
    {
      case: 'a student in a hall of residence',
      given: { addressNetworks: [network('education')] },
      expect: 'consistent',
      level: 'education',
    },
  ],
})
