import { describe, expect, test } from 'vitest'
import { parseAddress, parseRef, toAddress, toRef } from '../../../src/chat/slack/address.ts'
import { readTrouble } from '../../../src/chat/slack/trouble.ts'
import { neededRight, readButton, toTyped } from '../../../src/chat/slack/typed.ts'
import { commands } from '../../../commands/index.ts'

describe('what was typed', () => {
  test.each([
    ['Jane &amp; Co &lt;x&gt;', 'Jane & Co <x>'],
    ['<mailto:jane@example.com|jane@example.com>', 'jane@example.com'],
    ['<https://meet.example.com/a?b=1&amp;c=2|meet>', 'https://meet.example.com/a?b=1&c=2'],
    ['<tel:+15125550100|+1 512 555 0100>', '+1 512 555 0100'],
    ['<@U012|jane> in <#C034|hiring>', 'jane in hiring'],
    ['<@U012>', ''],
    ['&amp;lt;', '&lt;'],
    ['3 < 5', '3 < 5'],
  ])('%s', (text, typed) => {
    expect(toTyped(text)).toBe(typed)
  })
})

test('buttons: ours, again as typed, and none of ours', () => {
  const value = JSON.stringify({ command: 'report', args: { case: 'case_1' } })
  expect(readButton(value)).toEqual({
    deed: { kind: 'press', command: 'report', args: { case: 'case_1' } },
  })
  const again = JSON.stringify({ command: 'type-again', args: { text: 'Jane', only: 'verify' } })
  expect(readButton(again)).toEqual({ deed: { kind: 'type', text: 'Jane' }, only: 'verify' })
  for (const other of [undefined, '', 'x', 'null', '{"command":1}', '[]']) {
    expect(readButton(other)).toBeNull()
  }
})

test('the right that is asked for anew is the one that the command needs', () => {
  const typed = (text: string) => neededRight(commands, { kind: 'type', text })
  expect(typed('settings')).toBe('admin')
  expect(typed('Report case_1')).toBe('report')
  expect(typed('help')).toBeNull()
  expect(typed('Jane Doe')).toBe('verify')
  expect(neededRight(commands, { kind: 'press', command: 'review', args: {} })).toBe('review')
})

test('addresses and places are read as they are written', () => {
  for (const text of ['-/T1/C1', 'E1/T1/C1', 'E1/-/D1']) {
    const address = parseAddress(text)
    expect(address && toAddress(address)).toBe(text)
  }
  for (const text of ['', 'hiring', 'T1/C1', '-/T1/', '-/T1/C1/x']) {
    expect(parseAddress(text)).toBeNull()
  }
  expect(toRef(parseRef('C1/1790000000.000100') ?? { channel: '', ts: '' })).toBe(
    'C1/1790000000.000100',
  )
  expect(parseRef('message_01')).toBeNull()
})

test('what became of a call', () => {
  const refused = { code: 'slack_webapi_platform_error', data: { error: 'is_archived' } }
  expect(readTrouble(refused)).toEqual({ kind: 'refused', code: 'is_archived' })
  const theirs = { code: 'slack_webapi_platform_error', data: { error: 'internal_error' } }
  expect(readTrouble(theirs).kind).toBe('unknown')
  const limited = { code: 'slack_webapi_rate_limited_error', retryAfter: 7 }
  expect(readTrouble(limited)).toEqual({ kind: 'wait', ms: 7_000 })
  expect(readTrouble(new Error('socket hang up')).kind).toBe('unknown')
})
