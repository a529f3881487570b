/** The last good lists, one file each in a folder beside the database. */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openLists, packLists, type NetworkList } from '../network-list.ts'
import { pack, unpack } from '../packed-file.ts'

/**
 * Reads a kept list.
 *
 * Out: undefined when there is none. Fails: rejects when the file is damaged or another list.
 */
export async function readKept(folder: string, id: string): Promise<NetworkList | undefined> {
  const path = pathOf(folder, id)
  if (!existsSync(path)) return undefined
  try {
    const [list, ...others] = openLists(await unpack(await readFile(path)))
    if (list?.about.id === id && others.length === 0) return list
  } catch (cause) {
    const got = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`kept list of networks ${path}: expected a whole file, got: ${got}`, { cause })
  }
  throw new Error(`kept list of networks ${path}: expected the list ${id}, got another one`)
}

/** Keeps a list: whoever reads meanwhile, or after a crash, finds the old one or the new one. */
export async function keep(folder: string, list: NetworkList): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = pathOf(folder, list.about.id)
  const beside = `${path}.${randomBytes(6).toString('hex')}`
  try {
    const file = await open(beside, 'wx', 0o600)
    try {
      await file.writeFile(await pack(packLists([list])))
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

function pathOf(folder: string, id: string): string {
  return join(folder, `${id}.bin.gz`)
}
