import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createOutbox } from '../../src/page/outbox.ts'
import type { SentSignal, SignalsBody } from '../../src/page/views.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** An outbox whose socket is closed until it is opened. */
function outbox() {
  const sent: SentSignal[][] = []
  let isOpen = false
  const box = createOutbox({
    path: '/s/signals',
    send(text) {
      if (isOpen) sent.push((JSON.parse(text) as SignalsBody).signals.slice())
      return isOpen
    },
    posted: () => {},
  })
  return {
    put: box.put,
    open() {
      isOpen = true
      box.flush()
      return sent
    },
  }
}

const zone: SentSignal = { name: 'browserZone', value: 'America/Chicago' }
const focus = (i: number): SentSignal => ({ name: 'focus', value: i % 2 ? 'blurred' : 'focused' })

test('everything that waits goes in one message', () => {
  const { put, open } = outbox()
  put([zone])
  put([focus(0)])
  expect(open()).toEqual([[zone, focus(0)]])
})

test('without a way out, changes make room for changes, and no first reading is lost', () => {
  const { put, open } = outbox()
  put([zone, { name: 'webdriver', value: false }])
  for (let i = 0; i < 200; i++) put([focus(i)])
  const [sent = []] = open()
  expect(sent).toHaveLength(50)
  expect(sent.slice(0, 2)).toEqual([zone, { name: 'webdriver', value: false }])
  expect(sent.at(-1)).toEqual(focus(199))
})
