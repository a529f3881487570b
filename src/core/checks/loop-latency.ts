import { defineCheck } from '../check.ts'
import { loopBans } from '../rhythm/loop-ratio.ts'
import { assistiveDeclared, controlSample, remoteDesktopDeclared } from '../rhythm/samples.ts'
import { expectedLateness } from '../usual-lateness.ts'

/** Twice as likely over a remote link as at the computer: below that a lateness is shown as usual. */
const SHOWN_BANS = 0.3

export default defineCheck({
  id: 'loop-latency',
  title: 'Taps against the beat on the screen',
  axis: 'control',
  group: 'loop-latency',
  why: 'People tap on the beat that they see. Over a remote link they see it late and their tap comes back late, and the page reads the sum.',
  innocent: [
    'a screen, keyboard or wireless link that is slow by itself',
    'a remote desktop or cloud computer that the work asks for',
    'tiredness, illness, medicine, age, or a condition that makes tapping hard',
    'a person who reacted to each beat instead of tapping along',
  ],
  next: 'Ask whether a remote desktop is in use, and offer the check again on another keyboard, or a short live look at the desk instead.',
  source: [
    'Local people: 30 of them, 17,356 taps, least lateness 99 ms early, most 8 ms late at a beat of 600 ms: Bååth & Madison 2012 (MIT data; computed 2026-11-20)',
    'Real remote desktops in our laboratory: lateness grows by the round trip and 0 to 20 ms over VNC, 40 to 60 over RDP (measured 2026-11-20)',
    'Somebody local can tap in an operator’s place, and a page’s log can be forged by a good programmer: a good result speaks little (own reasoning, read 2026-11-25)',
  ],
  needs: ['controlCheck'],
  wants: ['declared'],
  run({ controlCheck, declared }, { usualLateness }) {
    if (declared?.remoteDesktop || declared?.assistive) return { outcome: 'not-applicable' }
    const expected = expectedLateness(controlCheck, usualLateness)
    const latenessMs = controlCheck.asynchronyMs - expected.centreMs
    const bans = loopBans(latenessMs, expected.spreadMs)
    const taps = controlCheck.tempi.reduce((sum, tempo) => sum + tempo.taps, 0)
    const from =
      expected.own > 0
        ? `${String(expected.own)} people here and published figures`
        : 'published figures'
    const statement = {
      claimed: 'the person sits at this computer',
      expected: `taps about ${String(Math.round(expected.centreMs))} ms after the beat, give or take ${String(Math.round(expected.spreadMs))} (${from})`,
      observed: `taps ${String(Math.round(controlCheck.asynchronyMs))} ms after the beat, by ${String(taps)} taps at two tempi`,
      facts: {
        latenessMs: Math.round(latenessMs),
        spreadMs: Math.round(expected.spreadMs),
        ownSessions: expected.own,
      },
    }
    return bans < SHOWN_BANS
      ? { ...statement, outcome: 'consistent', level: 'local' }
      : { ...statement, outcome: 'contradictory', level: 'late' }
  },
  examples: [
    {
      case: 'at the computer',
      given: { controlCheck: controlSample(22, 260) },
      expect: 'consistent',
      level: 'local',
    },
    {
      case: 'a slow laptop on battery',
      given: { controlCheck: controlSample(75, 310, { frameMs: 33.3 }) },
      expect: 'consistent',
      level: 'local',
    },
    {
      case: 'over a link of 200 ms',
      given: { controlCheck: controlSample(232, 470) },
      expect: 'contradictory',
      level: 'late',
    },
    {
      case: 'a deployment whose own people tap later than published ones',
      given: { controlCheck: controlSample(130, 330) },
      usualLateness: { key: { centreMs: 80, spreadMs: 40, n: 120 } },
      expect: 'consistent',
      level: 'local',
    },
    {
      case: 'assistive technology, declared',
      given: { controlCheck: controlSample(232, 470), declared: assistiveDeclared },
      expect: 'not-applicable',
    },
    {
      case: 'a remote desktop, declared',
      given: { controlCheck: controlSample(150, 390), declared: remoteDesktopDeclared },
      expect: 'not-applicable',
    },
  ],
})
