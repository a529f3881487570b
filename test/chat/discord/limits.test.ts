import { describe, expect, it } from 'vitest'
import { checkCommands, checkMessage, checkModal } from '../../../src/chat/discord/limits.ts'

const xs = (length: number) => 'x'.repeat(length)
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index))

const message = (part: object) =>
  checkMessage({ content: 'x', allowed_mentions: { parse: [] }, ...part })
const embed = (part: object) => message({ embeds: [part] })
const button = (id: string, part: object = {}) => ({
  type: 2,
  style: 2,
  label: 'x',
  custom_id: id,
  ...part,
})
const row = (...components: object[]) => ({ type: 1, components })
const link = (url: string) => ({ type: 2, style: 5, label: 'x', url })

const input = (part: object = {}) => ({ type: 4, custom_id: 'a', style: 1, ...part })
const label = (component: object, part: object = {}) => ({
  type: 18,
  label: 'x',
  component,
  ...part,
})
const modal = (part: object) =>
  checkModal({ custom_id: 'm', title: 'x', components: [label(input())], ...part })
const inModal = (component: object, part: object = {}) =>
  modal({ components: [label(component, part)] })
const option = (value: string) => ({ value, label: 'x' })

const slash = (part: object) =>
  checkCommands([{ type: 1, name: 'verify', description: 'x', ...part }])
const sub = (name: string, options: object[] = []) => ({ type: 1, name, description: 'x', options })

type Check = (count: number) => readonly { path: string; got: string }[]

/** Path of what is one too many, the most that fits, how it is checked with n of it. */
const counted: [string, number, Check][] = [
  ['/content', 2000, (n) => message({ content: xs(n) })],
  ['/nonce', 25, (n) => message({ nonce: xs(n) })],
  ['/embeds', 10, (n) => message({ embeds: times(n, () => ({ description: 'x' })) })],
  ['/embeds/0/title', 256, (n) => embed({ title: xs(n) })],
  ['/embeds/0/description', 4096, (n) => embed({ description: xs(n) })],
  ['/embeds/0/fields', 25, (n) => embed({ fields: times(n, () => ({ name: 'x', value: 'x' })) })],
  ['/embeds/0/fields/0/name', 256, (n) => embed({ fields: [{ name: xs(n), value: 'x' }] })],
  ['/embeds/0/fields/0/value', 1024, (n) => embed({ fields: [{ name: 'x', value: xs(n) }] })],
  ['/embeds/0/footer/text', 2048, (n) => embed({ footer: { text: xs(n) } })],
  [
    '/embeds',
    6000,
    (n) =>
      message({
        embeds: [
          { title: xs(200), description: xs(4000), footer: { text: xs(300) } },
          { fields: [{ name: xs(100), value: xs(1000) }], description: xs(n - 5600) },
        ],
      }),
  ],
  ['/components', 5, (n) => message({ components: times(n, (i) => row(button(String(i)))) })],
  [
    '/components/0/components',
    5,
    (n) => message({ components: [row(...times(n, (i) => button(String(i))))] }),
  ],
  [
    '/components/0/components/0/label',
    80,
    (n) => message({ components: [row(button('a', { label: xs(n) }))] }),
  ],
  [
    '/components/0/components/0/custom_id',
    100,
    (n) => message({ components: [row(button(xs(n)))] }),
  ],
  ['/components/0/components/0/url', 512, (n) => message({ components: [row(link(xs(n)))] })],
  ['/attachments/0/description', 1024, (n) => message({ attachments: [{ description: xs(n) }] })],
  ['/title', 45, (n) => modal({ title: xs(n) })],
  ['/custom_id', 100, (n) => modal({ custom_id: xs(n) })],
  [
    '/components',
    5,
    (n) => modal({ components: times(n, (i) => label(input({ custom_id: String(i) }))) }),
  ],
  ['/components/0/label', 45, (n) => inModal(input(), { label: xs(n) })],
  ['/components/0/description', 100, (n) => inModal(input(), { description: xs(n) })],
  ['/components/0/content', 4000, (n) => modal({ components: [{ type: 10, content: xs(n) }] })],
  ['/components/0/component/value', 4000, (n) => inModal(input({ value: xs(n) }))],
  ['/components/0/component/max_length', 4000, (n) => inModal(input({ max_length: n }))],
  ['/components/0/component/placeholder', 100, (n) => inModal(input({ placeholder: xs(n) }))],
  [
    '/components/0/component/options',
    25,
    (n) => inModal({ type: 3, custom_id: 'a', options: times(n, (i) => option(String(i))) }),
  ],
  [
    '/components/0/component/options',
    10,
    (n) => inModal({ type: 22, custom_id: 'a', options: times(n, (i) => option(String(i))) }),
  ],
  [
    '/components/0/component/options/0/value',
    100,
    (n) => inModal({ type: 3, custom_id: 'a', options: [option(xs(n))] }),
  ],
  [
    '/components/0/component/max_values',
    25,
    (n) => inModal({ type: 5, custom_id: 'a', max_values: n }),
  ],
  ['/0/name', 32, (n) => checkCommands([{ type: 3, name: xs(n) }])],
  ['/0/description', 100, (n) => slash({ description: xs(n) })],
  ['/0/options', 25, (n) => slash({ options: times(n, (i) => sub(`s${i}`)) })],
  [
    '/0/options/0/choices',
    25,
    (n) =>
      slash({
        options: [
          {
            type: 3,
            name: 'a',
            description: 'x',
            choices: times(n, (i) => ({ name: 'x', value: String(i) })),
          },
        ],
      }),
  ],
]

it.each(counted)('%s holds %d and no more', (path, most, check) => {
  expect(check(most)).toEqual([])
  const faults = check(most + 1)
  expect(faults.map((fault) => fault.path)).toContain(path)
  expect(faults[0]?.got).toBe(String(most + 1))
})

describe('refused', () => {
  it.each<[string, string, readonly { path: string }[]]>([
    ['an empty message', '/embeds', checkMessage({ allowed_mentions: { parse: [] } })],
    ['mentions that are not spoken of', '/allowed_mentions', checkMessage({ content: 'x' })],
    [
      'everybody who is named',
      '/allowed_mentions/parse',
      message({ allowed_mentions: { parse: ['users'] } }),
    ],
    ['an empty field', '/embeds/0/fields/0/value', embed({ fields: [{ name: 'x', value: ' ' }] })],
    [
      'one id twice',
      '/components/0/components/1/custom_id',
      message({ components: [row(button('a'), button('a'))] }),
    ],
    ['an empty row', '/components/0/components', message({ components: [row()] })],
    ['a button outside a row', '/components/0', message({ components: [button('a')] })],
    [
      'a link with an id',
      '/components/0/components/0/custom_id',
      message({ components: [row({ ...link('https://x'), custom_id: 'a' })] }),
    ],
    ['an input outside a label', '/components/0', modal({ components: [input()] })],
    ['a modal without parts', '/components', modal({ components: [] })],
    [
      'one input twice',
      '/components/1/component/custom_id',
      modal({ components: [label(input()), label(input())] }),
    ],
    [
      'a value longer than its own limit',
      '/components/0/component',
      inModal(input({ value: 'xx', max_length: 1 })),
    ],
    ['a button in a modal', '/components/0/component', inModal(button('a'))],
    [
      'none as a required choice',
      '/components/0/component',
      inModal({ type: 5, custom_id: 'a', min_values: 0 }),
    ],
    [
      'a choice of one',
      '/components/0/component/options',
      inModal({ type: 21, custom_id: 'a', options: [option('a')] }),
    ],
    ['capitals in a name', '/0', slash({ name: 'Verify' })],
    [
      'an optional option before a required one',
      '/0',
      slash({
        options: [
          { ...sub('a'), type: 3 },
          { ...sub('b'), type: 3, required: true },
        ],
      }),
    ],
    ['one option twice', '/0', slash({ options: [sub('a'), sub('a')] })],
  ])('%s', (_name, path, faults) => {
    expect(faults.map((fault) => fault.path)).toContain(path)
  })
})
