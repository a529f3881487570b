/** What a mail says, part by part: its plain text and its HTML are made from the same. */

/** A part, from top to bottom. All text is plain. */
export type Part =
  | { kind: 'text'; text: string; quiet?: boolean }
  | { kind: 'heading'; text: string }
  | { kind: 'facts'; facts: readonly { name: string; value: string }[] }
  | { kind: 'link'; label: string; url: string }

/** A mail before it is drawn. */
export interface Letter {
  /** BCP 47 tag of its language. */
  language: string
  subject: string
  parts: readonly Part[]
}
