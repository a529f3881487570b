import { defineCheck, type Input } from '../check.ts'
import { assistiveDeclared, remoteDesktopDeclared } from '../rhythm/samples.ts'

/** Gaps that a reading needs: the windows that were measured have as many. */
const ENOUGH_GAPS = 60

/** A mouse in the hand moves sooner than this in a tenth of its gaps, ms. */
const SOON_MS = 60

/** Share of gaps of 90 to 135 ms in which an RDP client sends. */
const BURST_SHARE = 0.35

const moving = (gapP10Ms: number, gapMedianMs: number, burstShare: number, gaps = 180) =>
  ({
    gaps,
    gapP10Ms,
    gapMedianMs,
    burstShare,
    jumpShare: 0,
    wholeShare: null,
  }) satisfies Input<'pointer'>

export default defineCheck({
  id: 'pointer-bursts',
  title: 'How movements of the mouse arrive',
  axis: 'control',
  group: 'input',
  why: 'A mouse at the computer tells of its movements every few ms. The classic RDP client collects them and sends them on every 100 ms.',
  innocent: [
    'a remote desktop or cloud computer that the work asks for',
    'a very busy or very slow computer',
    'a trackpad, trackball or aid that moves the pointer in steps',
    'a virtual machine on the own computer',
  ],
  next: 'Ask whether a remote desktop is in use, and for a minute in a browser on the computer before them.',
  source: [
    'Recorded RDP traffic of 10 people (Balabit Mouse Dynamics Challenge, 2016): both limits are met in 97.7 % of 14,970 windows of 60 gaps; a tenth of the gaps is below 87 ms in 1 % of them (computed 2026-11-20)',
    'minInputSendInterval of the RDP client, default 100 ms: Microsoft Learn, IMsRdpClientAdvancedSettings (read 2026-11-25)',
    'Gaps of 8 ms over xrdp with FreeRDP and of 24 over TigerVNC, at every round trip from 0 to 200 ms, as locally: our laboratory (measured 2026-11-20). So few gaps of this kind say nothing for anyone',
    'How many mice in the hand meet both limits is not known: no such recordings are public (read 2026-11-25). Jumps and whole positions are kept and not weighed: Firefox gives whole ones always',
  ],
  needs: ['pointer'],
  wants: ['declared'],
  run({ pointer, declared }) {
    const { gaps, gapP10Ms, gapMedianMs, burstShare } = pointer
    if (declared?.remoteDesktop || declared?.assistive || gaps < ENOUGH_GAPS) {
      return { outcome: 'not-applicable' }
    }
    const percent = Math.round(burstShare * 100)
    const statement = {
      claimed: 'the person sits at this computer',
      expected: `a tenth of the movements within ${String(SOON_MS)} ms of the one before, or few of them 90 to 135 ms after it`,
      observed: `a tenth within ${String(Math.round(gapP10Ms))} ms, half within ${String(Math.round(gapMedianMs))}; ${String(percent)} % of ${String(gaps)} between 90 and 135`,
      facts: {
        gaps,
        gapP10Ms: Math.round(gapP10Ms),
        gapMedianMs: Math.round(gapMedianMs),
        burstPercent: percent,
      },
    }
    return gapP10Ms > SOON_MS && burstShare > BURST_SHARE
      ? { ...statement, outcome: 'contradictory', level: 'bursts' }
      : { ...statement, outcome: 'consistent', level: 'flowing' }
  },
  examples: [
    {
      case: 'a mouse in the hand',
      given: { pointer: moving(8, 8.3, 0.02) },
      expect: 'consistent',
      level: 'flowing',
    },
    {
      case: 'the classic RDP client',
      given: { pointer: moving(99, 112, 0.72) },
      expect: 'contradictory',
      level: 'bursts',
    },
    {
      case: 'a remote desktop that sends every movement',
      given: { pointer: moving(8, 20, 0.01) },
      expect: 'consistent',
      level: 'flowing',
    },
    {
      case: 'a hand that moves slowly and rests often',
      given: { pointer: moving(14, 98, 0.4) },
      expect: 'consistent',
      level: 'flowing',
    },
    {
      case: 'movements that are slow, at no pace of their own',
      given: { pointer: moving(66, 190, 0.2) },
      expect: 'consistent',
      level: 'flowing',
    },
    {
      case: 'too few movements',
      given: { pointer: moving(99, 112, 0.72, 40) },
      expect: 'not-applicable',
    },
    {
      case: 'a remote desktop, declared',
      given: { pointer: moving(99, 112, 0.72), declared: remoteDesktopDeclared },
      expect: 'not-applicable',
    },
    {
      case: 'a pointer that follows the eyes, declared as assistive technology',
      given: { pointer: moving(99, 112, 0.72), declared: assistiveDeclared },
      expect: 'not-applicable',
    },
  ],
})
