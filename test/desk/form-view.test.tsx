import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import type { Field } from '../../src/core/card.ts'
import { startAnswers, type OpenForm } from '../../src/desk/console-model.ts'
import { FormView } from '../../src/desk/form-view.tsx'
import { toAttributes, toElements, toText } from './markup.ts'
import { fullForm } from './samples.ts'

function open(part: Partial<OpenForm> = {}): OpenForm {
  const form = part.form ?? fullForm
  const answers = startAnswers(form)
  const origin = { key: 'composer', button: null, after: null, asked: '/verify' }
  return {
    id: 'f1',
    form,
    answers,
    untouched: answers,
    faults: {},
    returns: 0,
    error: null,
    busy: false,
    origin,
    ...part,
  }
}

function render(part: Partial<OpenForm> = {}): string {
  return renderToString(
    <FormView
      open={open(part)}
      ownZone="Europe/Berlin"
      findPlaces={() => Promise.resolve([])}
      onEdit={() => undefined}
      onSubmit={() => undefined}
      onClose={() => undefined}
    />,
  )
}

const only = (field: Field) => render({ form: { ...fullForm, fields: [field] } })

describe('a form', () => {
  it('shows title, intro, every label and hint, and the word on its button', () => {
    const shown = toText(render())
    const words = fullForm.fields.flatMap(({ label, hint }) => [label, hint ?? ''])
    for (const word of [fullForm.title, fullForm.intro ?? '', fullForm.submit, ...words]) {
      expect(shown).toContain(word)
    }
  })

  it.each(fullForm.fields.map((field) => [field.kind, field] as const))(
    'ties label, hint and fault to a field of kind %s',
    (_, field) => {
      const form = { ...fullForm, fields: [{ ...field, hint: 'A hint' }] }
      const html = render({ form, faults: { [field.name]: 'A fault' } })
      const id = `form-f1-${field.name}`
      const isLabelled =
        html.includes(`for="${id}"`) || html.includes(`aria-labelledby="${id}-label"`)
      expect(isLabelled).toBe(true)
      expect(html).toContain(`id="${id}"`)
      const described = toAttributes(html, 'aria-describedby').join(' ')
      expect(described).toContain(`${id}-hint`)
      expect(described).toContain(`${id}-fault`)
      expect(toText(html)).toContain('A fault')
      expect(toAttributes(html, 'aria-invalid')).toContain('true')
    },
  )

  it.each([
    ['email', 'email'],
    ['phone', 'tel'],
    ['url', 'url'],
    ['text', 'text'],
  ] as const)('asks for %s with the keyboard of %s', (kind, type) => {
    expect(toAttributes(only({ kind, name: 'x', label: 'X' }), 'type')).toContain(type)
  })

  it('offers few options of a required choice as radios, others as a menu with an empty line', () => {
    const options = ['a', 'b'].map((value) => ({ value, label: value.toUpperCase() }))
    const choice = { kind: 'choice', name: 'x', label: 'X', options } as const
    expect(toAttributes(only({ ...choice, required: true }), 'type')).toContain('radio')
    expect(toElements(only(choice)).filter((name) => name === 'option')).toHaveLength(3)
  })

  it('draws a switch as a switch that is on or off', () => {
    const html = only({ kind: 'switch', name: 'x', label: 'X', value: true })
    expect(html).toMatch(/<input[^>]*role="switch"[^>]*checked/)
    expect(only({ kind: 'switch', name: 'x', label: 'X' })).not.toContain('checked')
  })

  it('draws a place as a combobox that controls its list', () => {
    const html = only({ kind: 'place', name: 'x', label: 'X', value: 'Austin' })
    expect(html).toMatch(
      /role="combobox"[^>]*aria-expanded="false"[^>]*aria-controls="form-f1-x-list"/,
    )
    expect(html).toMatch(/<ul id="form-f1-x-list" role="listbox"/)
  })

  it('says a time back in its zone and in the reader’s', () => {
    expect(toText(render())).toContain(
      'Mon 23 Nov 2026, 15:00 in Chicago time (America/Chicago) = 22:00 your time',
    )
  })

  it('keeps what was typed when sending failed, and says so', () => {
    const answers = { ...startAnswers(fullForm), name: 'Zoë <b>' }
    const html = render({ answers, error: 'No connection. Nothing you typed is lost.' })
    expect(toAttributes(html, 'value')).toContain('Zoë <b>')
    expect(html).toMatch(/role="alert".*Nothing you typed is lost/)
  })

  it('says faults that belong to no field at the top', () => {
    const html = render({ faults: { window: 'is in the past' } })
    expect(html).toMatch(/role="alert".*is in the past/)
    expect(toText(html)).not.toContain('field needs')
  })

  it('escapes labels, hints, options and values', () => {
    const evil = '<script>x</script>'
    const html = render({
      form: {
        ...fullForm,
        title: evil,
        intro: evil,
        submit: evil,
        fields: [
          { kind: 'text', name: 'a', label: evil, hint: evil, value: evil },
          { kind: 'choice', name: 'b', label: evil, options: [{ value: evil, label: evil }] },
          { kind: 'long-text', name: 'c', label: evil, value: evil },
        ],
      },
      faults: { a: evil },
      error: evil,
    })
    expect(toElements(html)).not.toContain('script')
  })
})
