/** Plug-in folders hold plug-ins and nothing else, and each is in its index. */
import { existsSync, readdirSync } from 'node:fs'
import { join, parse, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { camelCase, pluginFiles, pluginFolders } from '../../scripts/gen/indexes.ts'

/** The exports of a module of this project. */
async function load(path: string): Promise<Record<string, unknown>> {
  const loaded: unknown = await import(/* @vite-ignore */ resolve(path))
  return { ...(loaded as object) }
}

describe.each(pluginFolders)('$path', ({ path, shape }) => {
  const files = pluginFiles(path)

  test('holds plug-ins, and folders named after the plug-in they belong to', () => {
    const owners = new Set(files.map((file) => parse(file).name))
    const strangers = readdirSync(path, { withFileTypes: true }).filter((entry) =>
      entry.isDirectory() ? !owners.has(entry.name) : !/^[a-z0-9-]+\.tsx?$/.test(entry.name),
    )
    expect(strangers.map((entry) => entry.name)).toEqual([])
  })

  test.each(files)('%s has one default export, which is in the index', async (file) => {
    const plugin = (await load(join(path, file)))['default']
    expect(plugin, 'default export').toBeDefined()
    const index = await load(join(path, 'index.ts'))
    expect(Object.keys(index)).toEqual([parse(path).name])
    const listed = index[parse(path).name]
    if (shape === 'array') expect(listed).toContain(plugin)
    else expect(listed).toHaveProperty(camelCase(parse(file).name), plugin)
  })

  test('the index lists no more than that', async () => {
    expect(existsSync(join(path, 'index.ts'))).toBe(true)
    const listed = (await load(join(path, 'index.ts')))[parse(path).name]
    expect(Object.keys(listed ?? {})).toHaveLength(files.length)
  })
})
