/** What every check owes its reader, and what the policy owes the checks. */
import { parse } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nameFault } from '../../scripts/check-name.ts'
import { pluginFiles } from '../../scripts/gen/indexes.ts'
import { checks } from '../../src/core/checks/index.ts'
import { policy } from '../../src/core/weights.ts'

const files = pluginFiles('src/core/checks')

test('ids are the file names, each once', () => {
  expect(checks.map((check) => check.id)).toEqual(files.map((file) => parse(file).name))
})

describe.each(checks)('$id', (check) => {
  test('is named by the naming law', () => {
    expect(nameFault(check.id)).toBeNull()
  })

  test.each(['title', 'why', 'next'] as const)('%s says something', (field) => {
    expect(check[field]).toMatch(/\S{2,}/)
  })

  test('names innocent explanations', () => {
    expect(check.innocent).not.toHaveLength(0)
    for (const explanation of check.innocent) expect(explanation).toMatch(/\S{2,}/)
  })

  test('names sources, each with the day it was read or computed', () => {
    expect(check.source).not.toHaveLength(0)
    for (const source of check.source) {
      expect(source).toMatch(/\S+.*\b(read|computed|measured|tried) 20\d\d-[01]\d-[0-3]\d\b/)
    }
  })

  test('needs a signal', () => {
    expect(check.needs).not.toHaveLength(0)
    expect(new Set([...check.needs, ...check.wants]).size).toBe(
      check.needs.length + check.wants.length,
    )
  })

  test('shows a consistent and a contradictory example', () => {
    const expected = check.examples.map((example) => example.expect)
    expect(expected).toContain('consistent')
    expect(expected).toContain('contradictory')
  })
})

describe('the policy', () => {
  test.each(Object.keys(policy.checks))('%s is a check', (id) => {
    expect(checks.map((check) => check.id)).toContain(id)
  })

  test.each(Object.entries(policy.checks))('%s: every level is in an example', (id, { levels }) => {
    const examples = checks.find((check) => check.id === id)?.examples ?? []
    const shown = examples.map((example) => example.level)
    expect(Object.keys(levels).filter((level) => !shown.includes(level))).toEqual([])
  })
})
