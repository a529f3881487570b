import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkView } from '../../../src/chat/slack/limits.ts'
import {
  OPENING_ACTION,
  PLACE_ACTION,
  toOptions,
  toSuggestions,
} from '../../../src/chat/slack/inputs.ts'
import {
  fromState,
  toErrors,
  toFaultAnswer,
  toHidden,
  toView,
  type FormContext,
} from '../../../src/chat/slack/modal.ts'
import type { Field, Form } from '../../../src/core/card.ts'
import { roundForm } from '../../../src/core/window-form.ts'
import { zoneOffsetMin } from '../../../src/core/zone.ts'
import { anyForm, anyText } from './_any.ts'
import { textsIn } from './_markup.ts'
import { untouched } from './_state.ts'

const context: FormContext = {
  channel: 'C1',
  zone: 'America/Chicago',
  submissionId: 'sub_1',
  toInstant(wall, zone) {
    const asUtc = Date.parse(`${wall}Z`)
    const offset = Number.isNaN(asUtc) ? undefined : zoneOffsetMin(zone, asUtc)
    return offset === undefined ? undefined : asUtc - offset * 60_000
  },
}

const formOf = (...fields: Field[]): Form => ({
  command: 'verify',
  args: { case: 'case_1' },
  title: 'Verify a candidate',
  fields,
  submit: 'Make the link',
})
const draw = (...fields: Field[]) => toView(formOf(...fields), context)
const name = 'field'
const label = 'Label'

describe('a field', () => {
  it.each<[Field, object]>([
    [
      { kind: 'text', name, label, value: 'Jane' },
      { type: 'plain_text_input', initial_value: 'Jane' },
    ],
    [
      { kind: 'phone', name, label, value: '+1 512' },
      { type: 'plain_text_input', initial_value: '+1 512' },
    ],
    [{ kind: 'email', name, label }, { type: 'email_text_input' }],
    [{ kind: 'url', name, label }, { type: 'url_text_input' }],
    [
      { kind: 'long-text', name, label },
      { type: 'plain_text_input', multiline: true, max_length: 3000 },
    ],
    [
      { kind: 'place', name, label, value: 'Austin, Texas, United States' },
      {
        type: 'external_select',
        action_id: PLACE_ACTION,
        min_query_length: 2,
        initial_option: { value: 'Austin, Texas, United States' },
      },
    ],
    [
      { kind: 'suggest', source: 'opening', name, label, value: 'Platform' },
      {
        type: 'external_select',
        action_id: OPENING_ACTION,
        min_query_length: 0,
        initial_option: { value: 'Platform' },
      },
    ],
    [
      { kind: 'datetime', name, label, zoneField: 'zone', value: '2026-11-23T15:00' },
      { type: 'datetimepicker', initial_date_time: Date.UTC(2026, 10, 23, 21) / 1000 },
    ],
    [
      { kind: 'datetime', name, label, zoneField: 'zone', value: '@1790000000000' },
      { type: 'datetimepicker', initial_date_time: 1_790_000_000 },
    ],
    [
      { kind: 'choice', name, label, options: [{ value: '45', label: '45 minutes' }], value: '45' },
      { type: 'static_select', initial_option: { value: '45' } },
    ],
    [
      { kind: 'switch', name, label, value: true },
      { type: 'checkboxes', options: [{ value: 'yes' }], initial_options: [{ value: 'yes' }] },
    ],
    [
      { kind: 'people', name, label, value: 'U12, W34,nobody' },
      { type: 'multi_users_select', initial_users: ['U12', 'W34'] },
    ],
    [
      { kind: 'channels', name, label, value: 'C12,G34' },
      { type: 'multi_conversations_select', initial_conversations: ['C12', 'G34'] },
    ],
  ])('%j', (field, element) => {
    const view = draw(field)
    expect(checkView(view)).toEqual([])
    expect(view.blocks).toHaveLength(1)
    expect(view.blocks[0]).toMatchObject({
      type: 'input',
      block_id: name,
      label: { text: label },
      element,
    })
  })

  it('holds as much of a long text as Slack does', () => {
    const view = draw({ kind: 'long-text', name, label, value: 'x'.repeat(4000) })
    expect(checkView(view)).toEqual([])
    expect(fromState(untouched(view))).toEqual({ [name]: 'x'.repeat(3000) })
  })

  it('may be left empty unless it is required, and a switch always', () => {
    const view = draw(
      { kind: 'text', name: 'a', label, required: true },
      { kind: 'text', name: 'b', label },
      { kind: 'switch', name: 'c', label, required: true },
    )
    expect(view.blocks).toMatchObject([{ optional: false }, { optional: true }, { optional: true }])
  })

  it('has the focus when it is the first and empty', () => {
    const empty = draw({ kind: 'text', name: 'a', label }, { kind: 'text', name: 'b', label })
    expect(empty.blocks).toMatchObject([{ element: { focus_on_load: true } }, {}])
    expect(JSON.stringify(draw({ kind: 'text', name, label, value: 'x' }))).not.toContain('focus')
  })

  it('without a choice is not drawn', () => {
    expect(draw({ kind: 'choice', name, label, options: [] }).blocks[0]?.type).toBe('section')
  })

  it('for a zone is not drawn: its own value, else the zone of the person, is answered', () => {
    const own: Field = { kind: 'zone', name: 'zone', label, value: 'Asia/Kolkata' }
    for (const [field, zone] of [
      [own, 'Asia/Kolkata'],
      [{ kind: 'zone', name: 'zone', label } as const, 'America/Chicago'],
      [{ ...own, value: 'no/zone' }, 'America/Chicago'],
    ] as const) {
      const view = draw(field, { kind: 'text', name: 'a', label })
      expect(view.blocks).toHaveLength(1)
      expect(fromState(untouched(view))).toEqual({ zone, a: '' })
    }
  })

  it('states a time in the zone of its form', () => {
    const at = { kind: 'datetime', name: 'start', label, zoneField: 'zone' } as const
    const zone: Field = { kind: 'zone', name: 'zone', label, value: 'Asia/Kolkata' }
    const view = draw({ ...at, value: '2026-11-23T15:00' }, zone)
    expect(fromState(untouched(view))).toEqual({
      start: `@${Date.UTC(2026, 10, 23, 9, 30)}`,
      zone: 'Asia/Kolkata',
    })
  })
})

describe('a modal', () => {
  it('carries its command along', () => {
    expect(toHidden(untouched(draw()))).toEqual({
      command: 'verify',
      args: { case: 'case_1' },
      channel: 'C1',
      zone: 'America/Chicago',
      submissionId: 'sub_1',
      hidden: {},
    })
  })

  it('refuses to be drawn when it would carry more than Slack takes', () => {
    const form = { ...formOf(), args: { case: 'x'.repeat(3000) } }
    expect(() => toView(form, context)).toThrow('3000')
  })

  it('cuts its title at a word', () => {
    const view = toView({ ...formOf(), title: 'Ask for another check of Jane' }, context)
    expect(view.title.text).toBe('Ask for another check…')
  })

  it('draws the form of a further round', () => {
    const view = toView(roundForm('case_1', { zone: 'Europe/Berlin' }), context)
    expect(checkView(view)).toEqual([])
    expect(view.blocks.map(({ block_id }) => block_id)).toEqual([undefined, 'start', 'lengthMin'])
    expect(fromState(untouched(view))).toEqual({
      start: '',
      zone: 'Europe/Berlin',
      lengthMin: '45',
    })
  })

  it('is understood when Slack leaves out or nulls what was not filled in', () => {
    const view = {
      ...untouched(draw()),
      state: {
        values: {
          a: { x: { type: 'plain_text_input', value: null } },
          b: { x: { type: 'external_select', selected_option: null } },
          c: { x: { type: 'datetimepicker' } },
          d: { x: { type: 'checkboxes', selected_options: [] } },
          e: { x: { type: 'multi_users_select' } },
        },
      },
    }
    expect(fromState(view)).toEqual({ a: '', b: '', c: '', d: false, e: '' })
  })
})

describe('faults', () => {
  const view = untouched(
    draw({ kind: 'text', name: 'who', label }, { kind: 'text', name: 'start', label }),
  )

  it('stand under their fields', () => {
    expect(toErrors({ start: 'is in the past' }, view)).toEqual({
      errors: { start: 'Is in the past' },
      rest: [],
    })
  })

  it('of fields that are not drawn stand under the first, with their names', () => {
    const faults = { who: 'must not be empty', zone: 'is not a time zone', end: 'is too early' }
    expect(toErrors(faults, view).errors).toEqual({
      who: 'Must not be empty Zone: is not a time zone End: is too early',
    })
  })

  it('are left over when there is no field at all', () => {
    expect(toErrors({ end: 'is too early' }, { blocks: [{ type: 'section' }] })).toEqual({
      errors: {},
      rest: ['End: is too early'],
    })
  })

  it('are answered as errors when the form asks nothing new', () => {
    const form = formOf({ kind: 'text', name: 'who', label })
    const reply = { kind: 'faults', faults: { who: 'must be one line' }, form } as const
    expect(toFaultAnswer(reply, view, context)).toEqual({
      response_action: 'errors',
      errors: { who: 'Must be one line' },
    })
  })

  it('are answered by a view that keeps what was typed when the form asks more', () => {
    const twice = { wall: '@1793000000000', zone: 'Europe/Berlin', lengthMin: 90, twice: true }
    const before = toView(roundForm('case_1', { ...twice, twice: false }), context)
    const faults = { occurrence: 'the clocks go back that night: which one?' }
    const form = roundForm('case_1', twice)
    const answer = toFaultAnswer({ kind: 'faults', faults, form }, untouched(before), context)
    if (answer.response_action !== 'update') throw new Error('expected an update')
    expect(checkView(answer.view)).toEqual([])
    expect(textsIn(answer.view.blocks)[0]?.text).toBe(
      '⚠️ Which of the two: the clocks go back that night: which one?',
    )
    expect(fromState(untouched(answer.view))).toEqual({
      start: '@1793000000000',
      occurrence: '',
      zone: 'Europe/Berlin',
      lengthMin: '90',
    })
  })
})

describe('type-ahead', () => {
  it('offers places by their labels, each once', () => {
    const label = 'Austin, Texas, United States'
    expect(toOptions([{ label }, { label }])).toEqual({
      options: [{ text: { type: 'plain_text', text: label, emoji: false }, value: label }],
    })
  })

  it('shortens a long label to its name and country', () => {
    const label = `Springfield, ${'A very long district, '.repeat(4)}United States`
    const [option] = toOptions([{ label }]).options
    expect(option?.value).toMatch(/^Springfield, .*United States$/)
    expect(option?.value?.length).toBeLessThanOrEqual(75)
  })

  it('offers what was typed as new, unless it is known', () => {
    const texts = (typed: string) =>
      toSuggestions(['Data engineer', 'Platform'], typed).options.map(({ text }) => text.text)
    expect(texts('Plat')).toEqual(['New: Plat', 'Data engineer', 'Platform'])
    expect(texts('platform ')).toEqual(['Data engineer', 'Platform'])
    expect(texts('')).toEqual(['Data engineer', 'Platform'])
    expect(toSuggestions([], 'Plat').options[0]?.value).toBe('Plat')
  })

  it('offers a hundred at most', () => {
    const known = Array.from({ length: 150 }, (_, i) => `Opening ${i}`)
    expect(toSuggestions(known, 'x').options).toHaveLength(100)
    expect(toOptions(known.map((label) => ({ label }))).options).toHaveLength(100)
  })

  it('is taken by Slack for any texts', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 120 }), anyText, (known, typed) => {
        for (const { options } of [
          toSuggestions(known, typed),
          toOptions(known.map((label) => ({ label }))),
        ]) {
          expect(options.length).toBeLessThanOrEqual(100)
          if (options.length === 0) continue
          const element = { type: 'static_select', options }
          const text = { type: 'plain_text', text: 'x' }
          const block = { type: 'input', label: text, element }
          const view = { type: 'modal', title: text, submit: text, blocks: [block] }
          expect(checkView(view)).toEqual([])
        }
      }),
    )
  })
})

describe('any form', () => {
  it('is taken by Slack, and means nothing by what a person typed', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const view = toView(form, context)
        expect(checkView(view)).toEqual([])
        for (const { type, emoji } of textsIn(view)) {
          expect([type, emoji]).toEqual(['plain_text', false])
        }
      }),
      { numRuns: 300 },
    )
  })

  it('gives its values back', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const answers = fromState(untouched(toView(form, context)))
        for (const field of form.fields) {
          const { kind, value } = field
          const given = answers[field.name]
          if (kind === 'switch') expect(given).toBe(value === true)
          else if (kind === 'zone') expect(given).toBe(value ?? context.zone)
          else if (kind === 'datetime' && value !== undefined && !value.startsWith('@')) {
            const zone = String(answers[field.zoneField] ?? context.zone)
            expect(given).toBe(`@${context.toInstant(value, zone)}`)
          } else expect(given ?? '').toBe(value ?? '')
        }
      }),
      { numRuns: 300 },
    )
  })
})
