import { expect, test } from 'vitest'
import { differences, type World } from '../../../src/page/probes/realm/world.ts'

const page: World = {
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/147.0.0.0',
  platform: 'Linux x86_64',
  processors: 8,
  zone: 'America/Chicago',
  offsetMin: 360,
}

test('the same in both: no difference', () => {
  expect(differences(page, { ...page })).toEqual([])
  expect(differences({ ...page, zone: undefined }, { ...page, zone: undefined })).toEqual([])
})

test('names what differs, and no value', () => {
  const worker = {
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/147.0.0.0',
    platform: 'Win32',
    processors: 2,
    zone: 'Asia/Shanghai',
    offsetMin: -480,
  }
  expect(differences(page, worker)).toEqual([
    'worker: browser',
    'worker: platform',
    'worker: processors',
    'worker: time zone',
    'worker: clock',
  ])
})

test('an iPad that asks for pages of desktops differs in nothing', () => {
  const pad = { ...page, platform: 'MacIntel' }
  expect(differences(pad, { ...pad, platform: 'iPad' })).toEqual([])
  expect(differences(pad, { ...pad, platform: 'Win32' })).toEqual(['worker: platform'])
})
