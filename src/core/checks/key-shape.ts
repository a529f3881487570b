import { defineCheck, type Input } from '../check.ts'
import { assistiveDeclared, remoteDesktopDeclared } from '../rhythm/samples.ts'

/** Presses that a reading needs. */
const ENOUGH_PRESSES = 20

/** Half of all presses: single ones are short or nameless on any keyboard. */
const MANY = 0.5

const pressing = (part: Partial<Input<'keys'>> = {}): Input<'keys'> => ({
  presses: 60,
  dwellMedianMs: 88,
  shortShare: 0,
  codelessShare: 0,
  gridShare: 0.1,
  ...part,
})

/** Text that is put in without a keyboard. */
const injected = pressing({ dwellMedianMs: 0.3, shortShare: 0.97, codelessShare: 1 })

export default defineCheck({
  id: 'key-shape',
  title: 'How keys are pressed',
  axis: 'control',
  group: 'input',
  why: 'A finger holds a key for tens of ms. Software that puts text in, as some remote control does, lets go at once or names no key.',
  innocent: [
    'dictation, an expander of abbreviations or a password manager that types',
    'a switch, a keyboard on the screen or other assistive technology',
    'a remote desktop that the work asks for',
    'a keyboard whose own software sends whole words',
  ],
  next: 'Ask what they typed with. Dictation and expanders of text are common.',
  source: [
    'Fingers hold keys for 80 to 120 ms in the middle: Aalto sample, 85 ms for 4 people (computed 2026-11-20)',
    'Down and up in the same ms, without a key, where text is put in as characters (VK_PACKET): TigerVNC #1847, Terminal.Gui #3119 (read 2026-11-20)',
    'Named keys held for 46 to 75 ms over TigerVNC and over xrdp with FreeRDP, at every round trip: our laboratory (measured 2026-11-20). So keys of the usual kind say nothing for anyone',
    'No rate among honest typists is known. Times in steps of a tick are kept and not weighed: some systems give all times so (read 2026-11-25)',
  ],
  needs: ['keys'],
  wants: ['declared'],
  run({ keys, declared }) {
    const { presses, dwellMedianMs, shortShare, codelessShare } = keys
    if (declared?.remoteDesktop || declared?.assistive || presses < ENOUGH_PRESSES) {
      return { outcome: 'not-applicable' }
    }
    const isShort = dwellMedianMs !== null && shortShare >= MANY
    const isCodeless = codelessShare >= MANY
    const percent = (share: number) => `${String(Math.round(share * 100))} %`
    const seen = [
      ...(dwellMedianMs === null ? [] : [`${percent(shortShare)} held for under 10 ms`]),
      `${percent(codelessShare)} without a key`,
    ]
    const statement = {
      claimed: 'a person presses the keys of this computer',
      expected: 'most keys held for 10 ms or more, and named',
      observed: `of ${String(presses)} presses ${seen.join(', ')}`,
      facts: {
        presses,
        shortPercent: Math.round(shortShare * 100),
        codelessPercent: Math.round(codelessShare * 100),
      },
    }
    if (isShort) return { ...statement, outcome: 'contradictory', level: 'held-for-no-time' }
    if (isCodeless) return { ...statement, outcome: 'contradictory', level: 'nameless' }
    return { ...statement, outcome: 'consistent', level: 'by-hand' }
  },
  examples: [
    {
      case: 'ten fingers',
      given: { keys: pressing() },
      expect: 'consistent',
      level: 'by-hand',
    },
    {
      case: 'a fast typist whose keys overlap, so that nothing is known of how long',
      given: { keys: pressing({ dwellMedianMs: null, shortShare: 0 }) },
      expect: 'consistent',
      level: 'by-hand',
    },
    {
      case: 'VNC, which passes keys on as they are',
      given: { keys: pressing({ dwellMedianMs: 60.5 }) },
      expect: 'consistent',
      level: 'by-hand',
    },
    {
      case: 'a game keyboard with a few very short taps',
      given: { keys: pressing({ dwellMedianMs: 55, shortShare: 0.1 }) },
      expect: 'consistent',
      level: 'by-hand',
    },
    {
      case: 'text that a program puts in',
      given: { keys: injected },
      expect: 'contradictory',
      level: 'held-for-no-time',
    },
    {
      case: 'characters sent one by one, held like keys',
      given: { keys: pressing({ codelessShare: 0.9 }) },
      expect: 'contradictory',
      level: 'nameless',
    },
    {
      case: 'too few presses',
      given: { keys: { ...injected, presses: 12 } },
      expect: 'not-applicable',
    },
    {
      case: 'dictation, declared as assistive technology',
      given: { keys: injected, declared: assistiveDeclared },
      expect: 'not-applicable',
    },
    {
      case: 'a remote desktop, declared',
      given: { keys: injected, declared: remoteDesktopDeclared },
      expect: 'not-applicable',
    },
  ],
})
