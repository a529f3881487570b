/** The table of docs/demo.md: what each simulated person should get. */
import { readFileSync } from 'node:fs'

/** A row, or what the product gave instead. */
export interface DemoResult {
  overall: string
  place: string
  control: string
  continuity: string
  record: string
  /** Checks whose findings weigh against the claim, and for it; sorted. */
  against: string[]
  for: string[]
}

const COLUMNS = ['who', 'overall', 'place', 'control', 'continuity', 'record', 'against', 'for']

/** Rows by the person's id. Fails: when the table is not there or has other columns. */
export function readDemoTable(path = 'docs/demo.md'): Map<string, DemoResult> {
  const lines = readFileSync(path, 'utf8').split('\n')
  const head = lines.indexOf(`| ${COLUMNS.join(' | ')} |`)
  if (head === -1) throw new Error(`expected a table with ${COLUMNS.join(', ')} in ${path}`)
  const end = lines.findIndex((line, i) => i > head && !line.startsWith('|'))
  return new Map(lines.slice(head + 2, end).map(readRow))
}

function readRow(line: string): [string, DemoResult] {
  const cells = line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
  if (cells.length !== COLUMNS.length) throw new Error(`expected 8 cells, got ${line}`)
  const [who = '', overall = '', place = '', control = '', continuity = '', record = ''] = cells
  const checks = (cell = '') => [...cell.matchAll(/`([a-z-]+)`/g)].map(([, id]) => id ?? '').sort()
  const result = { overall, place, control, continuity, record }
  return [who.replaceAll('`', ''), { ...result, against: checks(cells[6]), for: checks(cells[7]) }]
}
