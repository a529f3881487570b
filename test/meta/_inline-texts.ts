/** Finds texts that a file says by itself instead of taking them from the catalogue. */
import { readFileSync } from 'node:fs'
import ts from 'typescript'

/** Stands for what a template puts in. */
const PLACE = '\uFFFC'

/** Two words beside each other, one of which has two letters; a word beside a place counts as well. */
const SENTENCE = new RegExp(
  `\\p{L}{2}[,.:;…]? (?:\\p{L}|${PLACE})|(?:\\p{L}|${PLACE}) \\p{L}{2}`,
  'u',
)

/** Our name, a command as it is typed, the type of a document, a selector of style sheets: no language has another for them. */
const SAME_EVERYWHERE = new RegExp(
  `^(?:Whereabouts|/verify(?: [a-z${PLACE}]+)?|<!doctype html>${PLACE}|\\.[a-z-]+ :is\\([a-z, ]+\\))$`,
)

const WORD = /\p{L}{2}/u

/** What a person reads wherever it is set, even if it is one word. */
const READ = /^(?:label|title|hint|placeholder|summary|intro|submit|words|alt|aria-label)$/

/** Attributes that are no words. */
const UNREAD_ATTRIBUTE = /^(?:class|rel|d|content|viewBox|transform|fill|stroke.*|font.*)$/

/** Lines of the log and messages of errors are for the operator; those of an `AppError` are shown to whoever caused it. */
function isForOperators(node: ts.Node): boolean {
  if (ts.isCallExpression(node)) return /(?:^|\.)log$/.test(node.expression.getText())
  if (!ts.isNewExpression(node)) return false
  const name = node.expression.getText()
  return name !== 'AppError' && /Error$/.test(name)
}

function isUnread(node: ts.Node): boolean {
  return (
    ts.isImportDeclaration(node) ||
    ts.isTypeNode(node) ||
    (ts.isJsxAttribute(node) && UNREAD_ATTRIBUTE.test(node.name.getText())) ||
    isForOperators(node)
  )
}

/** The text of a literal or of an element; undefined for anything else. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return node.text
  if (!ts.isTemplateExpression(node)) return undefined
  return node.head.text + node.templateSpans.map(({ literal }) => PLACE + literal.text).join('')
}

/** Whether a literal stands where only words stand. */
function isRead({ parent }: ts.Node): boolean {
  return (
    (ts.isPropertyAssignment(parent) || ts.isJsxAttribute(parent)) &&
    READ.test(parent.name.getText().replaceAll("'", ''))
  )
}

function isForPeople(node: ts.Node, text: string): boolean {
  return SENTENCE.test(text) || ((ts.isJsxText(node) || isRead(node)) && WORD.test(text))
}

/** The texts of a file. In: its path, and what stands in it where that is not on the disk. */
export function inlineTexts(path: string, source = readFileSync(path, 'utf8')): string[] {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (isUnread(node)) return
    const text = textOf(node)?.trim()
    if (text !== undefined && !SAME_EVERYWHERE.test(text) && isForPeople(node, text)) {
      found.push(text.replaceAll(PLACE, '…'))
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, kind))
  return found
}
