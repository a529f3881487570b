/** Whether functions of the browser that tell something are the browser's own. They are looked at, not called. */

/** What tells of the device: where the function hangs, and its name there. The first is how a reading names it. */
const told: readonly (readonly [name: string, owner: () => object, key: string])[] = [
  ['Function.toString', () => Function.prototype, 'toString'],
  ['Date', () => globalThis, 'Date'],
  ['Date.getTimezoneOffset', () => Date.prototype, 'getTimezoneOffset'],
  ['Intl.DateTimeFormat', () => Intl, 'DateTimeFormat'],
  ['Intl.DateTimeFormat.resolvedOptions', () => Intl.DateTimeFormat.prototype, 'resolvedOptions'],
  ['navigator.userAgent', () => Navigator.prototype, 'userAgent'],
  ['navigator.userAgentData', () => Navigator.prototype, 'userAgentData'],
  ['navigator.platform', () => Navigator.prototype, 'platform'],
  ['navigator.webdriver', () => Navigator.prototype, 'webdriver'],
  ['navigator.hardwareConcurrency', () => Navigator.prototype, 'hardwareConcurrency'],
  ['navigator.deviceMemory', () => Navigator.prototype, 'deviceMemory'],
  ['navigator.maxTouchPoints', () => Navigator.prototype, 'maxTouchPoints'],
  ['screen.width', () => Screen.prototype, 'width'],
  ['screen.height', () => Screen.prototype, 'height'],
  ['WebGL.getParameter', () => WebGLRenderingContext.prototype, 'getParameter'],
]

/** Names of all that is looked at, as a reading gives them. */
export const lookedAt: readonly string[] = told.map(([name]) => name)

/** Names of the functions that are not the browser's own. Out: none where the browser has no such function. */
export function replacedFunctions(): string[] {
  const print = printerOfAnotherWorld()
  return told.filter((entry) => isReplaced(entry, print)).map(([name]) => name)
}

/**
 * Prints functions by an empty frame's own means: what was replaced in this page was not in there, unless on purpose.
 * The frame is never seen and gone at once. Where there can be none, the page's own means have to do.
 */
function printerOfAnotherWorld(): (of: unknown) => string {
  const frame = document.createElement('iframe')
  frame.hidden = true
  document.body.append(frame)
  const world = frame.contentWindow as (Window & typeof globalThis) | null
  const print = world?.Function.prototype.toString ?? Function.prototype.toString
  frame.remove()
  return (of) => print.call(of)
}

/** Whether what stands there prints otherwise than the browser's own, or hides it from before. */
function isReplaced(
  [name, owner, key]: (typeof told)[number],
  print: (of: unknown) => string,
): boolean {
  try {
    const stands = Object.getOwnPropertyDescriptor(owner(), key)
    if (stands === undefined) return false
    const own = stands.get ?? (stands.value as unknown)
    return typeof own !== 'function' || !isNative(print(own), key) || isHidden(name, key)
  } catch {
    // A class that this browser has not, as WebGL where it is switched off.
    return false
  }
}

/** Browsers print their own functions alike but for white space, and getters with or without `get`. Source: ECMA-262 §20.2.3.5. */
function isNative(text: string, key: string): boolean {
  const plain = text.replace(/\s+/g, ' ').replace('function get ', 'function ')
  return plain.replaceAll(' ', '') === `function${key}(){[nativecode]}`
}

/** Whether the object of a page has a property of its own before that of its class. */
function isHidden(name: string, key: string): boolean {
  const [object] = name.split('.')
  if (object === 'navigator') return Object.hasOwn(navigator, key)
  return object === 'screen' && Object.hasOwn(screen, key)
}
