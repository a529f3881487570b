/** Weights of the axis `control`: is the person sitting at this computer? */
import type { Finding } from '../check.ts'
import type { CheckPolicy } from '../policy.ts'
import { loopBans } from '../rhythm/loop-ratio.ts'
import { LATE_REACTIONS_BANS, leadBansOf, PEOPLE } from '../rhythm/stop-ratio.ts'
import { judged, nothing } from './judged.ts'

/** What a lateness weighs, by the facts of `loop-latency`. */
function loopWeight(facts: Finding['facts']) {
  const own = Number(facts['ownSessions'])
  return {
    bans: loopBans(Number(facts['latenessMs']), Number(facts['spreadMs'])),
    // A deployment's own local people bound it further, one unit a person.
    falseAlarms: { alarms: 0, n: PUBLISHED_TAPPERS + own },
  }
}

/** What a lead on purpose weighs, by the facts of `rhythm-vs-reaction`. */
function leadWeight(facts: Finding['facts']) {
  return { bans: leadBansOf(facts), falseAlarms: { alarms: 0, n: PEOPLE.n } }
}

/** People behind the published figures. */
const PUBLISHED_TAPPERS = 30

/** By check. */
export const controlWeights: Readonly<Record<string, CheckPolicy>> = {
  'loop-latency': {
    levels: {
      late: {
        basis: 'data',
        bans: 1,
        falseAlarms: { alarms: 0, n: 30 },
        fitted: loopWeight,
        source:
          'by lateness, with heavy tails over links of 60 to 400 ms; none of 30 people of Bååth & Madison 2012 taps so late, which bounds it (2026-11-25)',
      },
      local: nothing(
        'somebody local can tap in an operator’s place, and a good programmer can forge what a page sends',
      ),
    },
  },
  'reaction-floor': {
    levels: {
      fast: {
        basis: 'judgement',
        bans: -0.3,
        speaksFor: 'tapping',
        source:
          'a fast reaction leaves no room for a long link, but somebody else can react, and a good programmer can forge what a page sends (2026-11-25)',
      },
      usual: nothing('neither fast nor slow'),
      slow: nothing('age, tiredness and attention slow reactions: never held against anyone'),
    },
  },
  'rhythm-vs-reaction': {
    levels: {
      compensated: {
        basis: 'argued',
        bans: LATE_REACTIONS_BANS,
        source:
          'four spreads of people apart, but slow reactions have many causes; no measured rate (2026-11-25)',
      },
      'stops-late': {
        basis: 'argued',
        bans: 0.45,
        fitted: leadWeight,
        source:
          'late reactions (0.4), and by the time to stop beside that of 28 people online (Eisenberg et al. 2019), and by answers to small jumps (±0.2); 0.45 at most, which by itself makes no review: people slow in everything look the same; no measured rate of false alarms (2026-11-25)',
      },
      'stops-in-time': {
        basis: 'argued',
        bans: -0.3,
        fitted: leadWeight,
        speaksFor: 'tapping',
        source:
          'taps held back as soon as by people at their computers leave little room for a link, but somebody else can tap, and a good programmer can forge what a page sends (2026-11-25)',
      },
      usual: nothing('says nothing of where somebody sits'),
    },
  },
  'scripted-taps': {
    levels: {
      'too-even-from-the-start': {
        basis: 'argued',
        bans: 0.7,
        source:
          'below 1 in 1,000 runs of trained tappers, and no reaction to the first beat (2026-11-25)',
      },
      'too-even': judged(0.4, 'below 1 in 1,000 runs of trained tappers'),
      'by-hand': nothing('a good program scatters too'),
    },
  },
  'pointer-bursts': {
    levels: {
      bursts: judged(
        0.3,
        'in 97.7 % of windows of recorded RDP, but not over xrdp; how many mice in the hand do it is not known, so that alone it must not keep anybody from “consistent” (2026-11-25)',
      ),
      flowing: nothing('many remote desktops send every movement'),
    },
  },
  'key-shape': {
    levels: {
      'held-for-no-time': judged(
        0.3,
        'no measured rate; dictation and expanders of text do it too, so that alone it must not keep anybody from “consistent”',
      ),
      nameless: judged(0.2, 'no measured rate; input methods and aids do it too'),
      'by-hand': nothing('remote desktops pass keys on as they are'),
    },
  },
  automation: {
    levels: {
      driven: judged(0.4, 'no measured rate; at the cap for judgement'),
      none: nothing('a clean browser can be bought, so it never speaks for a candidate'),
    },
  },
  renderer: {
    levels: {
      software: judged(
        0.3,
        'one visit in thirty has it (420 of 14,192, programs included), so that alone it must not keep anybody from “consistent” (2026-11-25)',
      ),
      virtual: judged(
        0.3,
        '4 of 14,192 visits, but developers work in virtual machines (2026-11-25)',
      ),
      processor: nothing('a remote desktop leaves the graphics as they are'),
    },
  },
  'frame-rate': {
    levels: {
      fifty: judged(0.2, 'no measured rate; televisions and some laptops are drawn so'),
      thirty: judged(0.2, 'no measured rate; computers that save power are drawn so'),
      other: nothing('VNC and most remote control leave the screen as it is'),
    },
  },
  'machine-shape': {
    levels: {
      'small-virtual': judged(0.2, 'no measured rate; its graphics are weighed by themselves'),
      usual: nothing('a virtual machine can be given any shape'),
    },
  },
  'realm-lies': {
    levels: {
      'zone-or-name': judged(
        0.3,
        'no measured rate; extensions against tracking do it too, so that alone it must not keep anybody from “consistent”',
      ),
      'machine-only': nothing(
        'common extensions against tracking do it for everybody who has them: shown, never weighed',
      ),
      whole: nothing('browsers that are changed within show no difference'),
    },
  },
  'clock-skew': {
    levels: {
      off: nothing('clocks are set by hand for many reasons: shown, never weighed'),
      kept: nothing('any machine can keep its clock'),
    },
  },
  'agent-vs-hints': {
    levels: {
      incompatible: judged(
        0.3,
        '0.8 % of 4,366 desktop visits of all kinds, programs included (2026-11-25); extensions and tools of developers do it, so it stays below the cap',
      ),
      hidden: nothing('a privacy setting of the browser'),
      compatible: nothing('a clean browser can be bought, so it never speaks for a candidate'),
    },
  },
}
