/** Writes every generated file; with `--check` only names the stale ones and fails. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { indexes } from './gen/indexes.ts'
import type { Output } from './gen/output.ts'

const checking = process.argv.includes('--check')
let stale = 0

/** Writes a file whose text changed, or names it. */
function settle({ path, text }: Output): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return
  stale += 1
  if (checking) {
    console.error(`stale: ${path}`)
    return
  }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  console.log(`wrote ${path}`)
}

// The other generators import the indexes, so they are loaded after these are written.
for (const output of indexes()) settle(output)
if (!checking || stale === 0) {
  const { checksDoc } = await import('./gen/checks-doc.ts')
  settle(checksDoc())
  const { cardsDoc } = await import('./gen/cards-doc.ts')
  settle(cardsDoc())
  const { commandsDoc } = await import('./gen/commands-doc.ts')
  settle(commandsDoc())
  const { envExample } = await import('./gen/env-example.ts')
  settle(envExample())
  const { bundleJsonSchema } = await import('./gen/bundle-json-schema.ts')
  settle(bundleJsonSchema())
  const { storedDataDoc } = await import('./gen/stored-data-doc.ts')
  settle(storedDataDoc())
  const { noticeText } = await import('./gen/notice-text.ts')
  settle(noticeText())
}
if (checking && stale > 0) {
  console.error('Run: npm run gen')
  process.exitCode = 1
}
