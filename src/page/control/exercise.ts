/** The whole exercise, part after part, and what comes of it: times, which the server sums up and forgets. */
import type { ControlLog } from '../../core/rhythm/log.ts'
import type { BlockPlan, ControlPlan, Variant } from '../../core/rhythm/plan.ts'
import { fill } from '../../texts/fill.ts'
import { runJumpPart, runVanishPart } from './beat-part.ts'
import { COARSE_STEP_MS, clockStep, stepOfTimes } from './clock-step.ts'
import { createKit, ExerciseEnded, type Kit } from './kit.ts'
import { mostUsed } from './presses.ts'
import { runReactPart } from './react-part.ts'
import type { Stage } from './stage.ts'
import { runTapPart } from './tap-part.ts'

/** Slower frames make no ball to follow, ms; the server decides, this spares the person the rest. */
const SLOW_FRAME_MS = 50

/** What is to be followed. */
const FIGURES = { usual: 'ball', calm: 'hand', slow: 'ball' } as const satisfies Readonly<
  Record<Variant, string>
>

/** What vanishes. */
const VANISHING = {
  usual: 'vanishingBall',
  calm: 'vanishingHand',
  slow: 'vanishingBall',
} as const satisfies Readonly<Record<Variant, string>>

/**
 * Runs an exercise.
 *
 * In: the plan as the server sent it, and when it came, ms of the page's clock. Out: its log; a short one where nothing
 * can come of it. Fails: `ExerciseEnded` when the person stopped it.
 */
export async function runExercise(
  stage: Stage,
  plan: ControlPlan,
  origin: number,
  ending: AbortSignal,
): Promise<ControlLog> {
  const kit = createKit(stage, ending)
  const stepMs = clockStep()
  const logOf = (blocks: ControlLog['blocks'], wasHidden: boolean): ControlLog => ({
    variant: plan.variant,
    input: mostUsed(kit.presses),
    blocks: blocks.map((block) => sinceOrigin(block, origin)),
    clockStepMs: Math.min(1000, Math.max(stepMs, stepOfTimes(kit.presses.map(({ at }) => at)))),
    frameMs: Math.min(1000, kit.frameLog.medianMs()),
    wasHidden,
    elapsedMs: performance.now() - origin,
  })
  try {
    if (stepMs > COARSE_STEP_MS) return logOf([], false)
    stage.open(plan.variant)
    await runPractice(plan, kit)
    if (kit.frameLog.medianMs() > SLOW_FRAME_MS) return logOf([], false)
    const blocks = await runParts(plan, kit)
    await thank(kit)
    return logOf(blocks, false)
  } catch (error) {
    if (error instanceof ExerciseEnded && error.why === 'hidden') return logOf([], true)
    throw error
  } finally {
    kit.stop()
    stage.close()
  }
}

async function runPractice({ variant, practice }: ControlPlan, kit: Kit): Promise<void> {
  if (practice === null) return
  const { texts } = kit.stage
  kit.stage.words(texts.practise, `${texts[FIGURES[variant]]} ${texts.anyKey}`)
  await kit.nextPress()
  await runTapPart(practice, kit)
}

async function runParts({ variant, blocks }: ControlPlan, kit: Kit): Promise<ControlLog['blocks']> {
  const { texts } = kit.stage
  const done: ControlLog['blocks'] = []
  for (const [i, block] of blocks.entries()) {
    const words = {
      tap: i === 0 ? `${texts.counts} ${texts[FIGURES[variant]]}` : texts.again,
      react: texts.react,
      vanish: texts[VANISHING[variant]],
      jump: texts.jump,
    }
    const part = fill(texts.part, { number: String(i + 1), all: String(blocks.length) })
    kit.stage.words(part, words[block.kind])
    await kit.nextPress()
    done.push(await runPart(block, kit))
  }
  return done
}

function runPart(block: BlockPlan, kit: Kit): Promise<ControlLog['blocks'][number]> {
  switch (block.kind) {
    case 'tap':
      return runTapPart(block, kit)
    case 'react':
      return runReactPart(block, kit)
    case 'vanish':
      return runVanishPart(block, kit)
    case 'jump':
      return runJumpPart(block, kit)
  }
}

/** How long the end is shown, ms: longer than a key or finger stays down. */
const THANKS_MS = 800

async function thank(kit: Kit): Promise<void> {
  let from: number | undefined
  kit.stage.thanks()
  await kit.frames((at) => {
    from ??= at
    return at - from >= THANKS_MS
  })
}

/** Times of a part as the server reads them: since the plan came. */
function sinceOrigin(
  block: ControlLog['blocks'][number],
  origin: number,
): ControlLog['blocks'][number] {
  const since = (at: number) => Math.max(0, at - origin)
  const longFrames = block.longFrames.map(([from, to]): [number, number] => [
    since(from),
    since(to),
  ])
  const sinceOrNull = (at: number | null) => (at === null ? null : since(at))
  if (block.kind === 'react') {
    const targets = block.targets.map((target) => ({
      ...target,
      shownAt: since(target.shownAt),
      pressedAt: sinceOrNull(target.pressedAt),
    }))
    return { ...block, targets, longFrames }
  }
  const all = { beats: block.beats.map(since), taps: block.taps.map(since), longFrames }
  return block.kind === 'vanish'
    ? { ...block, ...all, vanishedAt: block.vanishedAt.map(sinceOrNull) }
    : { ...block, ...all }
}
