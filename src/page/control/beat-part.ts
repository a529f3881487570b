/** Beats of which some vanish or jump: the figure keeps them, and nothing shows that somebody tapped. */
import type { LoggedJumps, LoggedVanishes } from '../../core/rhythm/log.ts'
import type { JumpPlan, VanishPlan } from '../../core/rhythm/plan.ts'
import type { Kit } from './kit.ts'
import { EARLY_MS, LATE_MS, quietMs } from './tap-part.ts'

/** A frame that comes later than that shows the figure for too long, ms: the vanishing then counts for nothing. */
const LATE_FRAME_MS = 50

/** A figure that vanished is there again half a beat after the one it missed. */
const AGAIN = 0.5

/** Beats that vanish. Out: beats and vanishings by the frames that showed them, and taps, ms of the page's clock. */
export async function runVanishPart(plan: VanishPlan, kit: Kit): Promise<LoggedVanishes> {
  const { tempoMs, beatsAt, vanishes } = plan
  const vanishedAt: (number | null)[] = vanishes.map(() => null)
  const spans = vanishes.map(({ beat, beforeMs }): [number, number] => [
    (beatsAt[beat] ?? 0) - beforeMs,
    (beatsAt[beat] ?? 0) + AGAIN * tempoMs,
  ])
  let hidden = -1
  const ran = await runBeats(plan, kit, (since, at) => {
    const now = spans.findIndex(([from, to]) => since >= from && since < to)
    const from = spans[now]?.[0]
    if (from !== undefined && now !== hidden) {
      vanishedAt[now] = since - from <= LATE_FRAME_MS ? at : null
    }
    hidden = now
    return now < 0
  })
  return { kind: 'vanish', ...ran, vanishedAt }
}

/** Beats that jump. Out: beats by the frames that showed them, and taps, ms of the page's clock. */
export async function runJumpPart(plan: JumpPlan, kit: Kit): Promise<LoggedJumps> {
  return { kind: 'jump', ...(await runBeats(plan, kit, () => true)) }
}

/** In: whether the figure is shown in a frame. */
async function runBeats(
  { tempoMs, beatsAt: times }: Pick<JumpPlan, 'tempoMs' | 'beatsAt'>,
  kit: Kit,
  isShown: (since: number, at: number) => boolean,
): Promise<Omit<LoggedJumps, 'kind'>> {
  const quiet = quietMs()
  const before = kit.presses.length
  const lastMs = times.at(-1) ?? 0
  let quietFrom: number | undefined
  let firstAt: number | undefined
  let next = 1
  kit.stage.clear()
  kit.frameLog.cut()
  await kit.frames((at) => {
    quietFrom ??= at
    if (at - quietFrom < quiet) return false
    firstAt ??= at
    const since = at - firstAt
    while (next < times.length - 1 && since >= (times[next] ?? 0)) next += 1
    const [from, to] = [times[next - 1] ?? 0, times[next] ?? 0]
    kit.stage.beat(
      since >= lastMs ? 0 : Math.min(1, (since - from) / (to - from)) % 1,
      isShown(since, at),
    )
    return since >= lastMs + LATE_MS
  })
  const first = firstAt ?? 0
  return {
    tempoMs,
    beats: times.map((time) => first + time),
    taps: kit.presses
      .slice(before)
      .map(({ at }) => at)
      .filter((at) => at >= first - EARLY_MS)
      .sort((a, b) => a - b),
    longFrames: kit.frameLog.cut(),
  }
}
