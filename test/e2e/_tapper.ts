/** A synthetic person who taps: sees the page's frames, keeps the beat with human scatter, and presses for real. */
import type { CDPSession, Page } from 'playwright-core'
import type { StartedCheck } from '../../src/usecases/start-control-check.ts'
import { chanceOf, normal, type Hand } from '../core/rhythm/_logs.ts'

/** What the page shows, and when: epoch ms of the frame. */
interface Sight {
  what: 'beat' | 'target'
  at: number
}

/** Presses with what. */
export type Press = 'key' | 'touch'

/** Runs in the page: tells of the first beat of a part, and of each disc, by the frame that showed it. */
function watchStage(): void {
  const tell = (globalThis as unknown as { sawExercise(sight: Sight): void }).sawExercise
  let frame = 0
  const step = (at: number) => {
    frame = at
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
    watch('[data-target]', 'target', isHere)
  }
  document.addEventListener('DOMContentLoaded', start)
}

/** Prepares a page before it is opened. Out: does the exercise once Start was pressed. */
export async function prepareTapper(page: Page, hand: Hand, press: Press = 'key') {
  const heard: ((sight: Sight) => void)[] = []
  await page.exposeFunction('sawExercise', (sight: Sight) => heard.shift()?.(sight))
  await page.addInitScript(watchStage)
  const cdp = await page.context().newCDPSession(page)
  const chance = chanceOf(hand.seed ?? 7)
  const scatter = () => hand.spreadMs * normal(chance)
  const sight = () => new Promise<Sight>((resolve) => heard.push(resolve))

  async function tapPart(tempoMs: number, beats: number): Promise<void> {
    const { at } = await sight()
    const times = Array.from({ length: beats }, (_, i) =>
      i === 0 ? at + hand.reactionMs : at + i * tempoMs + hand.lateMs + scatter(),
    )
    for (const time of times) await pressAt(cdp, press, time)
  }

  /** In: what the page answered to Start. */
  return async function tapAlong({ plan }: StartedCheck): Promise<void> {
    await begin(page, cdp, press, 'First a few to practise')
    await tapPart(plan.practice.tempoMs, plan.practice.beats)
    for (const [i, block] of plan.blocks.entries()) {
      await begin(page, cdp, press, `Part ${i + 1} of ${plan.blocks.length}`)
      if (block.kind === 'tap') await tapPart(block.tempoMs, block.beats)
      else {
        for (const { isCatch } of block.targets) {
          if (isCatch) continue
          const { at } = await sight()
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

/** Presses at a moment, epoch ms; the event carries that moment, as a device's own does, however late it gets through. */
async function pressAt(cdp: CDPSession, press: Press, at: number): Promise<void> {
  const waitMs = at - Date.now()
  if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs))
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
