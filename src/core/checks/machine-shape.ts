import { defineCheck, type Input } from '../check.ts'
import { remoteDesktopDeclared } from '../rhythm/samples.ts'
import { drawnWithout } from './renderer/graphics.ts'

/** Most processors of a small virtual machine. */
const FEW_CORES = 2

/** Screens that virtual machines start with and no computer sold in this century has. */
const VIRTUAL_SCREENS = new Set(['640x480', '800x600'])

/** Screens that virtual machines start with and old laptops have too. */
const OLD_SCREENS = new Set(['1024x768', '1280x1024'])

const shape = (
  size: readonly [width: number, height: number],
  cores: number | null,
  renderer: string,
) => ({
  screen: { width: size[0], height: size[1], pixelRatio: 1 },
  device: { cores, memoryGb: 4, touchPoints: 0, platform: 'Win32' } satisfies Input<'device'>,
  renderer: { vendor: 'Google Inc.', renderer },
})
const BASIC = 'ANGLE (Microsoft, Microsoft Basic Render Driver (0x0000008C), D3D11)'
const VMWARE = 'ANGLE (VMware, SVGA3D; build: RELEASE; LLVM;, OpenGL 4.3)'
const INTEL = 'ANGLE (Intel, Intel(R) HD Graphics (0x00000102), D3D11)'

export default defineCheck({
  id: 'machine-shape',
  title: 'Screen, processors and graphics together',
  axis: 'control',
  group: 'browser',
  why: 'A small virtual machine that nobody has set up has a screen of 800 × 600 or 1024 × 768, one or two processors and no graphics of its own, all at once.',
  innocent: [
    'a virtual machine that a developer works in',
    'an old or very cheap computer with a fault in its graphics',
    'a cloud computer that the work asks for',
  ],
  next: 'Ask what kind of computer it is.',
  source: [
    'Of 4,366 desktop visits of 2026, programs included, 50 (1.1 %) have 800 × 600, all of them on Linux; none has 1024 × 768: npm user-agents 2.1.198 (computed 2026-11-25)',
    '1280 × 720 is a screen of 1920 × 1080 at 150 %: 63 of them (1.4 %), all on Windows, so that it is none of these sizes (computed 2026-11-25)',
    'Laptops of 1024 × 768 with two processors were sold until about 2008: with software graphics they are not told from a virtual machine, and are left alone (own reasoning, read 2026-11-25)',
  ],
  needs: ['screen', 'device', 'renderer'],
  wants: ['declared'],
  run({ screen, device, renderer, declared }) {
    const { cores } = device
    if (declared?.remoteDesktop || cores === null) return { outcome: 'not-applicable' }
    const size = `${String(screen.width)}x${String(screen.height)}`
    const kind = drawnWithout(renderer.renderer)?.kind
    const isSmall = cores <= FEW_CORES && screen.pixelRatio === 1
    const isShape =
      (VIRTUAL_SCREENS.has(size) && kind !== undefined) ||
      (OLD_SCREENS.has(size) && kind === 'virtual')
    const drawnBy = { software: 'software', virtual: 'a virtual machine', none: 'a processor' }
    const statement = {
      claimed: 'a computer that somebody sits at',
      expected: 'a screen, processors or graphics of a computer that is sold',
      observed: `a screen of ${size.replace('x', ' × ')}, ${String(cores)} processor${cores === 1 ? '' : 's'}, drawn by ${drawnBy[kind ?? 'none']}`,
      facts: { cores },
    }
    return isSmall && isShape
      ? { ...statement, outcome: 'contradictory', level: 'small-virtual' }
      : { ...statement, outcome: 'consistent', level: 'usual' }
  },
  examples: [
    {
      case: 'a laptop of today',
      given: shape([1920, 1080], 8, INTEL),
      expect: 'consistent',
      level: 'usual',
    },
    {
      case: 'a virtual machine as it comes',
      given: shape([1024, 768], 2, VMWARE),
      expect: 'contradictory',
      level: 'small-virtual',
    },
    {
      case: 'a server without a screen',
      given: shape([800, 600], 1, BASIC),
      expect: 'contradictory',
      level: 'small-virtual',
    },
    {
      case: 'a laptop of 2006 whose graphics the browser refuses',
      given: shape([1024, 768], 2, BASIC),
      expect: 'consistent',
      level: 'usual',
    },
    {
      case: 'a netbook of 2011',
      given: shape([1024, 600], 2, BASIC),
      expect: 'consistent',
      level: 'usual',
    },
    {
      case: 'an old screen at a desk',
      given: shape([1280, 1024], 2, INTEL),
      expect: 'consistent',
      level: 'usual',
    },
    {
      case: 'a developer’s virtual machine, set up for work',
      given: shape([1920, 1080], 4, VMWARE),
      expect: 'consistent',
      level: 'usual',
    },
    {
      case: 'a browser that keeps the number of processors to itself',
      given: shape([800, 600], null, BASIC),
      expect: 'not-applicable',
    },
    {
      case: 'a cloud computer, declared as remote desktop',
      given: { ...shape([1024, 768], 2, VMWARE), declared: remoteDesktopDeclared },
      expect: 'not-applicable',
    },
  ],
})
