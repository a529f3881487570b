import { describe, expect, test } from 'vitest'
import * as pages from '../../src/page/server.tsx'
import { noticeView, recordedView, sessionView } from './views.ts'

const move = { code: 'K7QX-4M2P', url: 'https://check.example.com/m', asked: null }
const every: Record<string, string> = {
  notice: pages.renderNotice(noticeView),
  session: pages.renderSession(sessionView),
  'session with a move': pages.renderSession({ ...sessionView, move }),
  'session over': pages.renderSession({ ...sessionView, over: true }),
  recorded: pages.renderRecorded(recordedView),
  'move entry': pages.renderMoveEntry({ code: 'K7QX', error: 'Not known.', nonce: 'nonce-1' }),
  'move waiting': pages.renderMoveWaiting(),
  unavailable: pages.renderUnavailable({ nonce: 'nonce-1', contact: 'careers@northwind.example' }),
  message: pages.renderMessage({ title: 'Thank you', lines: ['Noted.'] }),
}

/** Accessible names of the buttons: their text, as they have no other. */
function buttons(html: string): string[] {
  return [...html.matchAll(/<button[^>]*>([^<]*)<\/button>/g)].map(([, text]) => text ?? '')
}

/** Each form as the address it posts to; its own page's without one. */
function actions(html: string): string[] {
  return [...html.matchAll(/<form [^>]*>/g)].map(([tag]) => /action="([^"]*)"/.exec(tag)?.[1] ?? '')
}

describe.each(Object.entries(every))('%s', (_name, html) => {
  test('is one document with language, title and no place in a search index', () => {
    expect(html).toMatch(/^<!doctype html><html lang="en" dir="ltr">/)
    expect(html.match(/<title>[^<]+<\/title>/g)).toHaveLength(1)
    expect(html).toContain('<meta name="robots" content="noindex, nofollow"/>')
    expect(html).toContain('<link rel="stylesheet" href="/assets/page.css"/>')
  })

  test('has no inline script or style and loads nothing from elsewhere', () => {
    expect(html).not.toMatch(/\sstyle=|<style|\son\w+=|javascript:/)
    expect(html).not.toMatch(/<script(?![^>]*\ssrc="\/assets\/page\.js")/)
    expect(html).not.toMatch(/\s(src|srcset)="(?!\/assets\/)/)
  })

  test('has a nonce in every form', () => {
    const forms = html.split('<form ').slice(1)
    for (const form of forms) {
      expect(form).toMatch(/^method="post"/)
      expect(form).toContain('<input type="hidden" name="nonce" value="nonce-1"/>')
    }
  })
})

describe('the notice', () => {
  test('carries no script, so nothing is read before Continue', () => {
    expect(every['notice']).not.toContain('<script')
  })

  test('offers every way by its name', () => {
    const html = pages.renderNotice(noticeView)
    expect(buttons(html)).toEqual(['Continue', 'I need another way', 'Join the interview'])
    expect(actions(html)).toEqual(['/i/token-1', '/i/token-1/another-way', '/i/token-1/join'])
  })

  test('offers the call only where there is one', () => {
    const html = pages.renderNotice({ ...noticeView, canJoin: false })
    expect(buttons(html)).toEqual(['Continue', 'I need another way'])
  })

  test.each(['travel', 'vpn', 'remoteDesktop', 'assistive'])(
    'asks about %s with a label',
    (name) => {
      const html = pages.renderNotice(noticeView)
      expect(html).toContain(`type="checkbox" id="${name}" name="${name}"`)
      expect(html).toContain(`<label for="${name}">`)
    },
  )

  test.each([
    ['the notice', pages.renderNotice(noticeView)],
    ['what was recorded', pages.renderRecorded(recordedView)],
  ])('%s says how long things are kept, and who sees them', (_name, html) => {
    const words = html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
    expect(words).toMatch(/readings are deleted 30 days (later|after your interview)/i)
    expect(words).toContain('up to 365 days')
    expect(words).toMatch(/people there who work on this opening see it/i)
  })

  test('mentions the tapping exercise only when it is asked for', () => {
    expect(pages.renderNotice(noticeView)).not.toContain('tapping')
    expect(pages.renderNotice({ ...noticeView, controlCheck: true })).toContain('tapping')
  })

  test('mentions the call only where times in it are noted', () => {
    const line = 'When you join and leave the call in Discord'
    expect(pages.renderNotice(noticeView)).not.toContain(line)
    expect(pages.renderNotice({ ...noticeView, callNoted: true })).toContain(line)
  })

  test('says when the candidate is simulated', () => {
    expect(pages.renderNotice(noticeView)).not.toContain('simulated')
    expect(pages.renderNotice({ ...noticeView, simulated: true })).toContain('simulated')
  })
})

describe('names from outside', () => {
  test.each([
    ['<b>Bold & "Co"</b>', '&lt;b>Bold &amp; "Co"&lt;/b>'],
    ['</title><script>alert(1)</script>', '&lt;/title>&lt;script>alert(1)&lt;/script>'],
    ['😀 & 👩‍💻', '😀 &amp; 👩‍💻'],
    ['شركة الأفق', 'شركة الأفق'],
  ])('%s stays text in its own direction', (company, written) => {
    const html = pages.renderNotice({ ...noticeView, company, opening: company })
    const unescaped = html.replaceAll('&gt;', '>').replaceAll('&quot;', '"')
    expect(unescaped).toContain(`<bdi dir="auto">${written}</bdi>`)
    expect(html).not.toContain('<script')
  })

  test('a token cannot leave its address', () => {
    const html = pages.renderNotice({ ...noticeView, token: '"><a href=/x?' })
    expect(actions(html)[0]).toBe('/i/%22%3E%3Ca%20href%3D%2Fx%3F')
  })

  test.each([
    ['careers@northwind.example', 'href="mailto:careers@northwind.example"'],
    ['https://northwind.example/jobs', 'href="https://northwind.example/jobs"'],
  ])('%s becomes a link', (contact, href) => {
    expect(pages.renderUnavailable({ nonce: 'n', contact })).toContain(href)
  })

  test.each(['javascript:alert(1)', 'http://x.example', 'https://a@b.example', '+1 555 0100'])(
    '%s stays text',
    (contact) => {
      expect(pages.renderUnavailable({ nonce: 'n', contact })).not.toContain('<a ')
    },
  )
})

describe('the session', () => {
  test('offers every way by its name', () => {
    const html = pages.renderSession(sessionView)
    const named = ['Join the interview', 'Use another device', 'I need another way']
    expect(buttons(html)).toEqual(named)
    expect(actions(html)).toEqual(['/s/join', '/s/move', '/s/another-way'])
    expect(html).toContain('action="/s/join" target="_blank" rel="noopener"')
  })

  test('tells how to join where there is no call to open', () => {
    const html = pages.renderSession({ ...sessionView, canJoin: false, meetingHost: null })
    expect(buttons(html)).not.toContain('Join the interview')
    expect(html).toContain('the meeting link or number you were given')
  })

  test('shows the code, then asks about the device that typed it', () => {
    const started = pages.renderSession({ ...sessionView, move })
    expect(started).toContain('K7QX-4M2P')
    expect(started).toMatch(/data-asked[^>]*hidden/)
    const asked = pages.renderSession({
      ...sessionView,
      move: { ...move, asked: 'Firefox on Windows' },
    })
    expect(asked).toContain('Firefox on Windows')
    expect(asked).not.toMatch(/data-asked[^>]*hidden/)
    expect(asked).toContain('name="answer" value="yes"')
    expect(asked).toContain('name="answer" value="no"')
  })

  test('does not offer another way twice', () => {
    const html = pages.renderSession({ ...sessionView, requested: true })
    expect(buttons(html)).not.toContain('I need another way')
    expect(html).toContain('You asked for another way')
  })

  test.each([
    ['over', { over: true, moved: false }],
    ['moved', { over: false, moved: true }],
  ])('once %s shows only that', (name, state) => {
    const html = pages.renderSession({ ...sessionView, ...state })
    expect(html).toMatch(/data-live[^>]*hidden/)
    for (const end of ['over', 'moved']) {
      expect(new RegExp(`data-${end}[^>]*hidden`).test(html)).toBe(end !== name)
    }
  })
})

describe('what was recorded', () => {
  test('sends both wishes by their kind', () => {
    const html = pages.renderRecorded(recordedView)
    expect(actions(html)).toEqual(['/s/request', '/s/request'])
    expect(html).toContain('name="kind" value="contest"')
    expect(html).toContain('name="kind" value="erase"')
    expect(html).toContain('203.0.113.7')
  })

  test('folds what was read again and again, and loses none of it', () => {
    const echoes = Array.from({ length: 60 }, (_, i) => ({
      name: 'echoes' as const,
      value: { vantage: null, minMs: i, medianMs: i, p90Ms: i, jitterMs: 0, count: 10 },
      at: recordedView.today + i * 60_000,
      source: 'server' as const,
    }))
    const html = pages.renderRecorded({
      ...recordedView,
      signals: [...recordedView.signals, ...echoes],
    })
    expect(html.match(/<dt[ >]/g)).toHaveLength(2)
    expect(html).toContain('<summary>57 earlier</summary>')
    const values = [...html.matchAll(/least (\d+) ms/g)].map(([, n]) => Number(n))
    expect(values).toEqual(echoes.map((_, i) => i))
  })

  test('without a right to send it, names who to write to', () => {
    const html = pages.renderRecorded({ ...recordedView, erasable: false })
    expect(html).not.toContain('value="erase"')
    expect(html).toContain('careers@northwind.example')
  })
})

describe('the unavailable page', () => {
  test('is the same for every link and posts to its own address', () => {
    const html = pages.renderUnavailable({ nonce: 'nonce-1' })
    expect(actions(html)).toEqual([''])
    expect(buttons(html)).toEqual(['Continue here'])
  })
})

describe('the second device', () => {
  test('types its code, and a fault is tied to the field', () => {
    const html = pages.renderMoveEntry({ code: 'K7', error: 'Not known.', nonce: 'nonce-1' })
    expect(actions(html)).toEqual(['/m'])
    expect(html).toContain('value="K7"')
    expect(html).toContain('aria-describedby="code-error code-hint"')
    expect(html).toContain('aria-invalid="true"')
  })

  test('never reloads by itself', () => {
    expect(pages.renderMoveWaiting()).not.toContain('http-equiv')
  })
})
