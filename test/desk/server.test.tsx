import { describe, expect, it } from 'vitest'
import type { ReportView } from '../../src/core/report.ts'
import { stateWords } from '../../src/core/words.ts'
import { states } from '../../src/core/verdict.ts'
import { renderConsole, renderPlain, renderReport } from '../../src/desk/server.tsx'
import { toAttributes, toElements, toText } from './markup.ts'
import * as samples from './samples.ts'

const { consoleData, message, contradictedReport, emptyReport } = samples
const latest = contradictedReport.rounds[0]

/** A page without anything that a strict content policy would refuse. */
function expectStrict(html: string): void {
  expect(html).not.toMatch(/ style=| on[a-z]+=|<style|javascript:/)
  const scripts = [...html.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes ?? '')
  for (const attributes of scripts) {
    expect(attributes).toMatch(/src="\/assets\/desk\.js"|type="application\/json"/)
  }
}

describe('the console page', () => {
  it('invites to a first step when nothing has happened', () => {
    const html = renderConsole(consoleData())
    expect(toText(html)).toContain('Try /verify demo')
    expect(toText(html)).toContain('Verify a candidate')
    expectStrict(html)
  })

  it('can be read before its script runs: author, time, edits, cards', () => {
    const html = renderConsole(
      consoleData([message('m1', samples.contradictedCard, { edited: true })]),
    )
    const shown = toText(html)
    for (const word of [
      '# hiring',
      'Whereabouts',
      '19:30 UTC',
      '(edited)',
      'Contradicted: Jane Doe',
    ]) {
      expect(shown).toContain(word)
    }
    expect(toAttributes(html, 'datetime')).toEqual(['2026-11-23T19:30:00.000Z'])
    expectStrict(html)
  })

  it('leaves removed messages out', () => {
    const html = renderConsole(consoleData([message('m1', samples.waitingCard, { removed: true })]))
    expect(toElements(html)).not.toContain('article')
  })

  it('shows the note on simulated candidates', () => {
    const data = { ...consoleData(), simulatedNote: 'Nobody here is real.' }
    expect(toText(renderConsole(data))).toContain('Nobody here is real.')
  })

  it('embeds its data so that no text can end it, and the same comes out again', () => {
    const data = {
      ...consoleData([message('m1', { ...samples.waitingCard, title: '</script><!--<script>' })]),
      company: '<b>& "Söhne" \u2028',
    }
    const html = renderConsole(data)
    const embedded = /<script type="application\/json" id="data">([^<]*)<\/script>/.exec(html)?.[1]
    expect(JSON.parse(embedded ?? '')).toEqual(data)
  })
})

describe('the report', () => {
  it('says what to do and shows findings against first, the weightiest at the top', () => {
    const shown = toText(renderReport(contradictedReport).replace(/^.*<body>/s, ''))
    const order = [
      'Simulated.',
      'Jane Doe',
      'Contradicted',
      'What to do next',
      'Ask where the computer is that they are sitting at',
      'What does not fit',
      'an answer after 31.0 ms: at most 3,100 km away',
      'both databases place the address in Germany',
      'What fits',
      'What was not measured, and why',
      'webdriver: blocked',
      'Audit trail',
      'Log verified',
      'IP geolocation by DB-IP',
    ]
    const places = order.map((words) => shown.indexOf(words))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    for (const words of [
      '1 of 235 home probes',
      'about 30 times',
      'Can be innocent',
      'weight +1.5',
    ]) {
      expect(shown).toContain(words)
    }
  })

  it('has the map for wide and narrow screens, all of it in words, and what would change the verdict', () => {
    const html = renderReport(contradictedReport)
    expect(html).toContain('<div class="when-wide"><svg id="map-wide"></svg></div>')
    expect(html).toContain('<div class="when-narrow"><svg id="map-narrow"></svg></div>')
    const shown = toText(html)
    for (const words of [
      'Stated place: Austin, Texas, United States.',
      'IP address placed in Germany.',
      'Moments: 15:00 Continue.',
      'What would change the verdict',
      'If “Stated country” has an innocent cause, Place is “Needs a look”.',
    ]) {
      expect(shown).toContain(words)
    }
  })

  it('says when what was measured is erased', () => {
    if (latest === undefined) throw new Error('the sample has a round')
    const round = { ...latest, map: null, timeline: null, readingsGone: true }
    const html = renderReport({ ...contradictedReport, rounds: [round] })
    expect(toText(html)).toContain('The readings themselves are erased')
    expect(toElements(html)).not.toContain('figure')
  })

  it('says when they were in the call, where that was noted, and what is never told', () => {
    if (latest === undefined) throw new Error('the sample has a round')
    const shown = (call: string[] | null) =>
      toText(renderReport({ ...contradictedReport, rounds: [{ ...latest, call }] }))
    expect(shown(null)).not.toContain('Times in the call')
    const lines = ['15:01–15:42', 'Never told by Discord: the address of the call.']
    const text = shown(lines)
    for (const words of ['Times in the call', ...lines]) expect(text).toContain(words)
  })

  it('never accuses', () => {
    expect(toText(renderReport(contradictedReport))).not.toMatch(
      /fraud|liar|\blying\b|fake|suspect/i,
    )
  })

  it('is complete without script and keeps to a strict policy', () => {
    const html = renderReport(contradictedReport)
    expect(toElements(html)).not.toContain('script')
    expectStrict(html)
  })

  it.each(states)('gives state %s a word and an icon', (overall) => {
    if (latest === undefined) throw new Error('the sample has a round')
    const view: ReportView = { ...contradictedReport, rounds: [{ ...latest, overall }] }
    const html = renderReport(view)
    expect(html).toMatch(
      new RegExp(`class="state [^"]*"><svg[^>]*>.*?</svg>${stateWords[overall].label}`),
    )
  })

  it('is a page also for a case without rounds, erased, with a broken log', () => {
    const html = renderReport(emptyReport)
    const shown = toText(html)
    for (const words of [
      'An erased case',
      'Nothing was measured',
      'Nobody has decided yet',
      'not verified',
    ]) {
      expect(shown).toContain(words)
    }
    expect(shown).not.toMatch(/null|undefined|NaN/)
    expect(shown).not.toContain('Simulated.')
  })

  it('shows names, reasons and requests as text', () => {
    const evil = '<img src=x onerror=alert(1)>'
    const view: ReportView = {
      ...contradictedReport,
      candidate: evil,
      place: evil,
      opening: evil,
      reviews: [{ at: evil, by: evil, decision: evil, reason: evil }],
      audit: [{ at: evil, event: evil, actor: evil, detail: evil }],
      attributions: [{ text: evil, url: 'javascript:alert(1)' }],
    }
    const html = renderReport(view)
    expect(toElements(html)).not.toContain('img')
    expect(toElements(html)).not.toContain('a')
    expect(html).toMatch(/<h1 dir="auto">/)
  })
})

it('renders a small page of a title and lines', () => {
  const html = renderPlain({ title: 'Over <b>', lines: ['One.', 'Two & three.'] })
  expect(toText(html)).toContain('Two & three.')
  expect(toElements(html).filter((name) => name === 'b')).toEqual([])
  expect(toElements(html)).not.toContain('script')
})
