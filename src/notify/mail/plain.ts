/** A mail as plain text. */
import type { Letter, Part } from './parts.ts'

/** Draws it: parts apart by empty lines, headings marked. */
export function plainText({ parts }: Letter): string {
  return `${parts.map(plainPart).join('\n\n')}\n`
}

function plainPart(part: Part): string {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'heading':
      return `## ${part.text}`
    case 'facts':
      return part.facts.map(({ name, value }) => `${name}: ${value}`).join('\n')
    case 'link':
      return `${part.label}:\n${part.url}`
  }
}
