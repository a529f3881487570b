/** Lets the pages of a browser go before other work of this machine: they stand for a computer of their own. */
import { readdirSync, readFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import type { Crew } from '../network/crew.ts'

/** −20…19, as Chromium gives its threads that draw; the others get 0 or 5, whatever it was started with (156 tried on 2026-11-25). */
const PRIORITY = -8

/** Puts every page of the browsers in a namespace first, with all its threads. */
export async function putPagesFirst(crew: Crew, namespace: string): Promise<void> {
  const inside = await crew.run(['ip', 'netns', 'pids', namespace])
  for (const pid of inside.split('\n').filter(Boolean)) {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')) continue
      for (const thread of readdirSync(`/proc/${pid}/task`)) setPriority(Number(thread), PRIORITY)
    } catch {
      // It ended by itself meanwhile.
    }
  }
}
