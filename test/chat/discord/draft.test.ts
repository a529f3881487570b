import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromDraft, toDraft } from '../../../src/chat/discord/draft.ts'
import { readInputs } from '../../../src/chat/discord/inputs.ts'
import type { Input } from '../../../src/chat/discord/interaction.ts'
import { checkMessage, checkModal } from '../../../src/chat/discord/limits.ts'
import { toModal } from '../../../src/chat/discord/modal.ts'
import { fillIn, toPages, valuesOf } from '../../../src/chat/discord/pages.ts'
import { clean, oneLine } from '../../../src/chat/text.ts'
import type { Field, Form } from '../../../src/core/card.ts'
import { windowFields } from '../../../src/core/window-form.ts'
import { anyForm, anyText } from '../slack/_any.ts'

const carried = { submission: 'x'.repeat(10), guild: null }

/** Any form, with ids as Discord has them and labels that tell its fields and options apart. */
const form: fc.Arbitrary<Form> = anyForm.map((one) => ({
  ...one,
  args: {},
  fields: one.fields.map((given, at): Field => {
    const field = { ...given, name: `a-${given.name}` }
    const label = `${field.name} ${field.label}`
    if (field.kind === 'choice') {
      const options = field.options.map(({ value, label: words }) => ({
        value,
        label: `${value} ${words}`,
      }))
      return { ...field, label, options }
    }
    if (field.kind !== 'people' && field.kind !== 'channels') return { ...field, label }
    const ids = Array.from({ length: at % 4 }, (_, i) => `10000000000000${at}${i}`)
    return { ...field, label, value: ids.join(',') }
  }),
}))

/** As Discord's client sends back what nobody touched. */
function untouched(modal: ReturnType<typeof toModal>): Input[] {
  return modal.components.flatMap((part): Input[] => {
    if (!('component' in part)) return []
    const { type, custom_id, value = '', options, default_values } = part.component
    if (options === undefined && type === 4) return [{ type, custom_id, value }]
    const chosen = options?.filter(({ default: isOn }) => isOn).map((option) => option.value)
    return [{ type, custom_id, values: chosen ?? (default_values ?? []).map(({ id }) => id) }]
  })
}

/** What a form holds of an answer: one line, of limited length; a time as it is typed. */
function kept(field: Field): string | boolean {
  if (field.kind === 'switch') return field.value === true
  const value = field.value ?? ''
  return field.kind === 'long-text' ? clean(value) : oneLine(value)
}

describe('any form', () => {
  it('is taken by Discord, as a message and as modals, with any faults', () => {
    fc.assert(
      fc.property(
        form,
        fc.dictionary(fc.constantFrom('a', 'name', 'start'), anyText),
        (one, faults) => {
          expect(checkMessage(toDraft(one, { carried, faults }))).toEqual([])
          for (const part of toPages(one).keys()) {
            expect(checkModal(toModal(one, part, 'id'))).toEqual([])
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  it('a message gives back the answers that it shows', () => {
    fc.assert(
      fc.property(form, (one) => {
        const message = toDraft(one, {
          carried,
          faults: { [one.fields[0]?.name ?? '']: 'must `x`' },
        })
        const read = fromDraft({ embeds: message.embeds }, one)
        for (const field of one.fields) {
          // A label that differs only behind its limit could not be told apart.
          if (field.label.length > 200 || String(kept(field)).length > 290) continue
          expect([field.kind, read[field.name]]).toEqual([field.kind, kept(field)])
        }
      }),
      { numRuns: 300 },
    )
  })

  it('modals that nobody touched change nothing', () => {
    fc.assert(
      fc.property(form, (one) => {
        const answers = [...toPages(one).entries()]
          .map(([part, page]) => readInputs(page, untouched(toModal(one, part, 'id'))))
          .reduce((all, some) => ({ ...all, ...some }), {})
        for (const field of one.fields) {
          if (field.kind === 'datetime' || String(kept(field)).length > 290) continue
          expect(answers[field.name]).toBe(kept(field))
        }
      }),
      { numRuns: 200 },
    )
  })
})

const window: Form = {
  command: 'recheck',
  args: { case: 'case_1' },
  title: 'Another round',
  fields: windowFields({ wall: '2026-11-23T15:00', zone: 'America/Chicago', lengthMin: 50 }),
  submit: 'Make the link',
}

describe('a window', () => {
  it('is one line for time and length, and one for the zone', () => {
    expect(toPages(window)).toMatchObject([
      [
        { kind: 'when', field: { name: 'start' }, length: { name: 'lengthMin' } },
        { kind: 'field', field: { name: 'zone' } },
      ],
    ])
    expect(JSON.stringify(toModal(window, 0, 'id'))).toContain('"value":"2026-11-23 15:00, 50 min"')
  })

  it('is read back with its length, also one that no list offers', () => {
    const { embeds } = toDraft(window, { carried })
    expect(fromDraft({ embeds }, window)).toEqual({
      start: '2026-11-23T15:00',
      lengthMin: '50',
      zone: 'America/Chicago',
    })
  })

  it('keeps what was typed and not understood', () => {
    const typed = fillIn(window, { ...valuesOf(window), start: 'when `it` suits_you' })
    const { embeds } = toDraft(typed, {
      carried,
      faults: { start: 'is not a date and time', lengthMin: 'must be less' },
    })
    expect(fromDraft({ embeds }, window)['start']).toBe('when `it` suits_you')
    expect(JSON.stringify(embeds)).toContain('Is not a date and time; the length must be less')
  })
})

describe('what is to be done next is the coloured button', () => {
  const styles = (one: Form, faults = {}) =>
    toDraft(one, { carried, faults }).components.flatMap(({ components }) =>
      components.map(({ label, style }) => `${style} ${label.slice(0, 6)}`),
    )

  it('to submit, where nothing is missing', () => {
    expect(styles(window)).toEqual(['1 Make t', '2 Change'])
  })

  it('to answer, where something is missing or does not fit', () => {
    expect(styles(fillIn(window, { start: '' }))).toEqual(['2 Make t', '1 Change'])
    expect(styles(window, { zone: 'is none' })).toEqual(['2 Make t', '1 Change'])
  })
})

describe('lists', () => {
  const ids = (count: number) =>
    Array.from({ length: count }, (_, i) => `1000000000000${i + 100}`).join(',')
  const lists: Form = {
    command: 'settings',
    args: {},
    title: 'Who may do what',
    fields: Array.from({ length: 10 }, (_, i) => ({
      kind: (['people', 'channels', 'groups'] as const)[i % 3] ?? 'people',
      name: `list${i}`,
      label: `List ${i}`,
      value: ids(20),
    })),
    submit: 'Save',
  }

  it('ten of twenty each fit into one message, and come back', () => {
    const message = toDraft(lists, { carried })
    expect(checkMessage(message)).toEqual([])
    expect(fromDraft({ embeds: message.embeds }, lists)).toEqual(valuesOf(lists))
  })

  it('a longer one is left as it is, unless somebody chooses anew', () => {
    const field = { ...lists.fields[0], value: ids(21) } as Field
    const long: Form = { ...lists, fields: [field] }
    expect(fromDraft({ embeds: toDraft(long, { carried }).embeds }, long)).toEqual({})
    const [page = []] = toPages(long)
    const input = { type: 5, custom_id: 'list0' }
    expect(readInputs(page, [{ ...input, values: [] }])).toEqual({})
    expect(readInputs(page, [{ ...input, values: ['1'] }])).toEqual({ list0: '1' })
    expect(JSON.stringify(toModal(long, 0, 'id'))).toContain('21 are set. Choosing replaces them')
  })
})
