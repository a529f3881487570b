import { expect, it } from 'vitest'
import { commands } from '../../../commands/index.ts'
import { checkCommands } from '../../../src/chat/discord/limits.ts'
import { toApplicationCommands, usageInDiscord } from '../../../src/chat/discord/slash.ts'

const [verify, menu] = toApplicationCommands(commands)

it('all commands are taken by Discord', () => {
  expect(checkCommands(toApplicationCommands(commands))).toEqual([])
  expect(verify?.options).toHaveLength(commands.length)
})

it('each command of ours is a subcommand with what is typed after it', () => {
  const names = verify?.options?.map(({ name, options }) =>
    [name, ...options.map((o) => o.name)].join(' '),
  )
  expect(names).toContain('new text place zone opening')
  expect(names).toContain('review case decision')
  expect(names).toContain('help')
})

it('cases, people, places, zones and openings are offered while they are typed; decisions are a list', () => {
  const options = verify?.options?.flatMap((one) => one.options) ?? []
  const offered = options.filter((option) => option.autocomplete).map(({ name }) => name)
  expect(new Set(offered)).toEqual(new Set(['case', 'who', 'place', 'zone', 'opening']))
  const decision = options.find(({ name }) => name === 'decision')
  expect(decision?.choices?.map(({ value }) => value)).toEqual([
    'fine',
    'recheck',
    'escalate',
    'dismiss',
  ])
})

it('only who may manage a server sees them at first, and nobody in direct messages', () => {
  for (const command of [verify, menu]) {
    expect(command).toMatchObject({
      default_member_permissions: '32',
      contexts: [0],
      integration_types: [0],
    })
  }
})

it('help says how they are typed here', () => {
  const usages = commands.map(usageInDiscord)
  expect(usages).toContain('/verify new text:')
  expect(usages).toContain('/verify review case: decision:')
  expect(usages).toContain('/verify list')
})
