/** Walking through JSON and noting what breaks a rule, each with the place where it stands. */

/** One thing that a platform would refuse. */
export interface Fault {
  /** Where: "/blocks/2/text". */
  path: string
  limit: string
  got: string
}

/** Whether this is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What a text or string may be. */
interface TextRule {
  most: number
  required?: boolean
  /** Only `plain_text`. */
  plain?: boolean
}

/** What a list may be. */
interface ListRule {
  least?: number
  most?: number
  required?: boolean
}

/** An object in its place, with the questions that rules ask of it. Each question notes its own faults. */
export interface Node {
  path: string
  value: unknown
  type: string
  string(name: string, rule: TextRule & { least?: number }): void
  /** A text object of `plain_text` or `mrkdwn`. */
  text(name: string, rule: TextRule): void
  /** This object itself as a text object. */
  isText(rule: TextRule): void
  number(name: string, least: number, most: number): void
  oneOf(name: string, allowed: readonly string[], required?: boolean): string | undefined
  /** The objects of a list. */
  list(name: string, rule: ListRule): Node[]
  child(name: string, required?: boolean): Node | undefined
  present(name: string, limit: string): void
  absent(name: string, limit: string): void
  fault(limit: string, got: string): void
  /** All objects inside, deepest last, with this one first. */
  descendants(): Node[]
}

/** A notebook of faults, and the way into a JSON value. */
export function createFindings(): { faults: Fault[]; at(value: unknown, path: string): Node } {
  const faults: Fault[] = []
  const note = (path: string, limit: string, got: string) => faults.push({ path, limit, got })

  function checkLength(text: string, path: string, most: number, least: number): void {
    if (text.length > most) note(path, `at most ${most} characters`, `${text.length}`)
    if (text.trim().length < least) note(path, `at least ${least} characters`, `${text.length}`)
  }

  function at(value: unknown, path: string): Node {
    const object = isObject(value) ? value : {}
    if (!isObject(value)) note(path, 'an object', typeName(value))
    const type = typeof object['type'] === 'string' ? object['type'] : ''
    const isMissing = (name: string, required = false): boolean => {
      const missing = object[name] === undefined
      if (missing && required) note(`${path}/${name}`, 'required', 'nothing')
      return missing
    }
    const node: Node = {
      path,
      value,
      type,
      string(name, { most, least, required }) {
        if (isMissing(name, required)) return
        const text = object[name]
        if (typeof text !== 'string') note(`${path}/${name}`, 'a string', typeName(text))
        else checkLength(text, `${path}/${name}`, most, least ?? (required ? 1 : 0))
      },
      text(name, rule) {
        if (isMissing(name, rule.required)) return
        at(object[name], `${path}/${name}`).isText(rule)
      },
      isText({ most, plain }) {
        const allowed = plain ? ['plain_text'] : ['plain_text', 'mrkdwn']
        node.oneOf('type', allowed, true)
        if (type === 'mrkdwn') node.absent('emoji', 'only in plain_text')
        if (type === 'plain_text') node.absent('verbatim', 'only in mrkdwn')
        node.string('text', { most, required: true })
      },
      number(name, least, most) {
        if (isMissing(name)) return
        const got = object[name]
        if (typeof got !== 'number' || got < least || got > most) {
          note(`${path}/${name}`, `${least} to ${most}`, String(got))
        }
      },
      oneOf(name, allowed, required) {
        if (isMissing(name, required)) return undefined
        const got = object[name]
        const found = allowed.find((word) => word === got)
        if (found === undefined) note(`${path}/${name}`, allowed.join(', '), String(got))
        return found
      },
      list(name, { least = 0, most = Infinity, required }) {
        if (isMissing(name, required)) return []
        const items = object[name]
        if (!Array.isArray(items)) {
          note(`${path}/${name}`, 'a list', typeName(items))
          return []
        }
        if (items.length > most) note(`${path}/${name}`, `at most ${most}`, `${items.length}`)
        if (items.length < least) note(`${path}/${name}`, `at least ${least}`, `${items.length}`)
        return items.map((item, index) => at(item, `${path}/${name}/${index}`))
      },
      child(name, required) {
        return isMissing(name, required) ? undefined : at(object[name], `${path}/${name}`)
      },
      present(name, limit) {
        if (object[name] === undefined) note(`${path}/${name}`, limit, 'nothing')
      },
      absent(name, limit) {
        if (object[name] !== undefined) note(`${path}/${name}`, limit, typeName(object[name]))
      },
      fault: (limit, got) => note(path, limit, got),
      descendants: () => inside(value, path).map(([part, where]) => at(part, where)),
    }
    return node
  }
  return { faults, at }
}

/** All objects inside a value, with their places. */
function inside(value: unknown, path: string): [object, string][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => inside(item, `${path}/${index}`))
  if (!isObject(value)) return []
  const parts = Object.entries(value).flatMap(([name, part]) => inside(part, `${path}/${name}`))
  return [[value, path], ...parts]
}

function typeName(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'a list' : typeof value
}
