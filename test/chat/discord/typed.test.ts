import { describe, expect, it } from 'vitest'
import { readInteraction } from '../../../src/chat/discord/interaction.ts'
import { readTyped } from '../../../src/chat/discord/typed.ts'

const base = { id: '1', application_id: '2', token: 't', type: 2 }

function typed(data: object) {
  const interaction = readInteraction({ ...base, data })
  return interaction?.type === 2 ? readTyped(interaction.data) : undefined
}

const slash = (name: string, options: Readonly<Record<string, string>> = {}) =>
  typed({
    id: '1',
    name: 'verify',
    type: 1,
    options: [
      {
        type: 1,
        name,
        options: Object.entries(options).map(([key, value]) => ({ type: 3, name: key, value })),
      },
    ],
  })

describe('a subcommand', () => {
  it('is a line of ours', () => {
    expect(slash('review', { case: 'case_1', decision: 'fine' })).toEqual({
      deed: { kind: 'type', text: 'review case_1 fine' },
      given: {},
    })
    expect(slash('list')?.deed.text).toBe('list')
  })

  it('that opens a case is never taken for another, whatever its text', () => {
    expect(slash('new', { text: 'list of people', zone: 'Europe/Berlin', place: 'Kyiv' })).toEqual({
      deed: { kind: 'type', text: 'list of people' },
      only: 'verify',
      given: { zone: 'Europe/Berlin', place: 'Kyiv' },
    })
    expect(slash('new')?.deed.text).toBe('')
  })

  it('is needed', () => {
    expect(typed({ id: '1', name: 'verify', type: 1, options: [] })).toBeNull()
  })
})

describe('the menu of a message', () => {
  const menu = (content: string) =>
    typed({
      id: '1',
      name: 'Verify this candidate',
      type: 3,
      target_id: '7',
      resolved: { messages: { 7: { content } } },
    })

  it.each([
    ['**Jane Doe** <@123> jane@example.com', 'Jane Doe   jane@example.com'],
    ['meet at <https://zoom.us/j/1> <:wave:99>', 'meet at https://zoom.us/j/1 wave'],
    ['at <t:1795554000:F>', 'at 2026-11-24 21:00 UTC'],
  ])('%s', (content, text) => {
    expect(menu(content)).toEqual({ deed: { kind: 'type', text }, only: 'verify', given: {} })
  })

  it('of a message that is gone opens an empty form', () => {
    const data = { id: '1', name: 'Verify this candidate', type: 3, target_id: '8', resolved: {} }
    expect(typed(data)?.deed.text).toBe('')
  })
})

it.each([
  null,
  'x',
  {},
  { ...base, type: 1 },
  { ...base, type: 9, data: {} },
  { ...base, id: 'x', data: { name: 'verify' } },
  { ...base, type: 5, data: { custom_id: 'x' } },
])('what is no interaction of ours is left alone: %j', (value) => {
  expect(readInteraction(value)).toBeNull()
})
