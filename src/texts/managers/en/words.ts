/** Words that cards, pictures, forms and the report share: verdicts, weights, coverage, what pictures show, and what would change a verdict. */
import { plural } from '../../plural.ts'

/** The texts, by the file of the core that uses them. */
export const words = {
  /** Between the entries of a list, spaces included. */
  and: ' and ',
  states: {
    consistent: {
      label: 'Consistent',
      meaning: 'What was measured fits what was stated.',
    },
    unclear: {
      label: 'Unclear',
      meaning: 'Too little was measured to say either way. That is no sign against anyone.',
    },
    review: {
      label: 'Needs a look',
      meaning:
        'Something measured does not fit what was stated. There may be a simple explanation: ask.',
    },
    contradicted: {
      label: 'Contradicted',
      meaning: 'Several independent readings do not fit what was stated. Ask before you decide.',
    },
  },
  axes: {
    place: {
      name: 'Place',
      question: 'Is the computer where the candidate says it is?',
      against: 'the computer is somewhere else',
      for: 'the computer is where they say',
    },
    control: {
      name: 'Control',
      question: 'Is the person sitting at this computer?',
      against: 'the computer is driven from elsewhere',
      for: 'the person sits at the computer',
    },
    continuity: {
      name: 'Continuity',
      question: 'Is it the same computer and person throughout?',
      against: 'another computer or person took over',
      for: 'it is the same computer and person',
    },
    record: {
      name: 'Record',
      question: 'Do the facts of the application hold together?',
      against: 'facts of the application do not belong together',
      for: 'the facts of the application belong together',
    },
  },
  strength: {
    none: 'does not count either way',
    times: 'about {ratio} times more likely if {hypothesis} ({support})',
    support: {
      none: 'no support either way',
      weak: 'weak support',
      moderate: 'moderate support',
      strong: 'moderately strong support',
    },
  },
  /** The button of each decision, and how it reads in a sentence after a name. */
  decisions: {
    fine: { button: 'Looks fine', done: 'decided that it looks fine' },
    recheck: { button: 'Ask for another check', done: 'asked for another check' },
    escalate: { button: 'Escalate', done: 'escalated this' },
    dismiss: { button: 'Dismiss', done: 'dismissed the findings' },
  },
  /** What `consistent` still lacks: parts of a sentence, without a full stop. */
  coverage: {
    noDeviceKey: 'no device key was seen from Continue to Join',
    windowOpen: 'the window is not over, and there is no record of the call',
    littleSeen:
      'the page answered for less than half of the window, and there is no record of the call',
    littleKnown: 'neither the page nor the call is known for half of the window',
    fewFacts: 'fewer than three facts of the application were looked up',
    skipped: 'the tapping exercise was skipped; that is no sign against anyone',
    notAsked: 'the tapping exercise was not asked for',
    remoteDesktop: 'a remote desktop was declared, so no tapping exercise is scored',
    anotherWay:
      'another way was asked for instead of the tapping exercise; that is no sign against anyone',
    trouble: 'the tapping exercise could not be used: {trouble}',
    notTaken: 'the tapping exercise was not taken',
    noPlace: 'no database knows where the IP address is',
    noZone: 'the time zone of the device was not read',
    travel: 'travel was declared: the stated place is not today’s',
    otherComputer:
      'where the person is, because a remote desktop was declared and shows its own computer; ask for one minute without it',
    lostServer:
      'our server does not know where it stands, so round-trip times say nothing of a place: set SERVER_LOCATION',
    tornServers:
      'the way to our servers, because they cannot all be where they say; whoever runs this should look at SERVER_LOCATION and BEACONS',
    fewEchoes: 'fewer than {count} round-trip times from a server of known location',
  },
  /** How "the tapping exercise could not be used" goes on. */
  troubles: {
    hidden: 'the page was hidden during it',
    'coarse-clock':
      'the browser tells times only roughly, as browsers do that protect against fingerprinting',
    'slow-frames': 'the screen was drawn too slowly',
    'too-few-taps': 'there were too few taps',
    'not-steady': 'the taps were not steady enough',
    'tempi-disagree': 'the taps at different tempi do not fit together',
    refused: 'what came of it does not fit the exercise that was sent',
  },
  /** What a tunnel does to a reading of the place, and what to ask for. `{operator}` is empty or " (Example)". */
  tunnels: {
    declared:
      'a VPN was declared, so the address says where its exit is: ask for one minute without it, where the employer allows it',
    vpn: 'the address belongs to a known VPN{operator} and says where its exit is: ask for one minute without it, where the employer allows it',
    tor: 'the address is an exit of the Tor network: ask for one minute in an ordinary browser',
    hosting:
      'the address belongs to a data centre{operator}, as those of many VPNs and remote desktops do: ask for one minute without them, where the employer allows it',
    gateway:
      'the address belongs to a company gateway{operator} and says where that stands: ask for one minute without it, where the employer allows it',
    relay:
      'a privacy relay{operator} hides the address: ask for one minute with the relay switched off',
  },
  /** What a candidate asked for, in the report. */
  requests: {
    'another-way': 'asked for another way',
    erase: 'asked for erasure',
    contest: 'contested what was recorded',
  },
  requestWith: '{request}: “{text}”',
  whatIf: {
    /** Part of "had … been declared". */
    declarations: {
      travel: 'travel',
      vpn: 'a company VPN',
      remoteDesktop: 'a remote desktop',
    },
    quoted: '“{text}”',
    innocent: 'If “{title}” has an innocent cause, {axis} is {other} instead of {state}.',
    innocentShared:
      'If “{title}” has an innocent cause, which it shares with {count} more, {axis} is {other} instead of {state}.',
    severalCauses:
      'No single finding carries this: if any one of {count} has an innocent cause, {axis} stays {state}.',
    oneMissing: 'One thing keeps {axis} from {consistent}: {missing}.',
    severalMissing: '{axis} is {consistent} once these are there too, and fit: {missing}.',
    measuringMore:
      'Measuring more does not suffice: with all of it, and all of it fitting, {axis} stays {state} because of {causes}.',
    oneMoreCause:
      'One more measured cause that speaks against it, {strength}, is enough to make {axis} {other}.',
    hadNotDeclared:
      'Had {declaration} not been declared, the answer would be {other} instead of {overall}.',
    hadDeclared:
      'Had {declaration} been declared beforehand, the answer would be {other} instead of {overall}.',
  },
  map: {
    kilometres: '{number} km',
    bothDatabases: 'both databases',
    allDatabases: 'all {count} databases',
    oneAddress: 'IP address',
    numberedAddress: 'IP address {numbers}',
    stated: 'Stated place: {place}',
    address: '{address} placed in {place}, by {databases}',
    addressWithin: '{address} placed in {place}, by {databases}, give or take {distance}',
    country: 'Country of the IP address, no city: {country}, by {databases}',
    answer: 'Fastest answer to our server in {server} after {ms} ms',
    anywhere: '{answer}: that allows every place on earth',
    reach:
      '{answer}: the computer is at most {reach} from there; the stated place is {distance} from there',
    farReach:
      '{answer}: the computer is at most {reach} from there, which is more than half of the earth; the stated place is {distance} from there',
    alt: 'Map. {lines}.',
  },
  timeline: {
    milliseconds: '{number} ms',
    marks: {
      continue: 'Continue',
      join: 'Join',
      address: 'other address',
      close: 'closed',
      callJoined: 'joined the call',
      callFound: 'found in the call',
      callLeft: 'left the call',
      callGone: 'found gone from the call',
      callLost: 'call not heard from here',
    },
    moments: 'Moments: {moments}',
    background: 'The page was in the background: {spans}',
    server: 'Round trips to our server',
    namedServer: 'Round trips to our server in {name}',
    readings: plural({ one: 'one reading', other: '{count} readings' }),
    track: '{server}: fastest {least}, typically {typical} ({readings})',
    trackWithFloor:
      '{server}: fastest {least}, typically {typical} ({readings}); light in fibre needs {floor} to the stated place and back',
    more: '{moments}, and {count} more',
  },
  /** How far the clock of a device is from ours. */
  clock: {
    none: 'less than a second',
    ahead: '{time} ahead of ours',
    behind: '{time} behind ours',
    second: plural({ one: '{count} second', other: '{count} seconds' }),
    minute: plural({ one: '{count} minute', other: '{count} minutes' }),
    hour: plural({ one: '{count} hour', other: '{count} hours' }),
    day: plural({ one: '{count} day', other: '{count} days' }),
  },
  /** The lines that licences ask for; their wording is the licences'. */
  attributions: {
    dbIp: 'IP geolocation by DB-IP',
    geoLite: 'This product includes GeoLite2 data created by MaxMind',
    naturalEarth: 'Map: Natural Earth (public domain)',
    geoNames: 'Places by GeoNames (CC BY 4.0)',
  },
} as const
