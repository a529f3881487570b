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

/** The text of a literal; undefined for anything else. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text
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

/** The texts of a file. In: its path, and what stands in it where that is not on the disk. */
export function inlineTexts(path: string, source = readFileSync(path, 'utf8')): string[] {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (isUnread(node)) return
    const text = textOf(node)
    if (ts.isJsxText(node) && WORD.test(node.text)) found.push(node.text.trim())
    else if (text !== undefined && (SENTENCE.test(text) || (isRead(node) && WORD.test(text)))) {
      found.push(text.replaceAll(PLACE, '…'))
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, kind))
  return found
}
