/** A part to react in: a disc appears after a wait that nobody can foresee, or does not. */
import type { LoggedReactions } from '../../core/rhythm/log.ts'
import type { ReactionPlan } from '../../core/rhythm/plan.ts'
import type { Kit } from './kit.ts'

/** How long a disc stays, and how long is waited where there is none, ms. */
const STAYS_MS = { target: 1500, catch: 1000 } as const

/** Runs the part. Out: when each disc was shown and what was pressed first, ms of the page's clock. */
export async function runReactPart({ targets }: ReactionPlan, kit: Kit): Promise<LoggedReactions> {
  const logged: LoggedReactions['targets'] = []
  kit.stage.clear()
  kit.frameLog.cut()
  for (const target of targets) logged.push(await runTarget(target, kit))
  return { kind: 'react', targets: logged, longFrames: kit.frameLog.cut() }
}

async function runTarget(
  { waitMs, isCatch }: ReactionPlan['targets'][number],
  kit: Kit,
): Promise<LoggedReactions['targets'][number]> {
  const before = kit.presses.length
  const pressed = () => kit.presses.slice(before).map(({ at }) => at)
  let from: number | undefined
  let shownAt: number | undefined
  await kit.frames((at) => {
    from ??= at
    if (at - from < waitMs) return false
    if (shownAt === undefined) {
      shownAt = at
      kit.stage.target(!isCatch)
      return false
    }
    const since = shownAt
    const isAnswered = !isCatch && pressed().some((time) => time > since)
    return isAnswered || at - since >= (isCatch ? STAYS_MS.catch : STAYS_MS.target)
  })
  kit.stage.target(false)
  return { isCatch, shownAt: shownAt ?? 0, pressedAt: pressed()[0] ?? null }
}
