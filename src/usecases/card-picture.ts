/** The map on a card: as things were measured when the verdict was given. */
import { AppError } from '../core/app-error.ts'
import { mapViewOf, type MapView } from '../core/map-view.ts'
import { mapAlt } from '../core/map-words.ts'
import type { RoundView } from '../core/round-card.ts'
import type { Signal } from '../core/signals.ts'
import type { Ports } from './ports.ts'
import type { Tx } from './records.ts'
import { findRound } from './rounds.ts'

/** What a link to a picture names: a round, and the moment of a verdict on it. */
const PATTERN = /^(round_[0-9a-z]{1,40})-([0-9a-z]{1,12})-([\w-]{43})$/

function sealed(roundId: string, at: number): string {
  return `picture of ${roundId} at ${at}`
}

/** The picture of a round's latest verdict; null where nothing measured says anything of a place, or no longer. */
export async function cardPicture(
  ports: Ports,
  tx: Tx,
  roundId: string,
): Promise<RoundView['picture']> {
  const latest = await tx.verdicts.latest(roundId)
  const view = latest && (await mapAt(tx, roundId, latest.at))
  if (!latest || !view) return null
  const token = `${roundId}-${latest.at.toString(36)}-${ports.seal.of(sealed(roundId, latest.at))}`
  return {
    url: `${ports.settings.publicUrl}/p/${token}.png`,
    alt: mapAlt(view),
    databases: view.databases,
  }
}

/**
 * The picture behind its link, as PNG.
 *
 * Fails: `not-found` for a link that is not ours, and once the case is forgotten or its readings are erased.
 */
export async function readCardPicture(ports: Ports, token: string): Promise<Uint8Array> {
  const [, roundId = '', moment = '', seal = ''] = PATTERN.exec(token) ?? []
  const at = Number.parseInt(moment, 36)
  const isOurs = ports.seal.fits(sealed(roundId, at), seal)
  const view = isOurs ? await ports.store.transaction((tx) => mapAt(tx, roundId, at)) : null
  if (view === null) throw new AppError('not-found', 'There is no such picture, or no longer.')
  return ports.pictures.mapPng(view)
}

/** The map of what was known of a round at a moment; null where there is nothing to show. */
async function mapAt(tx: Tx, roundId: string, at: number): Promise<MapView | null> {
  const { round, kase } = await findRound(tx, roundId)
  const measured = (await tx.signals.ofRound(roundId)).filter((signal) => signal.at <= at)
  return mapViewOf([...claimOf(kase, round), ...measured])
}

/** The stated place as a signal; none once the case is forgotten. */
export function claimOf(
  { claims }: { claims: { place: MapPlace } | null },
  { createdAt }: { createdAt: number },
): Signal[] {
  if (claims === null) return []
  return [{ name: 'claimedPlace', at: createdAt, source: 'record', value: claims.place }]
}

type MapPlace = Extract<Signal, { name: 'claimedPlace'; value: unknown }>['value']
