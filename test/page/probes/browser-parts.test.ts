/** Every name that the probe `realm` can give has words: page and core share no list. */
import { expect, test } from 'vitest'
import { knownParts } from '../../../src/core/browser-parts.ts'
import { lookedAt } from '../../../src/page/probes/realm/native.ts'
import { differences } from '../../../src/page/probes/realm/world.ts'

const page = { userAgent: 'a', platform: 'b', processors: 1, zone: 'c', offsetMin: 0 }
const worker = { userAgent: 'd', platform: 'e', processors: 2, zone: 'f', offsetMin: 60 }
const names = [...lookedAt, ...differences(page, worker)]

test('names are known, each once', () => {
  expect(names.length).toBeGreaterThan(15)
  expect(knownParts(names)).toHaveLength(names.length)
})

test('another name is not repeated to those who decide', () => {
  expect(knownParts(['cleared by the company'])).toEqual([])
})
