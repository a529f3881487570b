/** A synthetic person who taps: sees the page's frames, keeps the beat with human scatter, and presses for real. */
import type { CDPSession, Page } from 'playwright-core'
import type { StartedCheck } from '../../src/usecases/start-control-check.ts'
import type { ControlPlan, JumpPlan, VanishPlan } from '../../src/core/rhythm/plan.ts'
import { chanceOf, logOf, normal, type Hand } from '../core/rhythm/_logs.ts'

/** What the page shows, and when: epoch ms of the frame. */
interface Sight {
  /** The first beat of a part, the end of its last one, a figure that vanishes, or a disc. */
  what: 'beat' | 'rest' | 'vanish' | 'target'
  at: number
}

/** Everything that is waited for comes within this: a part is shorter. */
const SEEN_MS = 40_000

/** Presses with what. */
export type Press = 'key' | 'touch'

/** Runs in the page: tells of the first beat of a part, when its figure vanishes or comes to rest, and of each disc. */
function watchStage(): void {
  const tell = (globalThis as unknown as { sawExercise(sight: Sight): void }).sawExercise
  let frame = 0
  let place = ''
  let since = Infinity
  /** Both move in every frame but when they rest. */
  const figures = '[data-ball]:not([hidden]), [data-dial][data-on] [data-hand]'
  const step = (at: number) => {
    frame = at
    const figure = document.querySelector<HTMLElement>(figures)
    const now = figure?.style.transform ?? ''
    // A busy machine may draw none of the moments in which it rests before it goes.
    const isGone = figure === null && place !== '' && since !== Infinity
    if (now !== place) since = at
    if (isGone || (figure !== null && at - since > 250)) {
      tell({ what: 'rest', at: performance.timeOrigin + at })
      since = Infinity
    }
    place = now
    requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
  const start = () => {
    const watch = (
      selector: string,
      what: Sight['what'],
      isShown: (element: Element) => boolean,
    ) => {
      const element = document.querySelector(selector)
      if (element === null) return
      let was = isShown(element)
      new MutationObserver(() => {
        const is = isShown(element)
        if (is && !was) tell({ what, at: performance.timeOrigin + frame })
        was = is
      }).observe(element, { attributes: true })
    }
    const isHere = (element: Element) => !element.hasAttribute('hidden')
    watch('[data-ball]', 'beat', isHere)
    watch('[data-dial]', 'beat', (element) => element.hasAttribute('data-on'))
    const isGone = (element: Element) =>
      (element as HTMLElement | SVGElement).style.visibility === 'hidden'
    watch('[data-ball]', 'vanish', isGone)
    watch('[data-hand]', 'vanish', isGone)
    watch('[data-target]', 'target', isHere)
  }
  document.addEventListener('DOMContentLoaded', start)
}

/** Prepares a page before it is opened. Out: does the exercise once Start was pressed. */
export async function prepareTapper(page: Page, hand: Hand, press: Press = 'key') {
  const heard: Partial<Record<Sight['what'], (sight: Sight) => void>> = {}
  await page.exposeFunction('sawExercise', (sight: Sight) => heard[sight.what]?.(sight))
  await page.addInitScript(watchStage)
  const cdp = await page.context().newCDPSession(page)
  const chance = chanceOf(hand.seed ?? 7)
  const scatter = () => hand.spreadMs * normal(chance)
  const sight = (what: Sight['what']) =>
    new Promise<Sight>((resolve, reject) => {
      const tooLong = setTimeout(() => {
        reject(new Error(`expected to see a ${what}, saw none for ${String(SEEN_MS)} ms`))
      }, SEEN_MS)
      heard[what] = (seen) => {
        clearTimeout(tooLong)
        resolve(seen)
      }
    })

  /** Taps along for as long as the figure moves. */
  async function tapPart(title: string, tempoMs: number): Promise<void> {
    const beat = sight('beat')
    await begin(page, cdp, press, title)
    const { at } = await beat
    let rests = false
    heard.rest = () => (rests = true)
    await pressAt(cdp, press, at + hand.reactionMs)
    for (let count = 1; ; count++) {
      const next = at + count * tempoMs + hand.lateMs + scatter()
      await wait(next)
      if (rests) return
      await pressAt(cdp, press, next)
    }
  }

  /** Taps along, and holds a tap back where the figure vanished early enough to be stopped by it. */
  async function vanishPart(title: string, plan: VanishPlan): Promise<void> {
    const beat = sight('beat')
    await begin(page, cdp, press, title)
    const { at } = await beat
    let goneAt = Infinity
    heard.vanish = (gone) => (goneAt = gone.at)
    const times = plan.beatsAt
    for (const [i, time] of times.entries()) {
      const tap = at + time + (i === 0 ? hand.reactionMs : hand.lateMs + scatter())
      await wait(tap)
      // What vanished for an earlier beat is over.
      const isThis = goneAt > at + (times[i - 1] ?? 0)
      if (isThis && goneAt + (hand.stopMs ?? 250) + scatter() < tap) continue
      await pressAt(cdp, press, tap)
    }
    delete heard.vanish
  }

  /** Taps as somebody who follows the jumps would. */
  async function jumpPart(title: string, plan: ControlPlan, part: JumpPlan): Promise<void> {
    const beat = sight('beat')
    await begin(page, cdp, press, title)
    const { at } = await beat
    const block = logOf(plan, hand).blocks.find(({ kind }) => kind === part.kind)
    if (block?.kind !== 'jump') throw new Error(`expected jumps, got ${String(block?.kind)}`)
    for (const tap of block.taps) await pressAt(cdp, press, at + tap - (block.beats[0] ?? 0))
  }

  /** In: what the page answered to Start. */
  return async function tapAlong({ plan }: StartedCheck): Promise<void> {
    if (plan.practice !== null) await tapPart('First a few to practise', plan.practice.tempoMs)
    for (const [i, block] of plan.blocks.entries()) {
      const title = `Part ${i + 1} of ${plan.blocks.length}`
      if (block.kind === 'tap') await tapPart(title, block.tempoMs)
      else if (block.kind === 'vanish') await vanishPart(title, block)
      else if (block.kind === 'jump') await jumpPart(title, plan, block)
      else {
        await begin(page, cdp, press, title)
        for (const { isCatch } of block.targets) {
          if (isCatch) continue
          const { at } = await sight('target')
          await pressAt(cdp, press, at + hand.reactionMs + scatter())
        }
      }
    }
  }
}

/** Waits for the words before a part, and presses to begin. */
async function begin(page: Page, cdp: CDPSession, press: Press, title: string): Promise<void> {
  await page.getByRole('heading', { name: title }).waitFor({ timeout: 30_000 })
  await pressAt(cdp, press, Date.now())
}

/** Waits for a moment, epoch ms. */
async function wait(at: number): Promise<void> {
  const waitMs = at - Date.now()
  if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs))
}

/** Presses at a moment, epoch ms; the event carries that moment, as a device's own does, however late it gets through. */
async function pressAt(cdp: CDPSession, press: Press, at: number): Promise<void> {
  await wait(at)
  const timestamp = at / 1000
  if (press === 'key') {
    const key = { key: 'x', code: 'KeyX', text: 'x', windowsVirtualKeyCode: 88 }
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, timestamp })
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
    return
  }
  const touchPoints = [{ x: 150, y: 400 }]
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints, timestamp })
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}
