/** Which texts of managers the product uses, found by the compiler: through names, destructuring and keys that are computed. */
import { readdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import ts from 'typescript'

const CATALOGUE = resolve('src/texts/managers/en')

/** The product's own files: packages are left out, as none of them knows a text of ours. */
function ownProgram(): ts.Program {
  const files = ['src', 'commands'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => resolve(room, name)),
  )
  const known = new Set(files)
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    lib: ['lib.es2023.d.ts'],
    types: [],
    strict: true,
    jsx: ts.JsxEmit.Preserve,
    allowImportingTsExtensions: true,
    noEmit: true,
  }
  const host = ts.createCompilerHost(options)
  host.resolveModuleNameLiterals = (literals, from) =>
    literals.map(({ text }) => {
      const path = resolve(dirname(from), text)
      const isOwn = text.startsWith('.') && known.has(path)
      if (!isOwn) return { resolvedModule: undefined }
      const extension = path.endsWith('x') ? ts.Extension.Tsx : ts.Extension.Ts
      return { resolvedModule: { resolvedFileName: path, extension } }
    })
  return ts.createProgram(files, options, host)
}

/** Where the catalogue states a key; undefined for what is none of its keys. */
function keyOf(symbol: ts.Symbol | undefined): ts.PropertyAssignment | undefined {
  return symbol?.declarations
    ?.filter(ts.isPropertyAssignment)
    .find((declaration) => dirname(declaration.getSourceFile().fileName) === CATALOGUE)
}

/** "card.round.titles.final" */
function pathOf(key: ts.Node): string {
  const above: string[] = []
  for (let node = key; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isPropertyAssignment(node)) above.unshift(node.name.getText().replaceAll("'", ''))
    if (ts.isVariableDeclaration(node)) above.unshift(node.name.getText())
  }
  return above.join('.')
}

/** Every text of the catalogue by its path, and those of them that are used. */
export function usesOfTexts(): { all: string[]; used: Set<string> } {
  const program = ownProgram()
  const checker = program.getTypeChecker()
  const all: string[] = []
  const used = new Set<string>()

  function collect(node: ts.Node): void {
    if (ts.isPropertyAssignment(node) && !isGroup(node)) all.push(pathOf(node))
    else ts.forEachChild(node, collect)
  }

  /** Uses one key; a group of keys only where it is used as a whole. */
  function use(symbol: ts.Symbol | undefined, isWhole: boolean): void {
    const key = keyOf(symbol)
    if (symbol === undefined || key === undefined) return
    if (!isGroup(key)) used.add(pathOf(key))
    else if (isWhole) useAll(checker.getTypeOfSymbol(symbol))
  }

  function useAll(type: ts.Type): void {
    for (const property of type.getProperties()) use(property, true)
  }

  function visit(node: ts.Node): void {
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = (node.propertyName ?? node.name).getText().replaceAll("'", '')
      use(checker.getTypeAtLocation(node.parent).getProperty(name), false)
    } else if (ts.isPropertyAccessExpression(node)) {
      use(checker.getSymbolAtLocation(node.name), false)
    }
    if ((ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) && isUsedWhole(node)) {
      useAll(checker.getTypeAtLocation(node))
    }
    ts.forEachChild(node, visit)
  }

  for (const file of program.getSourceFiles()) {
    if (dirname(file.fileName) === CATALOGUE) collect(file)
    else if (/from '[^']*\/managers(?:-\w+)?\.ts'/.test(file.text)) visit(file)
  }
  return { all, used }
}

function isGroup({ initializer }: ts.PropertyAssignment): boolean {
  return ts.isObjectLiteralExpression(initializer)
}

/** Whether an expression is handed on, or asked for a key that is computed: then any of its keys may be meant. */
function isUsedWhole(node: ts.Expression): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return false
  if (ts.isImportSpecifier(parent) || ts.isBindingElement(parent)) return false
  if (ts.isVariableDeclaration(parent))
    return parent.initializer === node && parent.type !== undefined
  return ts.isExpression(parent) || ts.isStatement(parent) || ts.isPropertyAssignment(parent)
}
