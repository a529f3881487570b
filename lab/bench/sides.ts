/** Sides of a bench, each a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A running side. */
export interface Side<T> {
  /** What it printed first. */
  first: T
  /** Sends it a line. Out: the line that it prints in answer. */
  ask(line: string): Promise<unknown>
}

/** Starts a side. In: where to note its process, its file, its arguments. */
export async function startSide<T>(
  processes: ChildProcess[],
  file: URL,
  ...args: string[]
): Promise<Side<T>> {
  const side = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(file), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  processes.push(side)
  const lines = createInterface(side.stdout)[Symbol.asyncIterator]()
  const next = async (): Promise<unknown> => {
    const { value, done } = await lines.next()
    if (done === true) throw new Error(`${args[0] ?? ''} ended`)
    return JSON.parse(value)
  }
  return {
    // Whoever starts a side knows what it prints.
    first: (await next()) as T,
    ask(line) {
      side.stdin.write(`${line}\n`)
      return next()
    },
  }
}

/** Ends them all. */
export function endSides(processes: readonly ChildProcess[]): void {
  for (const side of processes) side.kill()
}
