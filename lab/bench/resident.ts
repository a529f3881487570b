/** Memory and processor time of other processes. */
import { readFileSync } from 'node:fs'

/** Resident memory of a process; Linux only, else not a number. */
export function residentMb(pid: number): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
  } catch {
    return Number.NaN
  }
}

/** Ticks of a process's clock in a second. Source: proc(5), sysconf(_SC_CLK_TCK), 100 on Linux. */
const TICKS_PER_S = 100

/** Processor time that a process has used, s; Linux only, else not a number. */
export function processorSec(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
    // The name, which may hold spaces, stands in brackets; user and system time are the 12th and 13th field after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_S
  } catch {
    return Number.NaN
  }
}
