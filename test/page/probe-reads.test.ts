/** What probes read is what the notice says: each property of the browser that a probe touches has its words there. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { NOTICE_ITEMS } from '../../src/page/notice-items.ts'
import { probes } from '../../src/page/probes/index.ts'
import { en } from '../../src/texts/en.ts'

const VERSIONS = /browser and system, their versions, and the kind and model of your device/
const GRAPHICS = /graphics processor/
const SCREEN = /size of your screen/
const FUNCTIONS = /the functions that tell such things/
const INPUT =
  /rhythm in which your mouse moves .* keys are pressed .* never where, never which keys/

/** What probes read of the browser, and the words of the notice that cover it; null for what tells nothing by itself. */
const covers: Readonly<Record<string, RegExp | null>> = {
  'AgentData.brands': VERSIONS,
  'AgentData.getHighEntropyValues': VERSIONS,
  'AgentData.mobile': VERSIONS,
  'AgentData.platform': VERSIONS,
  'Connection.type': /stays connected/,
  'Date.getTimezoneOffset': /(zone|clock) .*(summer time|beside it)/,
  'Date.getUTCFullYear': null,
  'DateConstructor.prototype': FUNCTIONS,
  'DateTimeFormat.resolvedOptions': null,
  'DateTimeFormatConstructor.prototype': FUNCTIONS,
  'Details.architecture': VERSIONS,
  'Details.bitness': VERSIONS,
  'Details.model': VERSIONS,
  'Details.platformVersion': VERSIONS,
  'Document.body': null,
  'Document.createElement': null,
  'Document.hasFocus': /has the keyboard/,
  'Document.visibilityState': /in front/,
  'Function.toString': FUNCTIONS,
  'FunctionConstructor.prototype': FUNCTIONS,
  'HTMLCanvasElement.getContext': null,
  'HTMLElement.append': null,
  'HTMLIFrameElement.contentWindow': null,
  'HTMLIFrameElement.hidden': null,
  'HTMLIFrameElement.remove': null,
  'Intl.DateTimeFormat': null,
  'KeyboardEvent.altKey': null,
  'KeyboardEvent.code': /never which keys/,
  'KeyboardEvent.ctrlKey': null,
  'KeyboardEvent.isComposing': null,
  'KeyboardEvent.isTrusted': null,
  'KeyboardEvent.metaKey': null,
  'KeyboardEvent.repeat': null,
  'KeyboardEvent.timeStamp': INPUT,
  'KeyboardEvent.type': INPUT,
  'MediaQueryList.matches': null,
  'MessageEvent.data': null,
  'Navigator.connection': /stays connected/,
  'Navigator.hardwareConcurrency': /number of processors/,
  'Navigator.onLine': /stays connected/,
  'Navigator.platform': /platform/,
  'Navigator.userAgent': /browser says .* its name/,
  'Navigator.userAgentData': VERSIONS,
  'Navigator.webdriver': /a program drives it/,
  'Performance.now': null,
  'PointerEvent.clientX': INPUT,
  'PointerEvent.clientY': INPUT,
  'PointerEvent.getCoalescedEvents': INPUT,
  'PointerEvent.isTrusted': null,
  'PointerEvent.pointerType': /your mouse/,
  'PointerEvent.timeStamp': INPUT,
  'PropertyDescriptor.get': FUNCTIONS,
  'PropertyDescriptor.value': FUNCTIONS,
  'ResolvedDateTimeFormatOptions.timeZone': /time zone/,
  'Screen.height': SCREEN,
  'Screen.width': SCREEN,
  'Told.deviceMemory': /memory/,
  'Told.hardwareConcurrency': /number of processors/,
  'Told.maxTouchPoints': /touch points/,
  'Told.platform': /platform/,
  'WEBGL_debug_renderer_info.UNMASKED_RENDERER_WEBGL': GRAPHICS,
  'WEBGL_debug_renderer_info.UNMASKED_VENDOR_WEBGL': GRAPHICS,
  'WEBGL_lose_context.loseContext': null,
  'WebGLRenderingContext.RENDERER': GRAPHICS,
  'WebGLRenderingContext.VENDOR': GRAPHICS,
  'WebGLRenderingContext.getExtension': null,
  'WebGLRenderingContext.getParameter': null,
  'Window.Function': FUNCTIONS,
  'Worker.terminate': null,
  '__type.prototype': FUNCTIONS,
  devicePixelRatio: /size of your screen|your mouse moves/,
  'toString.call': FUNCTIONS,
}

/** Parts of probes: what they hold was read elsewhere, and is looked at there. */
const OWN = /^(KeyTurn|Movements?|Pace|Presses|Step|World)\./

/** The language itself, timers and events: they tell nothing of the device. */
const HARMLESS =
  /^(Array|DOMException|JSON|Math|Number|Object|Promise|ReadonlyArray|RegExp|Set|String|__object)(Constructor)?\.|^DateConstructor\.UTC$|(^|\.)(add|remove)EventListener$|^(set|clear)(Timeout|Interval)$|^Infinity$/

const PRIMITIVE = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike

/** A probe's file, with what it imports of the page besides the contract. */
function filesOf(path: string): string[] {
  const imported = [...readFileSync(path, 'utf8').matchAll(/^import \{.*from '(\.\.?\/[^']+)'/gm)]
    .map(([, name = '']) => join(dirname(path), name))
    .filter((file) => !/\/core\/|\/probe\.ts$/.test(file))
  return [path, ...imported.flatMap(filesOf)]
}

const pathOf = (name: string) =>
  `src/page/probes/${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`
const program = ts.createProgram(
  probes.map(({ name }) => pathOf(name)),
  { lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'], types: [], strict: true },
)
const checker = program.getTypeChecker()

/** The type whose property is read, by name: "Navigator". An intersection goes by its first part, null is left out. */
function typeName(node: ts.Node): string {
  const type = checker.getNonNullableType(checker.getTypeAtLocation(node))
  const [first = type] = type.isIntersection() ? type.types : []
  return checker.getApparentType(first).symbol?.name ?? ''
}

/** What a file reads: properties by their type, and globals that are values by themselves. */
function readsOf(path: string): string[] {
  const reads: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      reads.push(`${typeName(node.expression)}.${node.name.text}`)
    } else if (ts.isObjectBindingPattern(node) && ts.isVariableDeclaration(node.parent)) {
      const of = node.parent.initializer ?? node
      reads.push(...node.elements.map(({ name }) => `${typeName(of)}.${name.getText()}`))
    } else if (ts.isIdentifier(node)) {
      const declared = checker.getSymbolAtLocation(node)?.valueDeclaration
      const isGlobal =
        declared?.getSourceFile().isDeclarationFile && !ts.isPropertyAccessExpression(node.parent)
      if (isGlobal && checker.getTypeAtLocation(node).flags & PRIMITIVE) reads.push(node.text)
    }
    ts.forEachChild(node, visit)
  }
  const file = program.getSourceFile(path)
  if (file !== undefined) visit(file)
  return reads.filter((read) => !HARMLESS.test(read) && !OWN.test(read))
}

test.each(probes.map(({ name }) => name))(
  'the probe %s reads of the browser only what its line of the notice names',
  (name) => {
    const item = NOTICE_ITEMS.find(({ signals: of }) => of.includes(name))
    const words = item && en.items[item.text]
    const notice = `${words?.title ?? ''}. ${words?.why ?? ''}`
    const reads = filesOf(pathOf(name)).flatMap(readsOf)
    expect(reads.length).toBeGreaterThan(0)
    expect([...new Set(reads)].filter((read) => !(read in covers))).toEqual([])
    for (const read of reads) {
      expect(notice).toMatch(covers[read] ?? /./)
    }
  },
)
