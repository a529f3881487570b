/** What the probes read in a real browser: page variant → readings, as they go up the socket. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { zoneOffsetMin } from '../../src/core/zone.ts'
import { probes } from '../../src/page/probes/index.ts'
import type { SentSignal, SignalsBody } from '../../src/page/views.ts'
import { launchBrowser } from './browser.ts'
import {
  expectClean,
  launchOffline,
  openCase,
  pressContinue,
  readRecorded,
  startProduct,
  until,
  visit,
  type Product,
  type Visitor,
  type VisitorOptions,
} from './_product.ts'

let browser: Browser
let product: Product

beforeAll(async () => {
  ;[browser, product] = await Promise.all([launchOffline('software'), startProduct()])
})

afterAll(async () => {
  await browser.close()
  await product[Symbol.asyncDispose]()
})

/** All probes are to be done by then, ms. */
const ALL_DONE_MS = 3_000

/** A candidate whose readings are listened to on their way. */
interface Listened extends Visitor {
  /** Messages of readings, oldest first. */
  messages: SignalsBody[]
  /** Waits for a reading of this name besides the first. */
  next(name: string): Promise<SentSignal>
}

let visitors = 0

/** Opens the session page in a browser of one kind and waits for the first readings. */
async function attend(
  who: string,
  options: VisitorOptions & { of?: Browser; prepare?: (visitor: Visitor) => Promise<unknown> } = {},
): Promise<Listened & { first: Record<string, SentSignal> }> {
  const { of = browser, prepare, ...rest } = options
  const { link } = await openCase(product, who)
  visitors += 1
  // Another address each time: one address may press Continue thirty times a minute.
  const visitor = await visit(of, { from: `136.49.128.${visitors}`, ...rest })
  const messages: SignalsBody[] = []
  visitor.page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      const message = JSON.parse(String(payload)) as { t: string } & SignalsBody
      if (message.t === 'signals') messages.push(message)
    }),
  )
  await prepare?.(visitor)
  await pressContinue(visitor, link)
  const [message] = await until(() => {
    expect(messages.length).toBeGreaterThan(0)
    return messages
  })
  const first = Object.fromEntries((message?.signals ?? []).map((s) => [s.name, s]))
  return {
    ...visitor,
    messages,
    first,
    next: (name) =>
      until(() => {
        const found = messages
          .slice(1)
          .flatMap(({ signals }) => signals.filter((s) => s.name === name))
        expect(found.length).toBeGreaterThan(0)
        return found[0] as SentSignal
      }),
  }
}

/** Ms from the start of the page to when its first readings went up. */
async function probingMs({ page, messages }: Listened): Promise<number> {
  const origin = await page.evaluate(() => performance.timeOrigin)
  return (messages[0]?.now ?? Number.NaN) - origin
}

/** Offsets that a zone has this year, by the engine of the tests. */
function offsetsOf(zone: string): (number | undefined)[] {
  const year = new Date().getUTCFullYear()
  return Array.from({ length: 12 }, (_, month) => zoneOffsetMin(zone, Date.UTC(year, month, 1, 12)))
}

test.concurrent('an ordinary browser: every probe reads something, in one message', async () => {
  await using visitor = await attend('Otto Ordinary')
  const { first } = visitor
  const atOnce = probes.filter(({ read }) => read !== undefined)
  expect(Object.keys(first).sort()).toEqual(atOnce.map(({ name }) => name).sort())
  expect(Object.values(first).filter((signal) => 'why' in signal)).toEqual([])
  const value = (name: string) => (first[name] as { value: unknown }).value
  expect(value('browserClock')).toEqual({
    zone: 'America/Chicago',
    year: new Date().getUTCFullYear(),
    offsetsMin: offsetsOf('America/Chicago'),
  })
  expect(value('device')).toEqual({
    cores: expect.any(Number),
    memoryGb: expect.any(Number),
    touchPoints: 0,
    platform: expect.stringMatching(/^Linux/),
  })
  const { brands } = value('clientHints') as { brands: { brand: string }[] }
  expect(brands.map(({ brand }) => brand)).toContain('Chromium')
  expect(brands.filter(({ brand }) => /not.*brand/i.test(brand))).toEqual([])
  expect(value('clientHints')).toMatchObject({ mobile: false, platform: 'Linux' })
  expect(value('renderer')).toEqual({
    vendor: expect.stringMatching(/Google/),
    renderer: expect.stringMatching(/ANGLE.*SwiftShader/),
  })
  expect(value('focus')).toBe('focused')
  expect(value('visibility')).toBe('visible')
  expect(value('network')).toBe('online')
  expect(value('realm')).toEqual({ differences: [] })
  expect(await probingMs(visitor)).toBeLessThan(ALL_DONE_MS)
  await until(async () => {
    const recorded = await readRecorded(visitor, product)
    const all = [...recorded].map(([title, [text]]) => `${title}: ${text ?? ''}`)
    expect(all).toContainEqual(
      expect.stringMatching(/^offsets of .*: UTC−6 in winter, UTC−5 in summer/),
    )
    expect(all).toContainEqual(expect.stringMatching(/^graphics .*: ANGLE .*SwiftShader/))
    expect(all).toContainEqual(expect.stringMatching(/^round-trip .*: least [\d.]+ ms of 10, to /))
    expect(all.filter((line) => /[{}[\]]|null|undefined|offsetsMin|minMs/.test(line))).toEqual([])
  })
  expectClean(product, visitor)
})

describe('the clock', () => {
  const zones = [
    'Asia/Kolkata',
    'Asia/Calcutta',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'America/Santiago',
    'Pacific/Kiritimati',
    'UTC',
  ]
  test.concurrent.for(zones)('of a device in %s', async (timezoneId) => {
    await using visitor = await attend(`Zoe ${timezoneId}`, { timezoneId })
    const { browserClock, browserZone } = visitor.first
    const { zone, offsetsMin } = (browserClock as { value: { zone: string; offsetsMin: unknown } })
      .value
    expect(browserZone).toEqual({ name: 'browserZone', value: zone })
    // Browsers may name a zone by its old or its new name.
    expect(offsetsOf(zone)).toEqual(offsetsOf(timezoneId))
    expect(offsetsMin).toEqual(offsetsOf(timezoneId))
  })

  test.concurrent('when the name of the zone is replaced and the clock forgotten', async () => {
    await using visitor = await attend('Ines Intl', {
      timezoneId: 'Asia/Shanghai',
      prepare: ({ context }) =>
        context.addInitScript(() => {
          const real = Intl.DateTimeFormat.prototype.resolvedOptions
          Intl.DateTimeFormat.prototype.resolvedOptions = function () {
            return { ...real.call(this), timeZone: 'America/Chicago' }
          }
        }),
    })
    expect(visitor.first['browserClock']).toMatchObject({
      value: { zone: 'America/Chicago', offsetsMin: Array(12).fill(480) },
    })
  })

  test.concurrent('when the clock is replaced and the name forgotten', async () => {
    await using visitor = await attend('Dan Date', {
      timezoneId: 'Asia/Shanghai',
      prepare: ({ context }) =>
        context.addInitScript(() => {
          Date.prototype.getTimezoneOffset = () => 360
        }),
    })
    expect(visitor.first['browserClock']).toMatchObject({
      value: { zone: 'Asia/Shanghai', offsetsMin: Array(12).fill(-360) },
    })
  })
})

/** Browsers in which something cannot be read: what is changed, and what is then read. */
const gaps: readonly {
  what: string
  script: () => void
  reads: Record<string, object>
}[] = [
  {
    what: 'Client Hints taken away',
    script: () => Reflect.deleteProperty(Navigator.prototype, 'userAgentData'),
    reads: { clientHints: { why: 'unsupported' } },
  },
  {
    what: 'Client Hints forbidden',
    script: () => {
      const data = Reflect.get(navigator, 'userAgentData') as object
      Reflect.set(Object.getPrototypeOf(data) as object, 'getHighEntropyValues', () =>
        Promise.reject(new DOMException('no', 'NotAllowedError')),
      )
    },
    reads: { clientHints: { why: 'blocked' } },
  },
  {
    what: 'Client Hints that fail',
    script: () => {
      const data = Reflect.get(navigator, 'userAgentData') as object
      Reflect.set(Object.getPrototypeOf(data) as object, 'getHighEntropyValues', () =>
        Promise.reject(new Error('no')),
      )
    },
    reads: { clientHints: { why: 'error' } },
  },
  {
    what: 'Client Hints without detail',
    script: () => {
      const data = Reflect.get(navigator, 'userAgentData') as object
      Reflect.set(Object.getPrototypeOf(data) as object, 'getHighEntropyValues', () =>
        Promise.resolve({}),
      )
    },
    reads: {
      clientHints: {
        value: expect.objectContaining({
          platform: 'Linux',
          platformVersion: null,
          architecture: null,
          bitness: null,
          model: null,
        }),
      },
    },
  },
  {
    what: 'the number of processors and the memory kept private',
    script: () => {
      Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => undefined })
      Reflect.deleteProperty(Navigator.prototype, 'deviceMemory')
    },
    reads: {
      device: { value: expect.objectContaining({ cores: null, memoryGb: null, touchPoints: 0 }) },
    },
  },
  {
    what: 'nothing told of the device',
    script: () => {
      for (const key of ['hardwareConcurrency', 'deviceMemory', 'maxTouchPoints', 'platform']) {
        Reflect.deleteProperty(Navigator.prototype, key)
      }
    },
    reads: { device: { why: 'unsupported' } },
  },
  {
    what: 'an extension that stands before WebGL',
    script: () => {
      HTMLCanvasElement.prototype.getContext = () => {
        throw new Error('no')
      }
    },
    reads: { renderer: { why: 'blocked' } },
  },
  {
    what: 'graphics named as Firefox names them to everybody',
    script: () => {
      WebGLRenderingContext.prototype.getParameter = () => 'Mozilla'
    },
    reads: { renderer: { why: 'blocked' } },
  },
  {
    what: 'graphics named by RENDERER, as in Firefox',
    script: () => {
      WebGLRenderingContext.prototype.getParameter = (name: number) =>
        name === WebGLRenderingContext.RENDERER ? 'GeForce GTX 980, or similar' : 'Mozilla'
      const real = WebGLRenderingContext.prototype.getExtension as (name: string) => unknown
      Reflect.set(
        WebGLRenderingContext.prototype,
        'getExtension',
        function (this: WebGLRenderingContext, name: string) {
          if (name === 'WEBGL_debug_renderer_info') throw new Error('asked in vain')
          return real.call(this, name)
        },
      )
    },
    reads: { renderer: { value: { vendor: 'Mozilla', renderer: 'GeForce GTX 980, or similar' } } },
  },
  {
    what: 'a clock without numbers',
    script: () => {
      Date.prototype.getTimezoneOffset = () => Number.NaN
    },
    reads: { browserClock: { why: 'blocked' } },
  },
  {
    what: 'a zone that is not told',
    script: () => {
      const real = Intl.DateTimeFormat.prototype.resolvedOptions
      Intl.DateTimeFormat.prototype.resolvedOptions = function () {
        return { ...real.call(this), timeZone: 'Etc/Unknown' }
      }
    },
    reads: { browserZone: { why: 'unsupported' }, browserClock: { why: 'unsupported' } },
  },
  {
    what: 'zones broken by an extension',
    script: () => {
      Intl.DateTimeFormat.prototype.resolvedOptions = () => {
        throw new Error('no')
      }
    },
    reads: { browserZone: { why: 'error' }, browserClock: { why: 'error' } },
  },
  {
    what: 'no word of network, front and keyboard',
    script: () => {
      Object.defineProperty(Navigator.prototype, 'onLine', { get: () => undefined })
      Object.defineProperty(Document.prototype, 'visibilityState', { get: () => 'prerender' })
      Object.defineProperty(Document.prototype, 'hasFocus', { value: undefined })
    },
    reads: {
      network: { why: 'unsupported' },
      visibility: { why: 'unsupported' },
      focus: { why: 'unsupported' },
    },
  },
  {
    what: 'a screen without size',
    script: () => Object.defineProperty(Screen.prototype, 'width', { get: () => 0 }),
    reads: { screen: { why: 'blocked' } },
  },
]

test.concurrent.for(gaps)('a browser with $what', async ({ what, script, reads }) => {
  await using visitor = await attend(`Gus ${what}`, {
    prepare: ({ context }) => context.addInitScript(script),
  })
  for (const [name, reading] of Object.entries(reads)) {
    expect(visitor.first[name]).toEqual({ name, ...reading })
  }
  const missing = Object.entries(visitor.first).filter(
    ([name, signal]) => 'why' in signal && !(name in reads),
  )
  expect(missing).toEqual([])
  expectClean(product, visitor)
})

test('a browser without WebGL', async () => {
  await using without = await launchBrowser(['--disable-3d-apis'])
  await using visitor = await attend('Will Webgl', { of: without })
  expect(visitor.first['renderer']).toEqual({ name: 'renderer', why: 'unsupported' })
})

test.concurrent('nothing stays of the graphics', async () => {
  await using visitor = await attend('Gina Graphics', {
    prepare: ({ context }) =>
      context.addInitScript(() => {
        const contexts: WebGLRenderingContext[] = []
        const real = HTMLCanvasElement.prototype.getContext as (type: string) => unknown
        Reflect.set(
          HTMLCanvasElement.prototype,
          'getContext',
          function (this: object, type: string) {
            const made = real.call(this, type)
            contexts.push(made as WebGLRenderingContext)
            return made
          },
        )
        Reflect.set(globalThis, 'contexts', contexts)
      }),
  })
  const lost = await visitor.page.evaluate(() =>
    (Reflect.get(globalThis, 'contexts') as WebGLRenderingContext[]).map((gl) =>
      gl.isContextLost(),
    ),
  )
  expect(lost).toEqual([true])
})

test.concurrent('a probe that hangs holds up nothing for more than three seconds', async () => {
  await using visitor = await attend('Hanna Hang', {
    prepare: ({ context }) =>
      context.addInitScript(() => {
        const data = Reflect.get(navigator, 'userAgentData') as object
        Reflect.set(
          Object.getPrototypeOf(data) as object,
          'getHighEntropyValues',
          () => new Promise(() => {}),
        )
      }),
  })
  expect(visitor.first['clientHints']).toEqual({ name: 'clientHints', why: 'timeout' })
  expect(Object.values(visitor.first).filter((signal) => 'why' in signal)).toHaveLength(1)
  const ms = await probingMs(visitor)
  expect(ms).toBeGreaterThan(1_000)
  expect(ms).toBeLessThan(ALL_DONE_MS)
})

describe('changes', () => {
  test.concurrent('the network goes and comes back', async () => {
    await using visitor = await attend('Nora Network')
    await visitor.page.getByText('This tab is connected.').waitFor()
    const again = visitor.page.waitForEvent('websocket')
    await visitor.context.setOffline(true)
    await visitor.context.setOffline(false)
    await again
    expect(await visitor.next('network')).toEqual({ name: 'network', value: 'offline' })
    await until(() => {
      const told = visitor.messages.flatMap(({ signals }) => signals)
      expect(told.findLast(({ name }) => name === 'network')).toHaveProperty('value', 'online')
    })
  })

  test.concurrent('the phone moves from Wi-Fi to the mobile network', async () => {
    await using visitor = await attend('Mo Mobile', {
      prepare: ({ context }) =>
        context.addInitScript(() => {
          const connection = Object.assign(new EventTarget(), { type: 'wifi' })
          Object.defineProperty(Navigator.prototype, 'connection', { get: () => connection })
        }),
    })
    await visitor.page.evaluate(() => {
      const connection = Reflect.get(navigator, 'connection') as EventTarget & { type: string }
      // A new estimate of speed is no move.
      connection.dispatchEvent(new Event('change'))
      connection.type = 'cellular'
      connection.dispatchEvent(new Event('change'))
    })
    expect(await visitor.next('network')).toEqual({ name: 'network', value: 'changed' })
  })

  test.concurrent('the traveller’s clock moves on', async () => {
    await using visitor = await attend('Tara Traveller', {
      prepare: ({ context }) => context.clock.install(),
    })
    await visitor.page.evaluate(() => {
      const real = Intl.DateTimeFormat.prototype.resolvedOptions
      Intl.DateTimeFormat.prototype.resolvedOptions = function () {
        return { ...real.call(this), timeZone: 'America/Denver' }
      }
    })
    await visitor.page.clock.fastForward(31_000)
    expect(await visitor.next('browserZone')).toMatchObject({ value: 'America/Denver' })
    expect(await visitor.next('browserClock')).toMatchObject({ value: { zone: 'America/Denver' } })
  })

  test.concurrent('a hundred changes of the keyboard are two messages', async () => {
    await using visitor = await attend('Flo Focus', {
      prepare: ({ context }) => context.clock.install(),
    })
    await visitor.page.clock.pauseAt(Date.now() + 60_000)
    const before = visitor.messages.length
    await visitor.page.evaluate(() => {
      for (let i = 0; i < 100; i++) {
        document.hasFocus = () => i % 2 === 1
        dispatchEvent(new Event(i % 2 === 1 ? 'focus' : 'blur'))
      }
    })
    await visitor.page.clock.runFor(10_000)
    await until(() => {
      const later = visitor.messages.slice(before).flatMap(({ signals }) => signals)
      expect(later).toEqual([
        { name: 'focus', value: 'blurred' },
        { name: 'focus', value: 'focused' },
      ])
    })
    expectClean(product, visitor)
  })
})
