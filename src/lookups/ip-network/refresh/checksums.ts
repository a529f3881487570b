/** Checksums that a mirror may hold beside its lists. */
import { download } from './download.ts'
import type { Origin } from './sources.ts'

/** Name of the file, as `sha256sum * > SHA256SUMS` writes it. */
const FILE = 'SHA256SUMS'

/** "e3b0c442…  name", with a star before the name of a binary file. */
const LINE = /^([\da-f]{64}) [ *](\S+)$/

/**
 * The checksums of a mirror, by file name.
 *
 * Out: undefined when the mirror has none, and for publishers. Fails: rejects when they cannot be fetched, or a line is something else.
 */
export async function readSums(
  origin: Origin,
  timeoutMs: number,
): Promise<Map<string, string> | undefined> {
  if (origin === null) return undefined
  const bytes = await download(new URL(FILE, origin.base).href, timeoutMs)
  if (bytes === null) return undefined
  const sums = new Map<string, string>()
  for (const line of bytes.toString('utf8').trim().split(/\r?\n/)) {
    const [, sum, name] = LINE.exec(line) ?? []
    if (sum === undefined || name === undefined) {
      throw new Error(
        `${FILE}: expected a checksum and a name per line, got “${line.slice(0, 80)}”`,
      )
    }
    sums.set(name, sum)
  }
  return sums
}
