import { expect, test } from 'vitest'
import { attributionsOf } from '../../src/core/attributions.ts'
import { readingWords } from '../../src/texts/reading-words.ts'

const names = (text: string) => attributionsOf(text).map(({ url }) => url)

test('a place is its database’s', () => {
  expect(names('Austin (DB-IP City Lite of 2026-06-05)')).toEqual(['https://db-ip.com'])
  expect(names('Austin (GeoLite2 City of 2023-11-15)')).toEqual(['https://www.maxmind.com'])
  expect(names('Austin (a database of the operator’s)')).toEqual([])
})

test('the name of a network is DB-IP’s, whoever told its kind', () => {
  const value = {
    kind: 'vpn' as const,
    asn: 9009,
    organisation: 'M247 Europe SRL',
    operator: null,
    list: 'X4B list of VPN networks',
    builtOn: '2026-08-22',
  }
  const signal = { name: 'addressNetworks', at: 0, source: 'server', value } as const
  expect(names(readingWords(signal, 'en'))).toEqual(['https://db-ip.com'])
  expect(names(JSON.stringify(signal))).toEqual(['https://db-ip.com'])
  const unnamed = { ...signal, value: { ...value, asn: null, organisation: null } }
  expect(names(JSON.stringify(unnamed))).toEqual([])
  expect(names(JSON.stringify({ check: 'network-kind' }))).toEqual(['https://db-ip.com'])
})
