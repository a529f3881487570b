/** docs/bundle.schema.json: the JSON Schema of a bundle for offline assessment. */
import { z } from 'zod'
import { bundleSchema } from '../../src/core/bundle.ts'
import type { Output } from './output.ts'

/** The document. */
export function bundleJsonSchema(): Output {
  const schema = z.toJSONSchema(bundleSchema, { io: 'input' })
  return { path: 'docs/bundle.schema.json', text: `${JSON.stringify(schema, null, 2)}\n` }
}
