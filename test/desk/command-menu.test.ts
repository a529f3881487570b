import { expect, it } from 'vitest'
import { hintFor, menuFor, toTyped } from '../../src/desk/command-menu.ts'
import { commands } from './samples.ts'

const names = (text: string) => menuFor(commands, text).map(({ name }) => name)

it('offers every command after a slash, and narrows while typing', () => {
  expect(names('/')).toHaveLength(commands.length)
  expect(names('/verify ')).not.toContain('verify')
  expect(names('/VERIFY de')).toEqual(['demo'])
})

it('offers nothing for a name or once a command has its own words', () => {
  expect(names('')).toEqual([])
  expect(names('Jane')).toEqual([])
  expect(names('/verify Jane Doe')).toEqual([])
})

it('hints at how the typed command goes on', () => {
  expect(hintFor(commands, '/verify demo nora')).toContain('/verify demo [who]')
  expect(hintFor(commands, '/verify Jane Doe')).toContain('name e-mail')
  expect(hintFor(commands, '')).toContain('lists the commands')
  expect(toTyped({ name: 'verify' })).toBe('/verify')
})
