import { defineCheck } from '../check.ts'
import { remoteDesktopDeclared } from '../rhythm/samples.ts'
import { drawnWithout } from './renderer/graphics.ts'

const named = (renderer: string) => ({ vendor: 'Google Inc.', renderer })
const BASIC =
  'ANGLE (Microsoft, Microsoft Basic Render Driver (0x0000008C) Direct3D11 vs_5_0 ps_5_0, D3D11)'

export default defineCheck({
  id: 'renderer',
  title: 'What draws the screen',
  axis: 'control',
  group: 'browser',
  why: 'Almost every computer that somebody sits at has a graphics processor. Virtual machines and servers without a screen of their own often have none.',
  innocent: [
    'graphics switched off after a fault, or an old driver that the browser refuses',
    'an old or very cheap computer',
    'a virtual machine that a developer works in',
    'a cloud computer or remote desktop that the work asks for',
  ],
  next: 'Ask what kind of computer it is. One visit in thirty has such graphics, so that it supports other findings and shows nothing by itself.',
  source: [
    'Of 14,192 visits of 2026 by all kinds of browsers, programs included, 420 (3.0 %) name software, 351 of them Microsoft Basic Render Driver, and 4 (0.03 %) a virtual machine: npm fingerprint-generator 2.1.88, Apache-2.0 (computed 2026-11-25)',
    'A computer without graphics processor has no WebGL at all in today’s Chromium, as with some privacy settings: our laboratory (measured 2026-11-20). That is a reading without a value, which weighs nothing',
    'An RDP session on a computer with a graphics processor usually names it, so that a usual name says nothing for anyone (read 2026-11-20)',
  ],
  needs: ['renderer'],
  wants: ['declared'],
  run({ renderer: { renderer }, declared }) {
    const drawn = drawnWithout(renderer)
    const statement = {
      claimed: 'a computer that somebody sits at',
      expected: 'a graphics processor of its own',
    }
    if (drawn === undefined) {
      const observed = 'a graphics processor is named'
      return { ...statement, outcome: 'consistent', level: 'processor', observed }
    }
    if (declared?.remoteDesktop) return { outcome: 'not-applicable' }
    const by = drawn.kind === 'software' ? 'software' : 'a virtual machine'
    return {
      ...statement,
      outcome: 'contradictory',
      level: drawn.kind,
      observed: `${by} draws: “${drawn.name}”`,
    }
  },
  examples: [
    {
      case: 'a laptop with Intel graphics',
      given: {
        renderer: named('ANGLE (Intel, Intel(R) UHD Graphics 620 (0x00005917) Direct3D11, D3D11)'),
      },
      expect: 'consistent',
      level: 'processor',
    },
    {
      case: 'a Mac',
      given: { renderer: named('Apple GPU') },
      expect: 'consistent',
      level: 'processor',
    },
    {
      case: 'Linux with AMD graphics, whose driver names its compiler',
      given: {
        renderer: named('ANGLE (AMD, AMD Radeon 660M (radeonsi rembrandt LLVM 20.1.2), OpenGL)'),
      },
      expect: 'consistent',
      level: 'processor',
    },
    {
      case: 'an old Windows laptop with a driver of Microsoft’s',
      given: {
        renderer: named(
          'ANGLE (Intel, Intel(R) G41 Express Chipset (Microsoft Corporation - WDDM 1.1), D3D9)',
        ),
      },
      expect: 'consistent',
      level: 'processor',
    },
    {
      case: 'Windows without a driver for its graphics, or on a server',
      given: { renderer: named(BASIC) },
      expect: 'contradictory',
      level: 'software',
    },
    {
      case: 'Chrome that draws by itself',
      given: {
        renderer: named(
          'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
        ),
      },
      expect: 'contradictory',
      level: 'software',
    },
    {
      case: 'a virtual machine',
      given: { renderer: named('ANGLE (VMware, SVGA3D; build: RELEASE; LLVM;, OpenGL 4.3)') },
      expect: 'contradictory',
      level: 'virtual',
    },
    {
      case: 'a cloud computer, declared as remote desktop',
      given: { renderer: named(BASIC), declared: remoteDesktopDeclared },
      expect: 'not-applicable',
    },
  ],
})
