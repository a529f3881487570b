/** The pictures of a report: read in its transaction, drawn after it. */
import { mapViewOf, type MapView } from '../core/map-view.ts'
import { mapLines } from '../core/map-words.ts'
import type { ReportPicture, ReportRound } from '../core/report.ts'
import { timelineViewOf, type TimelineView } from '../core/timeline-view.ts'
import { timelineLines } from '../core/timeline-words.ts'
import { claimOf } from './card-picture.ts'
import type { PictureShape, Ports } from './ports.ts'
import type { CaseRecord, RoundRecord, Tx } from './records.ts'

/** What is to be drawn of a round. */
export interface RoundPictures {
  map: MapView | null
  timeline: TimelineView | null
}

/** Rounds whose pictures are drawn, latest first; older ones have them in words. Each takes some 150 KB. Source: our judgement, 2026-11-25. */
const MOST_DRAWN = 6

/** What is to be drawn of a round. Out: nothing once its raw readings are erased. */
export async function readPictures(
  tx: Tx,
  kase: CaseRecord,
  round: RoundRecord,
): Promise<RoundPictures> {
  const signals = await tx.signals.ofRound(round.id)
  if (signals.length === 0) return { map: null, timeline: null }
  const claim = kase.claims?.place ?? null
  return {
    map: mapViewOf([...claimOf(kase, round), ...signals]),
    timeline: timelineViewOf({ ...round, claim }, signals),
  }
}

/** Draws what was read. In: as many entries as rounds. Out: the rounds with their pictures; one that cannot be drawn keeps its words. */
export function drawRounds(
  { pictures }: Pick<Ports, 'pictures'>,
  rounds: readonly ReportRound[],
  read: readonly RoundPictures[],
): Promise<ReportRound[]> {
  return Promise.all(
    rounds.map(async (round, index) => {
      const { map = null, timeline = null } = read[index] ?? {}
      const isDrawn = index < MOST_DRAWN
      const id = (kind: string, shape: PictureShape) => `${kind}-${round.number}-${shape}`
      return {
        ...round,
        map: map && {
          lines: mapLines(map),
          svg: isDrawn
            ? await bothShapes((shape) => pictures.map(map, shape, id('map', shape)))
            : null,
        },
        timeline: timeline && {
          lines: timelineLines(timeline),
          svg: isDrawn
            ? await bothShapes((shape) => pictures.timeline(timeline, shape, id('time', shape)))
            : null,
        },
      }
    }),
  )
}

/** A report without a picture is better than none. */
async function bothShapes(
  draw: (shape: PictureShape) => Promise<string>,
): Promise<ReportPicture['svg']> {
  try {
    return { wide: await draw('wide'), narrow: await draw('narrow') }
  } catch {
    return null
  }
}
