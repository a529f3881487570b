import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OPEN_RULES, rights, rightsOf, type Standing } from '../../src/core/access.ts'

const member: Standing = {
  id: 'U1',
  isMember: true,
  isAdmin: false,
  isColleague: true,
  groups: [],
  channel: 'C1',
}
const only = (part: object) => ({
  ...OPEN_RULES,
  verify: { people: [], groups: [], channels: [], ...part },
})

test('no rules: every member may all but change the settings, which admins may', () => {
  expect(rightsOf(OPEN_RULES, member)).toEqual(['verify', 'review', 'report'])
  expect(rightsOf(OPEN_RULES, { ...member, isAdmin: true })).toEqual([...rights])
  expect(rightsOf({ ...OPEN_RULES, admins: ['U1'] }, member)).toEqual([...rights])
})

test.each([
  ['people', { people: ['U1'] }, true],
  ['other people', { people: ['U2'] }, false],
  ['a group of theirs', { groups: ['S1'] }, true],
  ['the channel', { channels: ['C1'] }, true],
  ['another channel', { channels: ['C2'] }, false],
  ['any of several', { people: ['U2'], channels: ['C1'] }, true],
])('a list of %s', (_name, part, may) => {
  const person = { ...member, groups: ['S1'] }
  expect(rightsOf(only(part), person).includes('verify')).toBe(may)
  expect(rightsOf(only(part), person)).toContain('review')
})

test('where members need not be colleagues an empty list is nobody but admins', () => {
  const person = { ...member, isColleague: false }
  expect(rightsOf(OPEN_RULES, person)).toEqual([])
  expect(rightsOf(only({ people: ['U1'] }), person)).toEqual(['verify'])
  expect(rightsOf(OPEN_RULES, { ...person, isAdmin: true })).toEqual([...rights])
})

test('a stranger has no right, whatever the rules say', () => {
  const list = fc.array(fc.constantFrom('U1', 'S1', 'C1'))
  const audience = fc.record({ people: list, groups: list, channels: list })
  const rules = fc.record({
    verify: audience,
    review: audience,
    report: audience,
    admins: list,
    fourEyes: fc.boolean(),
  })
  fc.assert(
    fc.property(rules, fc.boolean(), (set, isAdmin) => {
      const stranger = { ...member, isMember: false, isAdmin, groups: ['S1'] }
      expect(rightsOf(set, stranger)).toEqual([])
    }),
  )
})
