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

  test('holds plug-ins; what they share is in folders of its own', () => {
    const strangers = readdirSync(path, { withFileTypes: true })
      .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
      .filter((name) => !/^[a-z0-9-]+(\/|\.tsx?)$/.test(name))
    expect(strangers).toEqual([])
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
