/** Every command, in the console, in Slack and in Discord: the same words, the same forms, the same deeds. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import { openConsole, type ConsoleSeen } from './_console-surface.ts'
import { openDiscord } from './_discord-surface.ts'
import { openSlack } from './_slack-surface.ts'
import { eventsOf, type Seen, type Surface } from './_surface.ts'

/** One thing that somebody does. "CASE" stands for the one case there is. */
type Step =
  | { type: string; args?: Readonly<Record<string, string>> }
  | { press: string }
  | { submit: Readonly<Record<string, string>> }

const CASE = { case: 'CASE' }

const STEPS: readonly Step[] = [
  { type: 'help' },
  { type: 'list' },
  { type: 'verify', args: { text: 'Jane Doe jane@example.com, Austin TX, today 3pm 45m' } },
  { submit: { start: '2026-11-23T15:00' } },
  { type: 'list' },
  { type: 'status', args: CASE },
  { type: 'report', args: CASE },
  { type: 'export', args: CASE },
  { type: 'resend', args: CASE },
  { type: 'review', args: { ...CASE, decision: 'escalate' } },
  { submit: { reason: 'The window showed another city.' } },
  { type: 'status', args: CASE },
  { type: 'recheck', args: CASE },
  { submit: { start: '2026-11-24T16:00' } },
  { type: 'status', args: CASE },
  { type: 'hold', args: CASE },
  { press: 'Hold' },
  { type: 'forget', args: CASE },
  { type: 'hold', args: CASE },
  { press: 'Lift the hold' },
  { type: 'cancel', args: CASE },
  { type: 'status', args: CASE },
  { type: 'settings' },
  { submit: {} },
  { type: 'status', args: { case: 'case_none' } },
  { type: 'review', args: { case: 'case_none', decision: 'fine' } },
  { type: 'forget', args: CASE },
  { press: 'Erase' },
  { type: 'list' },
  { type: 'demo' },
  { press: 'Anna' },
  { type: 'demo', args: { who: 'nobody' } },
]

async function run<T extends Seen>(
  surface: Pick<Surface, 'product'> & {
    type(command: string, args: Readonly<Record<string, string>>, kind: Seen['kind']): Promise<T>
    press(label: string, kind: Seen['kind']): Promise<T>
    submit(answers: Readonly<Record<string, string>>, kind: Seen['kind']): Promise<T>
  },
  step: Step,
  kind: Seen['kind'] = 'nothing',
): Promise<T> {
  if ('press' in step) return surface.press(step.press, kind)
  if ('submit' in step) return surface.submit(step.submit, kind)
  const [kase] = await surface.product.store.transaction((tx) => tx.cases.list({ limit: 1 }))
  const args = Object.entries(step.args ?? {}).map(([name, value]) => [
    name,
    value === 'CASE' ? (kase?.id ?? '') : value,
  ])
  return surface.type(step.type, Object.fromEntries(args) as Record<string, string>, kind)
}

const nameOf = (step: Step, at: number) => `${at + 1}. ${JSON.stringify(step)}`

test('every command is among the steps', () => {
  const typed = new Set(STEPS.flatMap((step) => ('type' in step ? [step.type] : [])))
  expect([...typed].sort()).toEqual(commands.map(({ name }) => name).sort())
})

describe.each([
  ['Slack', openSlack],
  ['Discord', openDiscord],
])('the console and %s', (name, open) => {
  let there: Surface
  let here: Awaited<ReturnType<typeof openConsole>>
  beforeAll(async () => {
    here = await openConsole()
    there = await open()
  })
  afterAll(async () => {
    await here.close()
    await there.close()
  })

  test.each(STEPS.map((step, at) => [nameOf(step, at), step] as const))(
    '%s',
    async (_name, step) => {
      const expected: ConsoleSeen = await run(here, step)
      const seen = await run(there, step, expected.kind)
      expect(seen.kind).toBe(expected.kind)
      const isHelp = 'type' in step && step.type === 'help'
      // How a command is typed differs; what it is for does not.
      const lines = expected.lines.filter((line) => !(isHelp && line.startsWith('/verify')))
      const missing = lines.filter(
        (line) => !there.without.some((one) => one.test(line)) && !seen.words.includes(line),
      )
      expect(missing, seen.words).toEqual([])
      for (const label of expected.buttons) expect(seen.buttons).toContain(label)
      expect(seen.buttons.length).toBeGreaterThanOrEqual(expected.buttons.length)
    },
  )

  test(`what happened is the same in ${name}`, async () => {
    const events = (await eventsOf(here)).filter((line) => !line.startsWith('access-changed'))
    const others = (await eventsOf(there)).filter((line) => !line.startsWith('access-changed'))
    expect(others).toEqual(events)
    expect(events.length).toBeGreaterThan(10)
  })
})
