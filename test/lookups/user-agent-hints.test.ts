/** Client Hints as browsers send them, and as nobody should. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { signals } from '../../src/core/signals.ts'
import create from '../../src/lookups/user-agent.ts'
import type { UserAgentLookup } from '../../src/usecases/lookups.ts'

let agents: UserAgentLookup

beforeAll(async () => {
  agents = await create()
})

const read = (list?: string, mobile?: string, platform?: string) =>
  agents.parseHints({
    'sec-ch-ua': list,
    'sec-ch-ua-mobile': mobile,
    'sec-ch-ua-platform': platform,
  })

describe('parseHints', () => {
  it.each([
    [
      'Chrome on Windows',
      '"Chromium";v="147", "Google Chrome";v="147", "Not.A/Brand";v="99"',
      '?0',
      '"Windows"',
      [
        ['Chromium', '147'],
        ['Google Chrome', '147'],
      ],
      false,
      'Windows',
    ],
    [
      'Edge on a Mac',
      '"Not(A:Brand";v="8", "Chromium";v="144", "Microsoft Edge";v="144"',
      '?0',
      '"macOS"',
      [
        ['Chromium', '144'],
        ['Microsoft Edge', '144'],
      ],
      false,
      'macOS',
    ],
    [
      'Chrome on a phone',
      '"Chromium";v="147", "Not_A Brand";v="24", "Google Chrome";v="147"',
      '?1',
      '"Android"',
      [
        ['Chromium', '147'],
        ['Google Chrome', '147'],
      ],
      true,
      'Android',
    ],
    [
      'a brand with quotes in it',
      String.raw`" Not A;Brand";v="99", "My \"own\" browser";v="3.1"`,
      '?0',
      '"Chrome OS"',
      [['My "own" browser', '3.1']],
      false,
      'Chrome OS',
    ],
  ])('reads %s', (_, list, mobile, platform, brands, isMobile, system) => {
    const value = {
      brands: brands.map(([brand, version]) => ({ brand, version })),
      mobile: isMobile,
      platform: system,
    }
    expect(read(list, mobile, platform)).toEqual({ value })
  })

  it.each([
    ' Not A;Brand',
    ' Not;A Brand',
    '(Not(A:Brand',
    'Not A(Brand',
    'Not/A)Brand',
    'Not_A Brand',
    'Not?A_Brand',
    'Not.A/Brand',
    'Not:A-Brand',
    'Not=A?Brand',
  ])('passes over the brand made up as %j', (brand) => {
    const reading = read(`"Chromium";v="147", "${brand}";v="24"`)
    expect(reading).toMatchObject({ value: { brands: [{ brand: 'Chromium', version: '147' }] } })
  })

  it('keeps a brand that only resembles a made-up one', () => {
    expect(read('"Not A Brandy";v="1"')).toMatchObject({ value: { brands: [{ version: '1' }] } })
  })

  it('has nothing to say of a browser that sends none', () => {
    expect(agents.parseHints({})).toEqual({ why: 'unsupported' })
    expect(agents.parseHints({ 'user-agent': 'Mozilla/5.0' })).toEqual({ why: 'unsupported' })
  })

  it('leaves open what was not sent', () => {
    const brands = [{ brand: 'Chromium', version: '147' }]
    const value = { brands, mobile: null, platform: null }
    expect(read('"Chromium";v="147"')).toEqual({ value })
    expect(read(undefined, '?1')).toEqual({ value: { brands: [], mobile: true, platform: null } })
    expect(read('"Chromium";v="147"', undefined, '""')).toEqual({ value })
  })

  it.each([
    ['an unquoted brand', 'Chromium;v="147"', '?0', '"Linux"'],
    ['an unquoted version', '"Chromium";v=147', '?0', '"Linux"'],
    ['a list in the list', '("Chromium" "Chrome");v="147"', '?0', '"Linux"'],
    ['an open quote', '"Chromium;v="147"', '?0', '"Linux"'],
    ['a comma at the end', '"Chromium";v="147",', '?0', '"Linux"'],
    ['another form of yes', '"Chromium";v="147"', 'true', '"Linux"'],
    ['a number for a boolean', '"Chromium";v="147"', '1', '"Linux"'],
    ['an unquoted platform', '"Chromium";v="147"', '?0', 'Linux'],
    ['a header that came twice', '"Chromium";v="147"', '?0', '"Linux", "Windows"'],
    ['an empty platform', '"Chromium";v="147"', '?0', ''],
    ['letters beyond ASCII', '"Chromium";v="147"', '?0', '"Línux"'],
    ['a name without end', `"${'x'.repeat(101)}";v="1"`, '?0', '"Linux"'],
    ['too many brands', Array(21).fill('"a";v="1"').join(), '?0', '"Linux"'],
    ['a header without end', `"a";v="1"${' '.repeat(1000)}`, '?0', '"Linux"'],
  ])('believes none of it with %s', (_, list, mobile, platform) => {
    expect(read(list, mobile, platform)).toEqual({ why: 'out-of-range' })
  })

  it('never throws and fits the signal', () => {
    const pieces = fc.constantFrom(
      '"',
      'Chromium',
      ';v=',
      ',',
      ' ',
      '?1',
      '(',
      ')',
      '\\',
      'Not',
      '@1',
    )
    const header = fc.option(
      fc.oneof(
        fc.string(),
        fc.array(pieces, { maxLength: 30 }).map((list) => list.join('')),
      ),
      { nil: undefined },
    )
    fc.assert(
      fc.property(header, header, header, (list, mobile, platform) => {
        const reading = read(list, mobile, platform)
        if ('value' in reading) signals.hintHeaders.schema.parse(reading.value)
        else expect(['unsupported', 'out-of-range']).toContain(reading.why)
      }),
      { numRuns: 2000 },
    )
  })
})
