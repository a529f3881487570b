/** The exercise's section as it is drawn, and the parts of its script that need no browser. */
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { clockStep, stepOfTimes } from '../../src/page/control/clock-step.ts'
import { createFrameLog } from '../../src/page/control/frame-log.ts'
import { mostUsed, type Press } from '../../src/page/control/presses.ts'
import * as pages from '../../src/page/server.tsx'
import type { ControlView } from '../../src/page/views.ts'
import { noticeView, sessionView } from './views.ts'

const offered: ControlView = { progress: 'offered', remoteDesktop: false, assistive: false }
const session = (part: Partial<ControlView>, requested = false) =>
  pages.renderSession({ ...sessionView, requested, control: { ...offered, ...part } })
/** What is there to press: a part that is hidden is not. */
const buttons = (html: string) =>
  [
    ...html
      .replace(/<div data-control-more="true" hidden>.*?<\/div><\/form><\/div>/, '')
      .matchAll(/<button[^>]*>([^<]*)<\/button>/g),
  ].map(([, text]) => text ?? '')

describe('the section', () => {
  test('offers to start, to skip, and another way, each once', () => {
    expect(buttons(session({})).sort()).toEqual(
      [
        'I need another way',
        'Join the interview',
        'Skip',
        'Start the check',
        'Stop',
        'Use another device',
      ].sort(),
    )
  })

  test.each(['void', 'left-out'] as const)('%s says so, and still offers it', (progress) => {
    const html = session({ progress })
    expect(html).toMatch(/role="status"[^>]*>It [^<]*does not count against you/)
    expect(buttons(html)).toContain('Start the check')
  })

  test('done offers nothing more, and another way is where it always is', () => {
    const html = session({ progress: 'done' })
    expect(html).toContain('Done, thank you.')
    expect(buttons(html)).not.toContain('Start the check')
    expect(buttons(html).filter((name) => name === 'I need another way')).toHaveLength(1)
  })

  test('one part more offers that alone, to skip it, and another way', () => {
    const html = session({ progress: 'more' })
    expect(html).toContain('One short part more would help, if you like.')
    expect(html).toContain('<div data-control-more="true">')
    expect(html).not.toContain('data-control-offer')
    expect(buttons(html)).toContain('Start this part')
    expect(buttons(html).filter((name) => name === 'Skip')).toHaveLength(1)
    expect(buttons(html).filter((name) => name === 'I need another way')).toHaveLength(1)
    expect(buttons(html)).not.toContain('Start the check')
    // Until it is asked for it is there for the script alone.
    expect(session({})).toContain('<div data-control-more="true" hidden>')
    expect(session({ progress: 'done' })).not.toContain('data-control-more')
  })

  test('who asked for another way is not offered it again', () => {
    const html = session({}, true)
    expect(buttons(html)).not.toContain('I need another way')
    expect(html).toContain('You asked for another way')
  })

  test('knows what was declared', () => {
    const box = (html: string, name: string) =>
      new RegExp(`<input type="checkbox" id="in-use-${name}"[^>]*>`).exec(html)?.[0] ?? ''
    const html = session({ assistive: true })
    expect(box(html, 'assistive')).toContain('checked')
    expect(box(html, 'remoteDesktop')).not.toContain('checked')
  })

  test('asks before it begins how it is liked, as usual unless told otherwise', () => {
    const html = session({})
    const chosen = [...html.matchAll(/<input type="radio"[^>]*>/g)].filter(([tag]) =>
      tag.includes('checked'),
    )
    expect(chosen).toHaveLength(1)
    expect(chosen[0]?.[0]).toContain('value="usual"')
  })

  test('its script and style are on its page, and on no other', () => {
    expect(session({})).toContain('<script type="module" src="/assets/control.js">')
    expect(session({})).toContain('<link rel="stylesheet" href="/assets/control.css"/>')
    expect(pages.renderSession(sessionView)).not.toContain('/assets/control')
    expect(pages.renderNotice({ ...noticeView, controlCheck: true })).not.toContain('<script')
  })

  test('the notice lists what is kept of it, only where it is asked for', () => {
    const line = 'averages, never the taps'
    expect(pages.renderNotice(noticeView)).not.toContain(line)
    expect(pages.renderNotice({ ...noticeView, controlCheck: true })).toContain(line)
  })
})

describe('the clock', () => {
  /** A clock in steps, which goes on a little with each look. */
  const clock = (stepMs: number, lookMs: number) => {
    let at = 1_000
    return () => {
      at += lookMs
      return Math.floor(at / stepMs) * stepMs
    }
  }
  test.each([
    [0.005, 0.0001],
    [0.1, 0.001],
    [1, 0.01],
    [1000 / 60, 0.01],
    [100, 0.01],
  ])('of %d ms steps is known as that', (stepMs, lookMs) => {
    expect(clockStep(clock(stepMs, lookMs))).toBeCloseTo(stepMs, 6)
  })

  test('that stands still is given up', () => {
    expect(clockStep(() => 5)).toBe(Infinity)
  })

  test('of events may be coarser than the page’s', () => {
    const taps = [613, 1187, 1822, 2410, 2996, 3611, 4188, 4821]
    const to = (step: number) => taps.map((tap) => Math.floor(tap / step) * step)
    expect(stepOfTimes(to(100))).toBe(100)
    expect(stepOfTimes(to(1000 / 60))).toBeCloseTo(16.67, 2)
    expect(stepOfTimes(taps.map((tap) => tap + 0.3))).toBe(0)
    expect(stepOfTimes(to(100).slice(0, 4))).toBe(0)
  })
})

describe('frames', () => {
  test('long ones are told by from and to, pauses between parts are none', () => {
    const log = createFrameLog()
    for (const at of [0, 16, 32, 48, 148, 164]) log.note(at)
    expect(log.cut()).toEqual([[48, 148]])
    for (const at of [5_000, 5_016, 5_032]) log.note(at)
    expect(log.cut()).toEqual([])
    expect(log.medianMs()).toBe(16)
  })

  test('none have no median', () => {
    expect(createFrameLog().medianMs()).toBe(0)
  })
})

test('what most presses were made with', () => {
  const press = (input: Press['input']): Press => ({ at: 0, input })
  expect(mostUsed([press('mouse'), press('touch'), press('touch')])).toBe('touch')
  expect(mostUsed([press('key'), press('mouse')])).toBe('key')
  expect(mostUsed([])).toBe('key')
})

test('script and style of the exercise stay small', async () => {
  // As scripts/build.ts builds them.
  const { outputFiles } = await build({
    entryPoints: ['src/page/control/client.ts', 'src/page/control/control.css'],
    outdir: 'out',
    write: false,
    bundle: true,
    platform: 'browser',
    target: 'es2021',
    format: 'esm',
    minify: true,
  })
  expect(outputFiles).toHaveLength(2)
  const bytes = outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents).length, 0)
  expect(bytes).toBeLessThan(6_000)
})
