import { defineCheck, type Input } from '../check.ts'
import { remoteDesktopDeclared } from '../rhythm/samples.ts'

/** A screen drawn by xorgxrdp: every 20 ms, and every frame of it, ms. */
const XRDP = { leastMs: 19.5, mostMs: 20.5, steadyMs: 22 }

/** A screen drawn 25 to 32 times a second, ms. RDP sends 30 frames a second by default. */
const RDP = { leastMs: 1000 / 32, mostMs: 1000 / 25 }

/** Frames that a reading needs: a second of the slowest screen. */
const ENOUGH_FRAMES = 25

const drawn = (medianMs: number, p95Ms = medianMs + 0.3): Input<'frames'> => ({
  count: Math.round(2000 / medianMs),
  medianMs,
  p95Ms,
})
const agent = (device: Input<'userAgent'>['device']): Input<'userAgent'> => ({
  browser: 'Chrome 156',
  os: 'Windows',
  device,
  headless: false,
})

export default defineCheck({
  id: 'frame-rate',
  title: 'How often the screen is drawn',
  axis: 'control',
  group: 'browser',
  why: 'Screens at the computer are drawn 60 times a second or more. Sessions of remote desktops have a pace of their own: 50 for xrdp, about 30 for others.',
  innocent: [
    'a battery or power-saving setting that slows the screen',
    'a television or projector at 50 Hz, or at 25 or 30 for high resolutions',
    'a laptop whose screen slows down when little moves',
    'a remote desktop or cloud computer that the work asks for',
    'a very busy computer',
  ],
  next: 'Ask what screen is in use, and whether the computer saves power.',
  source: [
    'Every 20.0 ms, 95 % of frames within 20.1, over xrdp with xorgxrdp at every round trip from 0 to 200 ms; 16.7 over TigerVNC, as locally: our laboratory (measured 2026-11-20). So 60 a second say nothing for anyone',
    '30 frames a second by default: Microsoft, "Frame rate is limited to 30 FPS in Windows remote sessions" (read 2026-11-20); no screen of 25 to 32 Hz occurred in our laboratory (measured 2026-11-20)',
    '30 a second in the low power mode of phones and when a laptop saves power: Motion, "When browsers throttle requestAnimationFrame"; WebKit bug 215745 (read 2026-11-25)',
    'No rate among honest screens is known (read 2026-11-25)',
  ],
  needs: ['frames', 'userAgent'],
  wants: ['declared'],
  run({ frames, userAgent, declared }) {
    const { count, medianMs, p95Ms } = frames
    // Phones and tablets save power all day, and nobody drives them by a remote desktop.
    if (declared?.remoteDesktop || userAgent.device !== 'desktop' || count < ENOUGH_FRAMES) {
      return { outcome: 'not-applicable' }
    }
    const statement = {
      claimed: 'the person sits at this computer',
      expected: 'a screen drawn at no pace of a remote desktop: 50, or 25 to 32 times a second',
      observed: `a frame every ${medianMs.toFixed(1)} ms, 95 % within ${p95Ms.toFixed(1)}: ${String(Math.round(1000 / medianMs))} a second`,
      facts: { medianMs: Math.round(medianMs * 10) / 10, p95Ms: Math.round(p95Ms * 10) / 10 },
    }
    const isXrdp = medianMs >= XRDP.leastMs && medianMs <= XRDP.mostMs && p95Ms <= XRDP.steadyMs
    if (isXrdp) return { ...statement, outcome: 'contradictory', level: 'fifty' }
    if (medianMs >= RDP.leastMs && medianMs <= RDP.mostMs) {
      return { ...statement, outcome: 'contradictory', level: 'thirty' }
    }
    return { ...statement, outcome: 'consistent', level: 'other' }
  },
  examples: [
    {
      case: 'a screen of 60 Hz',
      given: { frames: drawn(16.7), userAgent: agent('desktop') },
      expect: 'consistent',
      level: 'other',
    },
    {
      case: 'a screen of 144 Hz',
      given: { frames: drawn(6.9), userAgent: agent('desktop') },
      expect: 'consistent',
      level: 'other',
    },
    {
      case: 'VNC, whose screen is drawn like any other',
      given: { frames: drawn(16.7, 16.8), userAgent: agent('desktop') },
      expect: 'consistent',
      level: 'other',
    },
    {
      case: 'xrdp',
      given: { frames: drawn(20, 20.1), userAgent: agent('desktop') },
      expect: 'contradictory',
      level: 'fifty',
    },
    {
      case: 'a screen of 100 Hz on a busy computer, which drops every other frame',
      given: { frames: drawn(20, 30.1), userAgent: agent('desktop') },
      expect: 'consistent',
      level: 'other',
    },
    {
      case: 'a screen that is drawn 30 times a second',
      given: { frames: drawn(33.3, 34), userAgent: agent('desktop') },
      expect: 'contradictory',
      level: 'thirty',
    },
    {
      case: 'a screen of 24 Hz',
      given: { frames: drawn(41.7), userAgent: agent('desktop') },
      expect: 'consistent',
      level: 'other',
    },
    {
      case: 'a phone that saves power',
      given: { frames: drawn(33.3), userAgent: agent('phone') },
      expect: 'not-applicable',
    },
    {
      case: 'a page that was hardly drawn',
      given: { frames: { count: 4, medianMs: 33, p95Ms: 900 }, userAgent: agent('desktop') },
      expect: 'not-applicable',
    },
    {
      case: 'a remote desktop, declared',
      given: {
        frames: drawn(20, 20.1),
        userAgent: agent('desktop'),
        declared: remoteDesktopDeclared,
      },
      expect: 'not-applicable',
    },
  ],
})
