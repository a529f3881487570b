import { defineCheck } from '../check.ts'
import { formatOffset, isHiddenZone, NEIGHBOUR_MIN, zoneOffsetMin } from '../zone.ts'

const austin = {
  label: 'Austin, Texas, United States',
  country: 'US',
  lat: 30.27,
  lon: -97.74,
  zone: 'America/Chicago',
}

export default defineCheck({
  id: 'zone-vs-claim',
  title: 'Time zone of the device against the stated place',
  axis: 'place',
  group: 'clock',
  why: 'Most devices keep the zone of the place they are used in, also behind a tunnel.',
  innocent: [
    'a trip, with the clock left as it was or already changed',
    'a company laptop that keeps the zone of head office',
    'a person who works on the hours of a team elsewhere',
    'an old system that does not know a new rule for summer time',
  ],
  next: 'Ask what time it is where they are; a trip or a company laptop explains it at once.',
  source: [
    'Offsets: the IANA tables of the ECMAScript engine, ECMA-402 (read 2026-11-22)',
    'UTC as the hidden zone: Firefox privacy.resistFingerprinting (read 2026-11-22)',
  ],
  needs: ['claimedPlace', 'browserZone'],
  wants: ['declared'],
  run({ claimedPlace, browserZone, declared }, { startAt }) {
    const due = zoneOffsetMin(claimedPlace.zone, startAt)
    if (due === undefined) return { outcome: 'not-applicable' }
    const seen = [...new Set(browserZone)]
      .filter((zone) => !isHiddenZone(zone))
      .map((zone) => ({ zone, offsetMin: zoneOffsetMin(zone, startAt) }))
      .filter(
        (entry): entry is { zone: string; offsetMin: number } => entry.offsetMin !== undefined,
      )
      .map((entry) => ({ ...entry, gapMin: Math.abs(entry.offsetMin - due) }))
      .sort((a, b) => b.gapMin - a.gapMin)
    const widest = seen[0]
    if (widest === undefined) return { outcome: 'not-applicable' }
    const statement = {
      claimed: claimedPlace.label,
      expected: `${formatOffset(due)} on that day (${claimedPlace.zone})`,
      observed: `${formatOffset(widest.offsetMin)} (${widest.zone})`,
      facts: { gapMin: widest.gapMin },
    }
    if (widest.gapMin === 0) return { ...statement, outcome: 'consistent', level: 'same-offset' }
    if (declared?.travel || declared?.remoteDesktop) return { outcome: 'not-applicable' }
    const level = widest.gapMin <= NEIGHBOUR_MIN ? 'neighbouring-offset' : 'other-offset'
    return { ...statement, outcome: 'contradictory', level }
  },
  examples: [
    {
      case: 'a device set to the zone of the stated place',
      given: { claimedPlace: austin, browserZone: ['America/Chicago'] },
      expect: 'consistent',
      level: 'same-offset',
    },
    {
      case: 'another name for the same hours',
      given: { claimedPlace: austin, browserZone: ['America/Winnipeg'] },
      expect: 'consistent',
      level: 'same-offset',
    },
    {
      case: 'a device set to Bucharest',
      given: { claimedPlace: austin, browserZone: ['Europe/Bucharest'] },
      expect: 'contradictory',
      level: 'other-offset',
    },
    {
      case: 'the laptop of a company in New York',
      given: { claimedPlace: austin, browserZone: ['America/New_York'] },
      expect: 'contradictory',
      level: 'neighbouring-offset',
    },
    {
      case: 'changed to the stated zone in mid-session',
      given: { claimedPlace: austin, browserZone: ['Asia/Shanghai', 'America/Chicago'] },
      expect: 'contradictory',
      level: 'other-offset',
    },
    {
      case: 'a browser that hides its zone',
      given: { claimedPlace: austin, browserZone: ['UTC'] },
      expect: 'not-applicable',
    },
    {
      case: 'a zone nobody knows',
      given: { claimedPlace: austin, browserZone: ['Mars/Olympus_Mons'] },
      expect: 'not-applicable',
    },
    {
      case: 'a traveller who said so',
      given: {
        claimedPlace: austin,
        browserZone: ['Europe/Lisbon'],
        declared: { travel: true, vpn: false, remoteDesktop: false, assistive: false },
      },
      expect: 'not-applicable',
    },
  ],
})
