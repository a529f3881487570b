/** The laboratory of remote desktops: what needs no screen. */
import { describe, expect, test } from 'vitest'
import type { Machine } from '../../lab/network/needs.ts'
import { cellsOf, nameOf, readKinds, readRtts } from '../../lab/remote-desktop/cells.ts'
import { missingFor } from '../../lab/remote-desktop/needs.ts'
import { figuresOf, hasEnded } from '../../lab/remote-desktop/readings.ts'
import type { Run } from '../../lab/remote-desktop/sit.ts'
import { figureLines, remarkLines, tableOf, type Tried } from '../../lab/remote-desktop/table.ts'
import { controlSample } from '../../src/core/rhythm/samples.ts'
import type { Signal } from '../../src/core/signals.ts'

describe('cells', () => {
  test('are every kind at every distance; the computer itself is at one', () => {
    expect(cellsOf(['rdp', 'local', 'vnc'], [0, 200]).map(nameOf)).toEqual([
      'at the computer',
      'TigerVNC, 0 ms',
      'TigerVNC, 200 ms',
      'xrdp and FreeRDP, 0 ms',
      'xrdp and FreeRDP, 200 ms',
    ])
  })

  test('are read from a command line', () => {
    expect(readKinds('vnc, rdp')).toEqual(['vnc', 'rdp'])
    expect(readRtts('60, 110')).toEqual([60, 110])
    expect(() => readKinds('vnc,x11')).toThrow('--kind: expected local, vnc, rdp, got “x11”')
    for (const text of ['', '-5', '1001', '1e2', '60;110']) {
      expect(() => readRtts(text)).toThrow(`--rtt: expected 0 to 1000 ms, got “${text}”`)
    }
  })
})

describe('needs', () => {
  const machine: Machine = { platform: 'linux', uid: 0, hasTun: true, has: () => true }
  const tried = { hasXlib: true, hasWindows: true }

  test('nothing is missing where all is there', () => {
    expect(missingFor(['local', 'vnc', 'rdp'], machine, tried)).toEqual([])
  })

  test('only what the chosen kinds need is missing, with its packages', () => {
    const poor = { ...machine, has: (name: string) => !/^x|^X/.test(name) }
    expect(missingFor(['vnc'], poor, tried)[0]).toMatch(
      /Xvfb, Xtigervnc, xtigervncviewer .*lab\/install-debian\.sh.*xvfb tigervnc-standalone-server tigervnc-viewer/,
    )
    expect(missingFor(['local'], poor, tried)[0]).not.toMatch(/vnc|rdp/)
    expect(missingFor(['rdp'], poor, tried)[0]).toMatch(/xrdp, Xorg, xfreerdp/)
  })

  test('Xlib and a browser with windows are named', () => {
    const [xlib, windows] = missingFor(['local'], machine, { hasXlib: false, hasWindows: false })
    expect(xlib).toContain('python3-xlib')
    expect(windows).toContain('CHROMIUM_PATH')
  })
})

const page = { at: 0, source: 'page' } as const
const check: Signal = {
  at: 0,
  source: 'server',
  name: 'controlCheck',
  value: controlSample(232, 480, { evennessMs: 41 }),
}

describe('figures', () => {
  test('are those of the check and the last of each reading', () => {
    const signals: Signal[] = [
      { ...page, name: 'frames', value: { count: 90, medianMs: 16.7, p95Ms: 16.8 } },
      { ...page, name: 'frames', value: { count: 90, medianMs: 20, p95Ms: 20.1 } },
      { ...page, name: 'renderer', why: 'unsupported' },
      check,
    ]
    expect(figuresOf(signals)).toMatchObject({
      ...{ asynchronyMs: 232, spreadMs: 28, evennessMs: 41, reactionP20Ms: 450, reactions: 12 },
      ...{ frameMs: 20, framesP95Ms: 20.1, pointerGapMs: null, renderer: 'unsupported' },
    })
  })

  test('a check that says nothing has none, and has ended all the same', () => {
    const unfit: Signal = { at: 0, source: 'server', name: 'controlCheck', why: 'out-of-range' }
    expect(figuresOf([unfit])).toMatchObject({ asynchronyMs: null, spreadMs: null, reactions: 0 })
    expect(hasEnded([unfit])).toBe(true)
    expect(hasEnded([{ ...page, name: 'renderer', why: 'unsupported' }])).toBe(false)
  })
})

describe('what is shown', () => {
  const run = (seed: number, asynchronyMs: number, control: Run['control']): Run => ({
    seed,
    figures: { ...figuresOf([check]), asynchronyMs },
    control,
    trouble: control === 'unclear' ? 'not-steady' : null,
    bans: control === 'review' ? 1.2 : 0.05,
    against: control === 'review' ? ['loop-latency: late'] : [],
  })
  const tried: Tried[] = [
    { cell: { kind: 'local', rttMs: 0 }, runs: [run(1, 20, 'consistent')], failures: [] },
    { cell: { kind: 'vnc', rttMs: 0 }, runs: [run(1, 30, 'review')], failures: [] },
    {
      cell: { kind: 'vnc', rttMs: 200 },
      runs: [run(1, 240, 'review'), run(2, 90, 'unclear'), run(3, 250, 'contradicted')],
      failures: ['no ball'],
    },
    { cell: { kind: 'vnc', rttMs: 110 }, runs: [run(1, 140, 'unclear')], failures: [] },
  ]

  test('a row has medians, the span of the asynchrony, and a count of each state', () => {
    const [heads = [], , , far = []] = tableOf(tried)
    const row = Object.fromEntries(heads.map((head, i) => [head, far[i]]))
    expect(row).toMatchObject({
      ...{ person: 'TigerVNC, 200 ms', n: '3', asynchrony: '240.0', 'least–most': '90.0–250.0' },
      ...{ 'reaction p20': '450.0', frame: '–', unclear: '1', review: '1', contradicted: '1' },
      failed: '1',
    })
  })

  test('rates count what is to be found, and have their interval', () => {
    const [vnc, rdp, local, beside] = figureLines(tried)
    expect(vnc).toContain('TigerVNC, 200 ms or more, found: 2 of 3 = 66.7 % (95 %: 9.4 %–99.2 %)')
    expect(rdp).toContain('not tried')
    expect(local).toContain('0 of 1')
    expect(beside).toContain('1 of 1')
  })

  test('every false alarm, every miss and every failure is named', () => {
    expect(remarkLines(tried)).toEqual([
      'TigerVNC, 0 ms, seed 1: review at 1.20 bans, against: loop-latency: late',
      'TigerVNC, 200 ms, seed 2: unclear at 0.05 bans, against: nothing; the check: not-steady',
      'TigerVNC, 200 ms: failed: no ball',
    ])
  })
})
