/** Reads what the system says of processes, sockets and names. */

/** State of a socket that listens. Source: include/net/tcp_states.h of Linux 6.1 (read 2026-11-25). */
const LISTEN = '0A'

/** Whether a table of sockets (/proc/PID/net/tcp) has one that listens on a port. */
export function listensOn(table: string, port: number): boolean {
  return table.split('\n').some((line) => {
    const [, local = '', , state] = line.trim().split(/\s+/)
    return state === LISTEN && Number.parseInt(local.split(':')[1] ?? '', 16) === port
  })
}

/** The processes that names of namespaces and folders of this laboratory belong to, each once. */
export function ownersOf(names: readonly string[]): number[] {
  const pids = names.flatMap((name) => /^wblab(\d+)-/.exec(name)?.[1] ?? [])
  return [...new Set(pids)].map(Number)
}
