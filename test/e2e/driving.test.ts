/** Who sits at the computer, as it shows in a real browser: rhythm of mouse and keys, screen, contradictions. */
import type { Browser, CDPSession } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseDto } from '../../src/usecases/read-case.ts'
import {
  addresses,
  against,
  expectClean,
  launchOffline,
  openCase,
  pressContinue,
  readCase,
  readRecorded,
  startProduct,
  until,
  visit,
  waitForVerdict,
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

/** What the machine of the tests shows of itself: it has no graphics processor. */
const MACHINE = ['renderer: software']

const POINTER = 'how movements of the pointer arrive: gaps and jumps, never where'
const KEYS = 'how keys are pressed: how long and by what kind of event, never which'
const FRAMES = 'how often the screen is drawn'
const REALM = 'whether parts of the browser contradict each other'

/** A candidate at work, with a hand at the input of their browser and an ear at its socket. */
interface Candidate extends Visitor {
  id: string
  input: CDPSession
  sent: string[]
}

async function attend(
  who: string,
  options: VisitorOptions = {},
  script?: () => void,
): Promise<Candidate> {
  const { id, link } = await openCase(product, who)
  const visitor = await visit(browser, { from: addresses.austin, ...options })
  if (script !== undefined) await visitor.context.addInitScript(script)
  const sent: string[] = []
  visitor.page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => sent.push(String(payload))),
  )
  await pressContinue(visitor, link)
  await waitForVerdict(product, id)
  return { ...visitor, id, sent, input: await visitor.context.newCDPSession(visitor.page) }
}

/** Waits until exactly this speaks against the candidate. */
function untilAgainst({ id }: Candidate, expected: readonly string[]): Promise<CaseDto> {
  return until(async () => {
    const read = await readCase(product, id)
    expect(against(read)).toEqual([...expected].sort())
    return read
  })
}

/** Waits until what was recorded says this; “said by your browser” and the time follow without a gap. */
function untilRecorded(candidate: Candidate, title: string, words: RegExp): Promise<void> {
  return until(async () => {
    const recorded = await readRecorded(candidate, product)
    expect(recorded.get(title) ?? []).toContainEqual(expect.stringMatching(words))
  })
}

/**
 * Moves the mouse across the page. In: gaps between movements, ms, one after another. The device states the times of its
 * movements, as a real one does, so that nobody has to wait for them.
 */
async function moveMouse({ input }: Candidate, gapsMs: readonly number[]): Promise<void> {
  let timestamp = Date.now() / 1000
  for (const [i, gapMs] of gapsMs.entries()) {
    timestamp += gapMs / 1000
    const at = { x: 100 + 3 * (i % 200), y: 100 + (i % 7), timestamp }
    await input.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at })
  }
}

/** Presses keys one after another, each held for so long, ms. */
async function pressKeys({ input }: Candidate, heldMs: number, code: string): Promise<void> {
  let timestamp = Date.now() / 1000
  for (let i = 0; i < 40; i++) {
    timestamp += 0.137
    const key = { key: 'a', code }
    await input.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, timestamp })
    const upAt = timestamp + heldMs / 1000
    await input.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, timestamp: upAt })
  }
}

/** From 100 to 120 ms, and from 8 to 16: no two alike, as in life. */
const bursts = Array.from({ length: 90 }, (_, i) => 100 + ((i * 7) % 21) + 0.3)
const flow = Array.from({ length: 90 }, (_, i) => 8 + ((i * 3) % 9) + 0.2)

test.concurrent('a plain browser: nothing but what the machine shows of itself', async () => {
  await using candidate = await attend('Paula Plain')
  await untilRecorded(candidate, FRAMES, /^every \d/)
  await untilRecorded(candidate, REALM, /^nosaid by/)
  const { verdict } = await untilAgainst(candidate, MACHINE)
  expect(verdict).toMatchObject({ overall: 'consistent', axes: { control: { state: 'unclear' } } })
  expect(await candidate.page.locator('iframe').count()).toBe(0)
  expectClean(product, candidate)
})

describe('the mouse', () => {
  test.concurrent('that moves every 100 to 120 ms', async () => {
    await using candidate = await attend('Ray Remote')
    await moveMouse(candidate, bursts)
    await untilAgainst(candidate, [...MACHINE, 'pointer-bursts: bursts'])
    await untilRecorded(candidate, POINTER, /^\d+ movements, 1[01]\d ms apartsaid by/)
    expectClean(product, candidate)
  })

  test.concurrent('that moves every 8 to 16 ms', async () => {
    await using candidate = await attend('Hanna Hand')
    await moveMouse(candidate, flow)
    await untilRecorded(candidate, POINTER, /^\d+ movements, 1\d ms apartsaid by/)
    await untilAgainst(candidate, MACHINE)
  })
})

describe('the keys', () => {
  test.concurrent('held for no time', async () => {
    await using candidate = await attend('Ian Injected')
    await pressKeys(candidate, 0, 'KeyA')
    await untilAgainst(candidate, ['key-shape: held-for-no-time', ...MACHINE])
    await untilRecorded(candidate, KEYS, /held for 0 mssaid by/)
  })

  test.concurrent('without a name', async () => {
    await using candidate = await attend('Nick Nameless')
    await pressKeys(candidate, 70, '')
    await untilAgainst(candidate, ['key-shape: nameless', ...MACHINE])
  })

  test.concurrent('by hand', async () => {
    await using candidate = await attend('Fay Fingers')
    await pressKeys(candidate, 83, 'KeyA')
    await untilRecorded(candidate, KEYS, /held for 83 mssaid by/)
    await untilAgainst(candidate, MACHINE)
    const sent = candidate.sent.filter((text) => text.includes('"keys"'))
    expect(sent.length).toBeGreaterThan(0)
    expect(sent.join()).not.toMatch(/KeyA|"a"/)
  })
})

describe('a browser that was changed', () => {
  test.concurrent('by a script that sets the clock to Chicago', async () => {
    await using candidate = await attend('Cleo Clock', { timezoneId: 'Asia/Shanghai' }, () => {
      Date.prototype.getTimezoneOffset = () => 360
      const real = Intl.DateTimeFormat.prototype.resolvedOptions
      Intl.DateTimeFormat.prototype.resolvedOptions = function () {
        return { ...real.call(this), timeZone: 'America/Chicago' }
      }
    })
    const read = await until(async () => {
      const kase = await readCase(product, candidate.id)
      expect(against(kase)).toContain('realm-lies: zone-or-name')
      return kase
    })
    const { observed } = read.evidence.find(({ check }) => check === 'realm-lies') ?? {}
    expect(observed).toContain('the offset of the clock')
    expect(observed).toContain('the name of the zone')
    await untilRecorded(
      candidate,
      REALM,
      /another time zone beside the page, another clock beside the page/,
    )
  })

  test.concurrent('by a stand-in that prints like the own function', async () => {
    await using candidate = await attend('Percy Proxy', {}, () => {
      Date.prototype.getTimezoneOffset = new Proxy(Date.prototype.getTimezoneOffset, {
        apply: () => 360,
      })
      const real = Function.prototype.toString
      Function.prototype.toString = function () {
        return this === Date.prototype.getTimezoneOffset
          ? 'function getTimezoneOffset() { [native code] }'
          : real.call(this)
      }
    })
    await untilRecorded(
      candidate,
      REALM,
      /the function that prints functions, the offset of the clock/,
    )
  })

  test.concurrent('by an extension that gives everybody two processors', async () => {
    await using candidate = await attend('Dora Duck', {}, () => {
      Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => 64 })
    })
    await untilAgainst(candidate, [...MACHINE, 'realm-lies: machine-only'])
    await untilRecorded(
      candidate,
      REALM,
      /^the number of processors, another number of processors beside the page/,
    )
  })

  test.concurrent('so that zones cannot be read: nothing fails', async () => {
    await using candidate = await attend('Zack Zones', {}, () => {
      Intl.DateTimeFormat.prototype.resolvedOptions = () => {
        throw new Error('no')
      }
    })
    // The pace of the screen takes two seconds: by then a worker has answered.
    await untilRecorded(candidate, FRAMES, /^every \d/)
    await untilRecorded(candidate, REALM, /^the name of the zonesaid by/)
    expectClean(product, candidate)
  })

  test.concurrent('so that no worker starts: nothing is held against it', async () => {
    await using candidate = await attend('Wanda Worker', {}, () => {
      Reflect.deleteProperty(globalThis, 'Worker')
    })
    await untilRecorded(candidate, REALM, /^nosaid by/)
    await untilAgainst(candidate, MACHINE)
  })
})

test.concurrent('a screen drawn 50 times a second', async () => {
  await using candidate = await attend('Xenia Xrdp', {}, () => {
    let at = 1_000
    let id = 0
    Reflect.set(globalThis, 'requestAnimationFrame', (step: FrameRequestCallback) => {
      at += 20
      const now = at
      queueMicrotask(() => step(now))
      id += 1
      return id
    })
  })
  await untilAgainst(candidate, ['frame-rate: fifty', ...MACHINE])
  await untilRecorded(candidate, FRAMES, /^every 20 mssaid by/)
})
