import { describe, expect, it } from 'vitest'
import { checkMessage, checkView } from '../../../src/chat/slack/limits.ts'

const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) })
const mrkdwn = (length: number) => ({ type: 'mrkdwn', text: 'x'.repeat(length) })
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i))
const xs = (length: number) => 'x'.repeat(length)

const button = (part: object = {}) => ({ type: 'button', text: plain(3), ...part })
const option = (value = 'v') => ({ text: plain(1), value })
const select = (count: number) => ({
  type: 'static_select',
  options: times(count, (i) => option(String(i))),
})
const section = { type: 'section', text: plain(1) }
const input = (element: object, part: object = {}) => ({
  type: 'input',
  label: plain(1),
  element,
  ...part,
})
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const image = { type: 'image', image_url: 'https://x', alt_text: 'x' }
const row = (count: number) => times(count, () => ({ type: 'raw_text', text: 'x' }))
const confirm = (part: object = {}) =>
  button({
    confirm: { title: plain(1), text: plain(1), confirm: plain(1), deny: plain(1), ...part },
  })

const inMessage = (...blocks: object[]) => checkMessage({ blocks, text: 'x' })
const modal = (part: object = {}) => ({
  type: 'modal',
  title: plain(1),
  submit: plain(1),
  blocks: [section],
  ...part,
})
const inModal = (...blocks: object[]) => checkView(modal({ blocks }))

/** Path of what is one too many, the most that fits, how it is made with n of it. */
const counted: [string, number, (count: number) => object[]][] = [
  ['/blocks/0/text/text', 150, (n) => [{ type: 'header', text: plain(n) }]],
  ['/blocks/0/text/text', 3000, (n) => [{ type: 'section', text: plain(n) }]],
  ['/blocks/0/text/text', 3000, (n) => [{ type: 'section', text: mrkdwn(n) }]],
  ['/blocks/0/fields', 10, (n) => [{ type: 'section', fields: times(n, () => plain(1)) }]],
  ['/blocks/0/fields/0/text', 2000, (n) => [{ type: 'section', fields: [plain(n)] }]],
  ['/blocks/0/elements', 10, (n) => [{ type: 'context', elements: times(n, () => plain(1)) }]],
  ['/blocks/0/elements/0/text', 3000, (n) => [{ type: 'context', elements: [plain(n)] }]],
  ['/blocks/0/elements', 25, (n) => [actions(...times(n, () => button()))]],
  ['/blocks/0/block_id', 255, (n) => [{ ...section, block_id: xs(n) }]],
  ['/blocks/0/elements/0/action_id', 255, (n) => [actions(button({ action_id: xs(n) }))]],
  ['/blocks/0/elements/0/text/text', 75, (n) => [actions(button({ text: plain(n) }))]],
  ['/blocks/0/elements/0/value', 2000, (n) => [actions(button({ value: xs(n) }))]],
  ['/blocks/0/elements/0/url', 3000, (n) => [actions(button({ url: xs(n) }))]],
  ['/blocks/0/elements/0/confirm/title/text', 100, (n) => [actions(confirm({ title: plain(n) }))]],
  ['/blocks/0/elements/0/confirm/text/text', 300, (n) => [actions(confirm({ text: plain(n) }))]],
  [
    '/blocks/0/elements/0/confirm/confirm/text',
    30,
    (n) => [actions(confirm({ confirm: plain(n) }))],
  ],
  ['/blocks/0/elements/0/confirm/deny/text', 30, (n) => [actions(confirm({ deny: plain(n) }))]],
  ['/blocks/0/image_url', 3000, (n) => [{ ...image, image_url: xs(n) }]],
  ['/blocks/0/alt_text', 2000, (n) => [{ ...image, alt_text: xs(n) }]],
  ['/blocks/0/elements/0/options', 100, (n) => [actions(select(n))]],
  [
    '/blocks/0/elements/0/options/0/text/text',
    75,
    (n) => [actions({ ...select(0), options: [{ ...option(), text: plain(n) }] })],
  ],
  [
    '/blocks/0/elements/0/options/0/value',
    150,
    (n) => [actions({ ...select(0), options: [option(xs(n))] })],
  ],
  [
    '/blocks/0/elements/0/options/0/description/text',
    75,
    (n) => [actions({ ...select(0), options: [{ ...option(), description: plain(n) }] })],
  ],
  [
    '/blocks/0/elements/0/placeholder/text',
    150,
    (n) => [actions({ ...select(1), placeholder: plain(n) })],
  ],
  ['/blocks/0/elements/0/options', 10, (n) => [actions({ ...select(n), type: 'checkboxes' })]],
  ['/blocks/0/elements/0/options', 10, (n) => [actions({ ...select(n), type: 'radio_buttons' })]],
  ['/blocks/0/elements/0/options', 5, (n) => [actions({ ...select(n), type: 'overflow' })]],
  ['/blocks/0/label/text', 2000, (n) => [input({ type: 'plain_text_input' }, { label: plain(n) })]],
  ['/blocks/0/hint/text', 2000, (n) => [input({ type: 'plain_text_input' }, { hint: plain(n) })]],
  [
    '/blocks/0/element/max_length',
    3000,
    (n) => [input({ type: 'plain_text_input', max_length: n })],
  ],
  [
    '/blocks/0/element/initial_value',
    3000,
    (n) => [input({ type: 'plain_text_input', initial_value: xs(n) })],
  ],
  ['/blocks/0/element/max_files', 10, (n) => [input({ type: 'file_input', max_files: n })]],
  ['/blocks/0', 100, (n) => [{ type: 'table', rows: times(n, () => row(1)) }]],
  ['/blocks/0', 20, (n) => [{ type: 'table', rows: [row(n)] }]],
  ['/blocks/0', 201, (n) => [{ type: 'data_table', caption: 'x', rows: times(n, () => row(1)) }]],
  [
    '/blocks/0/elements',
    10,
    (n) => [{ type: 'carousel', elements: times(n, () => ({ type: 'card', title: plain(1) })) }],
  ],
  [
    '/blocks/0/child_blocks',
    10,
    (n) => [{ type: 'container', title: plain(1), child_blocks: times(n, () => section) }],
  ],
  [
    '/blocks/0/title/text',
    150,
    (n) => [{ type: 'container', title: plain(n), child_blocks: [section] }],
  ],
  [
    '/blocks/0/tasks',
    50,
    (n) => [
      {
        type: 'plan',
        title: 'x',
        tasks: times(n, (i) => ({
          type: 'task_card',
          task_id: String(i),
          title: 'x',
          status: 'pending',
        })),
      },
    ],
  ],
  ['/blocks/0/text', 12_000, (n) => [{ type: 'markdown', text: xs(n) }]],
  ['/blocks', 50, (n) => times(n, () => section)],
  [
    '/blocks',
    12_000,
    (n) => [
      ...times(4, () => ({ type: 'section', text: plain(2900) })),
      { type: 'section', text: plain(n - 11_600) },
    ],
  ],
]

describe('a message', () => {
  it.each(counted)('%s holds %d and no more', (path, most, make) => {
    expect(inMessage(...make(most))).toEqual([])
    const faults = inMessage(...make(most + 1))
    expect(faults.map((fault) => fault.path)).toContain(path)
    expect(faults[0]?.got).toBe(String(most + 1))
  })

  it.each<[string, string, object]>([
    ['an unknown block', '/blocks/0', { type: 'sections', text: plain(1) }],
    ['an alert, which is for modals', '/blocks/0', { type: 'alert', text: plain(1) }],
    ['a section of nothing', '/blocks/0/text', { type: 'section' }],
    ['an empty text', '/blocks/0/text/text', { type: 'section', text: plain(0) }],
    [
      'a text of spaces',
      '/blocks/0/text/text',
      { type: 'section', text: { ...plain(0), text: ' ' } },
    ],
    ['a text that is no text object', '/blocks/0/text', { type: 'section', text: 'x' }],
    ['markup in a headline', '/blocks/0/text/type', { type: 'header', text: mrkdwn(1) }],
    ['markup on a button', '/blocks/0/elements/0/text/type', actions(button({ text: mrkdwn(1) }))],
    [
      'verbatim plain text',
      '/blocks/0/text/verbatim',
      { type: 'section', text: { ...plain(1), verbatim: true } },
    ],
    [
      'emoji in markup',
      '/blocks/0/text/emoji',
      { type: 'section', text: { ...mrkdwn(1), emoji: false } },
    ],
    ['no actions', '/blocks/0/elements', actions()],
    ['a text input among actions', '/blocks/0/elements/0', actions({ type: 'plain_text_input' })],
    ['a button in a context', '/blocks/0/elements/0', { type: 'context', elements: [button()] }],
    [
      'a picker of date and time beside a section',
      '/blocks/0/accessory',
      { ...section, accessory: { type: 'datetimepicker' } },
    ],
    ['a colour that is none', '/blocks/0/elements/0/style', actions(button({ style: 'green' }))],
    ['a button without words', '/blocks/0/elements/0/text', actions({ type: 'button' })],
    ['no options', '/blocks/0/elements/0/options', actions({ type: 'static_select' })],
    [
      'an option without value',
      '/blocks/0/elements/0/options/0/value',
      actions({ type: 'static_select', options: [{ text: plain(1) }] }),
    ],
    [
      'a first choice that is not among the options',
      '/blocks/0/elements/0/initial_option',
      actions({ ...select(2), initial_option: option('7') }),
    ],
    [
      'one id twice in a block',
      '/blocks/0/elements/1/action_id',
      actions(button({ action_id: 'a' }), button({ action_id: 'a' })),
    ],
    [
      'a container in a container',
      '/blocks/0/child_blocks/0',
      {
        type: 'container',
        title: plain(1),
        child_blocks: [{ type: 'container', title: plain(1), child_blocks: [section] }],
      },
    ],
    [
      'a container without title',
      '/blocks/0/title',
      { type: 'container', child_blocks: [section] },
    ],
    ['a task without state', '/blocks/0/status', { type: 'task_card', task_id: 'x', title: 'x' }],
    ['an image without words', '/blocks/0/alt_text', { type: 'image', image_url: 'https://x' }],
    ['an image of nothing', '/blocks/0/image_url', { type: 'image', alt_text: 'x' }],
    [
      'an input without label',
      '/blocks/0/label',
      { type: 'input', element: { type: 'plain_text_input' } },
    ],
    ['an input of nothing', '/blocks/0/element', { type: 'input', label: plain(1) }],
    [
      'milliseconds where seconds belong',
      '/blocks/0/element/initial_date_time',
      input({ type: 'datetimepicker', initial_date_time: 1_790_000_000_000 }),
    ],
    ['a block that is no object', '/blocks/0', Object.assign([], {})],
  ])('refuses %s', (_, path, block) => {
    expect(inMessage(block).map((fault) => fault.path)).toContain(path)
  })

  it('needs text, and blocks', () => {
    expect(checkMessage({ blocks: [section] })).toEqual([
      { path: '/text', limit: 'required', got: 'nothing' },
    ])
    expect(checkMessage({ text: 'x' })).toHaveLength(1)
    expect(checkMessage({ blocks: [], text: 'x' })).toHaveLength(1)
    expect(checkMessage({ blocks: 'none', text: xs(40_001) })).toHaveLength(2)
  })

  it('has each block id once', () => {
    const twice = { ...section, block_id: 'a' }
    expect(inMessage(twice, twice)).toEqual([
      { path: '/blocks/1/block_id', limit: 'unique', got: 'a' },
    ])
  })

  it('may use one action id in several blocks', () => {
    const row = actions(button({ action_id: 'a' }))
    expect(inMessage(row, row)).toEqual([])
  })
})

describe('a view', () => {
  it.each<[string, number, (count: number) => object]>([
    ['/blocks', 100, (n) => modal({ blocks: times(n, () => section) })],
    ['/title/text', 24, (n) => modal({ title: plain(n) })],
    ['/submit/text', 24, (n) => modal({ submit: plain(n) })],
    ['/close/text', 24, (n) => modal({ close: plain(n) })],
    ['/private_metadata', 3000, (n) => modal({ private_metadata: xs(n) })],
    ['/callback_id', 255, (n) => modal({ callback_id: xs(n) })],
    ['/external_id', 255, (n) => modal({ external_id: xs(n) })],
    ['/blocks/0/text/text', 200, (n) => modal({ blocks: [{ type: 'alert', text: plain(n) }] })],
  ])('%s holds %d and no more', (path, most, make) => {
    expect(checkView(make(most))).toEqual([])
    expect(checkView(make(most + 1)).map((fault) => fault.path)).toEqual([path])
  })

  it('may be as long as a message may not', () => {
    expect(inModal(...times(20, () => ({ type: 'section', text: plain(3000) })))).toEqual([])
  })

  it('needs a button beside an input', () => {
    const blocks = [input({ type: 'plain_text_input' })]
    expect(checkView(modal({ blocks, submit: undefined }))).toEqual([
      { path: '/submit', limit: 'required beside an input', got: 'nothing' },
    ])
  })

  it('has the focus once', () => {
    const focused = input({ type: 'plain_text_input', focus_on_load: true })
    expect(inModal(focused)).toEqual([])
    expect(inModal(focused, focused)).toMatchObject([{ path: '/blocks/1/element/focus_on_load' }])
  })

  it('refuses what is for messages', () => {
    expect(inModal({ type: 'plan', title: 'x' })).toHaveLength(1)
    expect(checkView({ type: 'home', blocks: [section], title: plain(1) })).toHaveLength(1)
    expect(checkView({ type: 'popup', blocks: [section] })).toHaveLength(1)
    expect(checkView(null)).not.toHaveLength(0)
  })
})
