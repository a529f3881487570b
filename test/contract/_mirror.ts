/** A web server with lists of networks, and those that ship in the form of their publishers. */
import { createServer, type ServerResponse } from 'node:http'
import type { NetworkList } from '../../src/lookups/ip-network/network-list.ts'
import { rangesOf, type Range } from '../../src/lookups/ip-network/range-set.ts'
import { sources } from '../../src/lookups/ip-network/refresh/sources.ts'

/** What answers a request for a file: its text, or anything else a server can do. */
export type Answer = string | ((response: ServerResponse) => void)

/** A running mirror. */
export interface Mirror extends AsyncDisposable {
  /** Address of its folder. */
  base: string
  /** What it has, by file name; everything else is 404. */
  files: Map<string, Answer>
  /** Names asked for, in order. */
  asked: string[]
}

/** Starts a mirror with nothing in it. */
export async function startMirror(): Promise<Mirror> {
  const files = new Map<string, Answer>()
  const asked: string[] = []
  const server = createServer((request, response) => {
    const name = request.url?.slice('/lists/'.length) ?? ''
    asked.push(name)
    const answer = files.get(name)
    if (typeof answer === 'function') answer(response)
    else if (answer === undefined) response.writeHead(404).end('not here')
    else response.end(answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('expected a port')
  return {
    base: `http://127.0.0.1:${String(address.port)}/lists/`,
    files,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The lists that ship as the files that their publishers have, by name; and 256 exits of Tor, which do not ship. */
export function publishedFiles(shipped: readonly NetworkList[]): Map<string, string> {
  const files = new Map<string, string>()
  for (const { id, parts } of sources) {
    const list = shipped.find(({ about }) => about.id === id)
    const ranges = list === undefined ? torExits() : rangesOf(list.ranges)
    for (const { file, form } of parts) {
      const family = /ipv([46])/.exec(file)?.[1]
      const networks = ranges
        .filter((range) => family === undefined || String(range.family) === family)
        .flatMap(toNetworks)
      files.set(file, write[form](networks))
    }
  }
  return files
}

const write = {
  lines: (networks: readonly string[]) => `${networks.join('\n')}\n`,
  csv: (networks: readonly string[]) =>
    networks.map((one) => `${one},US,US-CA,San Jose,\n`).join(''),
  json: (networks: readonly string[]) =>
    JSON.stringify({ made: '2026-11-25', prefixes: networks.map((prefix) => ({ prefix })) }),
}

/** Every second address of 198.96.154.0/23. */
function torExits(): Range[] {
  return Array.from({ length: 256 }, (_, i) => {
    const at = 0xc6_60_9a_00n + BigInt(i) * 2n
    return { family: 4, first: at, last: at }
  })
}

/** The fewest networks that make up a range. */
function toNetworks({ family, first, last }: Range): string[] {
  const most = family === 4 ? 32 : 128
  const networks: string[] = []
  for (let at = first; at <= last;) {
    let host = 0
    while (
      host < most &&
      ((at >> BigInt(host)) & 1n) === 0n &&
      at + (2n << BigInt(host)) - 1n <= last
    ) {
      host += 1
    }
    networks.push(`${addressOf(family, at)}/${String(most - host)}`)
    at += 1n << BigInt(host)
  }
  return networks
}

function addressOf(family: 4 | 6, value: bigint): string {
  const [groups, bits, base, mark] = family === 4 ? [4, 8n, 10, '.'] : [8, 16n, 16, ':']
  return Array.from({ length: groups }, (_, i) =>
    ((value >> (bits * BigInt(groups - 1 - i))) & ((1n << bits) - 1n)).toString(base),
  ).join(mark)
}
