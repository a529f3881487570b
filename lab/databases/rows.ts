/** Rows of results, and how they are shown. */

/** One line of figures: counts, shares 0…1, km, or why there is none. */
export type Row = Record<string, string | number | null>

/** Prints a table per part, as Markdown. */
export function printRows(rows: readonly Row[]): void {
  const parts = [...new Set(rows.map(({ part }) => part))]
  for (const part of parts) {
    const own = rows.filter((row) => row['part'] === part)
    const names = Object.keys(own[0] ?? {}).filter((name) => name !== 'part')
    console.log(`\n${String(part)}\n`)
    console.log(`| ${names.join(' | ')} |`)
    console.log(`|${names.map(() => '---|').join('')}`)
    for (const row of own) console.log(`| ${names.map((name) => cell(row[name])).join(' | ')} |`)
  }
}

function cell(value: Row[string] | undefined): string {
  if (value === undefined || value === null) return '–'
  return typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(4) : String(value)
}
