/** Fresh lists of networks from a real web server, in good health and in bad. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { jobs } from '../../src/jobs/index.ts'
import { lookups } from '../../src/lookups/index.ts'
import { openLists } from '../../src/lookups/ip-network/network-list.ts'
import { unpack } from '../../src/lookups/ip-network/packed-file.ts'
import { sources, type Source } from '../../src/lookups/ip-network/refresh/sources.ts'
import { readShippedTables } from '../../src/lookups/ip-network/shipped-tables.ts'
import type { IpNetwork } from '../../src/usecases/lookups.ts'
import { refreshNetworks } from '../../src/usecases/refresh-networks.ts'
import { openProduct } from '../usecases/_product.ts'
import { publishedFiles, startMirror, type Answer, type Mirror } from './_mirror.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const NOW = Date.parse('2026-11-25T04:41:00Z')
const TODAY = '2026-11-25'

/** For healthy answers on a busy machine, and for the two files whose bad one never comes. */
const TIMEOUT_MS = 20_000
const SHORT_MS = 1000

/** A home in Austin, which no list has; a VPN of the list that ships; an exit of Tor, whose list does not ship. */
const home = '70.113.60.77'
const vpn = '146.70.100.1'
const tor = '198.96.155.2'

const published = publishedFiles((await readShippedTables()).lists)
/** One list that goes wrong, and one that does not. */
const two = sources.filter(({ id }) => id === 'tor-exits' || id === 'x4b-vpn')
const vpnFile = 'x4b-vpn-ipv4.txt'
const vpnText = published.get(vpnFile) ?? ''
const vpnLines = vpnText.trim().split('\n')

let mirror: Mirror
let folder: string

beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'refresh-networks-')), 'networks')
  mirror = await startMirror()
  for (const [name, text] of published) mirror.files.set(name, text)
})

afterEach(async () => {
  await mirror[Symbol.asyncDispose]()
})

/** In: fewer sources are quicker. */
function openLookup(from: readonly Source[] = sources, timeoutMs = TIMEOUT_MS): Promise<IpNetwork> {
  const refresh = { origin: { base: mirror.base }, folder, timeoutMs, sources: from }
  return lookups.ipNetwork({ refresh })
}

function network(look: IpNetwork, address: string) {
  const reading = look(address)
  return 'value' in reading ? reading.value : undefined
}

function faults(results: Awaited<ReturnType<IpNetwork['refresh']>>): string[] {
  return results.flatMap(({ list, fault }) => (fault === null ? [] : [`${list}: ${fault}`]))
}

describe('good lists', () => {
  it('are taken over without a restart, and kept for the next one', async () => {
    mirror.files.set(vpnFile, `${vpnText}${home}\n`)
    const look = await openLookup()
    expect(network(look, home)?.kind).toBe('home')
    expect(network(look, tor)?.kind).not.toBe('tor')

    const results = await look.refresh(NOW)
    expect(faults(results)).toEqual([])
    expect(results).toHaveLength(sources.length)
    expect(network(look, home)).toMatchObject({ kind: 'vpn', builtOn: TODAY })
    expect(network(look, tor)).toMatchObject({ kind: 'tor', operator: 'Tor', builtOn: TODAY })
    expect(network(look, vpn)).toMatchObject({ kind: 'vpn', builtOn: TODAY })

    await mirror[Symbol.asyncDispose]()
    const later = await openLookup()
    expect(later.faults()).toEqual([])
    for (const address of [home, tor, vpn, '104.28.100.10', '165.225.1.1', '52.94.1.1']) {
      expect(later(address)).toEqual(look(address))
    }
  })

  it('say everything that the lists which ship say', async () => {
    const look = await openLookup()
    const before = await lookups.ipNetwork()
    await look.refresh(NOW)
    const day = (address: string, of: IpNetwork) => ({ ...network(of, address), builtOn: '' })
    for (const address of [
      '104.28.100.10',
      '2a02:26f7:c9c8:4000::1',
      '165.225.1.1',
      '2a03:eec0:1211::1',
      vpn,
      '2001:ac8:20::1',
      '52.94.1.1',
      '2a01:4f8::1',
      '13.107.6.1',
      '172.56.1.1',
      home,
    ]) {
      expect(day(address, look)).toEqual(day(address, before))
    }
  })

  it('are kept with source and SHA-256, and nothing beside them', async () => {
    const look = await openLookup(two)
    await look.refresh(NOW)
    expect(readdirSync(folder).sort()).toEqual(two.map(({ id }) => `${id}.bin.gz`).sort())
    const [list] = openLists(await unpack(readFileSync(join(folder, 'tor-exits.bin.gz'))))
    const text = published.get('tor-exits.txt') ?? ''
    expect(list?.about).toMatchObject({
      source: `${mirror.base}tor-exits.txt`,
      builtOn: TODAY,
      sha256: [createHash('sha256').update(text).digest('hex')],
    })
  })

  it('are fetched once a week', async () => {
    const look = await openLookup(two)
    await look.refresh(NOW)
    const once = mirror.asked.length
    expect(await look.refresh(NOW + 6 * DAY_MS)).toEqual([])
    expect(mirror.asked).toHaveLength(once)
    expect(await look.refresh(NOW + 7 * DAY_MS)).toHaveLength(two.length)
    expect(network(look, vpn)?.builtOn).toBe('2026-12-02')
  })

  it('are fetched by one of the processes that share a folder, and read by all', async () => {
    const [one, other] = [await openLookup(two), await openLookup(two)]
    await one.refresh(NOW)
    const once = mirror.asked.length
    expect(await other.refresh(NOW + HOUR_MS)).toEqual([])
    expect(mirror.asked).toHaveLength(once)
    expect(network(other, tor)).toMatchObject({ kind: 'tor', builtOn: TODAY })
  })

  it('may be led elsewhere, and may come with checksums', async () => {
    mirror.files.set('elsewhere.txt', vpnText)
    mirror.files.set(vpnFile, (response) => {
      response.writeHead(302, { location: 'elsewhere.txt' }).end()
    })
    const sum = createHash('sha256').update(vpnText).digest('hex')
    mirror.files.set('SHA256SUMS', `${sum}  ${vpnFile}\n`)
    const look = await openLookup(two)
    expect(faults(await look.refresh(NOW))).toEqual([])
    expect(network(look, vpn)?.builtOn).toBe(TODAY)
  })

  it('of VPNs never name what is or was a relay', async () => {
    const relayFile = 'icloud-private-relay.csv'
    const lines = (published.get(relayFile) ?? '').split('\n')
    const gone = lines.find((line) => line.startsWith('172.225.')) ?? ''
    const range = gone.split(',')[0] ?? ''
    const address = range.split('/')[0] ?? ''
    mirror.files.set(relayFile, lines.filter((line) => line !== gone).join('\n'))
    mirror.files.set(vpnFile, `${vpnText}${range}\n172.224.0.0/12\n`)
    const look = await openLookup()
    expect(network(look, address)?.kind).toBe('relay')
    await look.refresh(NOW)
    expect(network(look, address)?.kind).toBe('hosting')
  })
})

const bad: readonly [string, Answer, RegExp][] = [
  ['status 500', (response) => response.writeHead(500).end('oh'), /expected status 200, got 500/],
  ['status 404', (response) => response.writeHead(404).end(), /expected a file, got none/],
  ['nothing', '', /expected networks, got none/],
  ['a page of HTML', '<!doctype html>\n<title>Sign in</title>\n', /expected networks, got 2 other/],
  ['noise', Array.from({ length: 9000 }, (_, i) => `${String(i * 7919)}\n`).join(''), /9000 other/],
  ['a few', vpnLines.slice(0, 900).join('\n'), /expected at least 2000 ranges, got \d+/],
  ['less than half', vpnLines.slice(0, 2700).join('\n'), /half to twice the last good list/],
  [
    'half of the world',
    `${vpnText}${Array.from({ length: 100 }, (_, i) => `${String(i + 20)}.0.0.0/8`).join('\n')}`,
    /expected \d+ to \d+ addresses/,
  ],
  [
    'far more ranges',
    `${vpnText}${Array.from({ length: 20_000 }, (_, i) => `23.${String(i >> 7)}.${String((2 * i) & 255)}.1\n`).join('')}`,
    /expected \d+ to \d+ ranges/,
  ],
  [
    'a file that breaks off',
    (response) => {
      response.writeHead(200, { 'content-length': vpnText.length })
      response.write(vpnText.slice(0, vpnText.length / 2), () => response.destroy())
    },
    /terminated|other side closed|aborted/,
  ],
  [
    'a file of unknown length that breaks off',
    (response) => {
      response.writeHead(200)
      response.write(vpnText.slice(0, vpnText.length / 2), () => response.destroy())
    },
    /terminated|other side closed|aborted/,
  ],
  ['no answer', () => {}, /timeout/],
  [
    'an answer without an end',
    (response) => {
      response.writeHead(200)
      response.write(vpnText.slice(0, 1000))
    },
    /timeout/,
  ],
  [
    'a circle',
    (response) => response.writeHead(302, { location: vpnFile }).end(),
    /expected at most 3 redirections/,
  ],
  [
    'a way out of encryption',
    (response) => response.writeHead(302, { location: 'http://lists.example.com/vpn.txt' }).end(),
    /expected an https address, got http:/,
  ],
  ['a redirection to nowhere', (response) => response.writeHead(302).end(), /got 302/],
]

describe('bad lists', () => {
  it.each(bad)(
    '%s: the last good one goes on, the others are refreshed',
    async (_, answer, fault) => {
      mirror.files.set(vpnFile, answer)
      const look = await openLookup(two, SHORT_MS)
      const results = await look.refresh(NOW)
      expect(faults(results)).toEqual([expect.stringMatching(fault)])
      expect(faults(results)[0]).toMatch(/^X4B list of VPN networks: /)
      expect(network(look, vpn)).toMatchObject({ kind: 'vpn', builtOn: '2026-08-22' })
      expect(network(look, tor)).toMatchObject({ kind: 'tor', builtOn: TODAY })
      expect(readdirSync(folder)).not.toContain('x4b-vpn.bin.gz')
    },
  )

  it('do not push out one that was fetched before', async () => {
    const look = await openLookup(two)
    await look.refresh(NOW)
    mirror.files.set(vpnFile, vpnLines.slice(0, 2700).join('\n'))
    expect(faults(await look.refresh(NOW + 8 * DAY_MS))).toHaveLength(1)
    expect(network(look, vpn)).toMatchObject({ kind: 'vpn', builtOn: TODAY })
    expect(network(await openLookup(two), vpn)).toMatchObject({ kind: 'vpn', builtOn: TODAY })
  })

  it('are left alone for some hours, then tried again', async () => {
    const good = mirror.files.get(vpnFile) ?? ''
    mirror.files.set(vpnFile, 'nothing good')
    const look = await openLookup(two)
    expect(faults(await look.refresh(NOW))).toHaveLength(1)
    mirror.files.set(vpnFile, good)
    expect(await look.refresh(NOW + HOUR_MS)).toEqual([])
    expect(await look.refresh(NOW + 21 * HOUR_MS)).toEqual([
      { list: 'X4B list of VPN networks', fault: null },
    ])
  })

  it('are those whose checksum is another', async () => {
    mirror.files.set('SHA256SUMS', `${'0'.repeat(64)}  ${vpnFile}\n`)
    const look = await openLookup(two)
    expect(faults(await look.refresh(NOW))).toEqual([
      expect.stringMatching(/x4b-vpn-ipv4\.txt: expected SHA-256 0{64}, got [\da-f]{64}/),
    ])
  })

  it('are all, when the checksums are damaged', async () => {
    mirror.files.set('SHA256SUMS', '<html>')
    const look = await openLookup(two)
    const found = faults(await look.refresh(NOW))
    expect(found).toHaveLength(two.length)
    expect(found[0]).toMatch(/SHA256SUMS: expected a checksum and a name per line/)
  })

  it('are all, when nobody answers', async () => {
    await mirror[Symbol.asyncDispose]()
    const look = await openLookup(two)
    const found = faults(await look.refresh(NOW))
    expect(found).toHaveLength(two.length)
    expect(found[0]).toMatch(/ECONNREFUSED/)
    expect(network(look, vpn)?.kind).toBe('vpn')
  })

  it('change nothing where they cannot be kept', async () => {
    writeFileSync(folder, 'a file where the folder should be')
    const look = await openLookup(two)
    expect(faults(await look.refresh(NOW))).toHaveLength(two.length)
    expect(network(look, vpn)).toMatchObject({ kind: 'vpn', builtOn: '2026-08-22' })
  })
})

describe('kept lists', () => {
  it.each([
    ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['another list', () => readFileSync(join(folder, 'tor-exits.bin.gz'))],
  ])('that are damaged (%s) are named, and the list that ships goes on', async (_, damage) => {
    await (await openLookup(two)).refresh(NOW)
    const path = join(folder, 'x4b-vpn.bin.gz')
    writeFileSync(path, damage(readFileSync(path)))
    const look = await openLookup(two)
    expect(look.faults()).toEqual([expect.stringContaining(path)])
    expect(network(look, vpn)).toMatchObject({ kind: 'vpn', builtOn: '2026-08-22' })
    expect(network(look, tor)?.kind).toBe('tor')

    // The next refresh mends it.
    expect(await look.refresh(NOW + HOUR_MS)).toEqual([
      { list: 'X4B list of VPN networks', fault: null },
    ])
    expect((await openLookup(two)).faults()).toEqual([])
  })

  it('that are older than those that ship are not used', async () => {
    const look = await openLookup(two)
    await look.refresh(Date.parse('2026-08-01'))
    expect(network(await openLookup(two), vpn)?.builtOn).toBe('2026-08-22')
  })
})

describe('the job', () => {
  it('runs in every process, and fails with each list and why', async () => {
    expect(jobs.find(({ name }) => name === 'refresh-networks')).toMatchObject({ everywhere: true })
    mirror.files.set(vpnFile, 'nothing good')
    const product = await openProduct()
    product.clock.at = NOW
    const ipNetwork = await openLookup(two)
    const ports = { ...product.ports, lookups: { ...product.ports.lookups, ipNetwork } }
    await expect(refreshNetworks(ports)).rejects.toThrow(
      /Not refreshed, the last good list goes on\. X4B list of VPN networks: x4b-vpn-ipv4\.txt: /,
    )
    expect(network(ipNetwork, tor)?.kind).toBe('tor')
    expect(await refreshNetworks(ports)).toBe(0)
    await product.close()
  })

  it('asks nobody when nothing is configured', async () => {
    const look = await lookups.ipNetwork()
    expect(await look.refresh(NOW)).toEqual([])
  })
})

describe('the server', () => {
  it('starts with a damaged list beside its database, and says so', async () => {
    mkdirSync(folder)
    writeFileSync(join(folder, 'x4b-vpn.bin.gz'), 'damaged')
    const env = {
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATABASE_URL: `sqlite:${join(dirname(folder), 'product.db')}`,
      IP_NETWORK_REFRESH: mirror.base,
    }
    await using app = await startApp(readConfig(env))
    const ready = await fetch(`${app.origin}/readyz`)
    expect(ready.status).toBe(200)
    expect(await ready.json()).toMatchObject({ ok: true, networks: 'incomplete' })
    const metrics = await (await fetch(`${app.origin}/metrics`)).text()
    expect(metrics).toContain('whereabouts_lookup_faults 1')
  })
})
