/** Opening a case: claims and window in, a link out, a card in the channel. */
import { AppError, type FieldFault } from '../core/app-error.ts'
import { caseDetailsSchema, line, type Place } from '../core/claim.ts'
import { windowSchema } from '../core/round.ts'
import type { Vantage } from '../core/signals.ts'
import { isZone } from '../core/zone.ts'
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import { redrawCard } from './cards.ts'
import { makeLink } from './invite.ts'
import type { PlaceLookup } from './lookups.ts'
import { checkMailer, mailLink } from './mail-link.ts'
import type { NamedCall } from './named-call.ts'
import type { Ports } from './ports.ts'
import type { Actor, RoundRecord } from './records.ts'

const texts = managers.commands.faults

/** What a manager or a program states to open a case; unchecked. */
export interface OpenCaseInput {
  candidate: { name: unknown; email: unknown; phone?: unknown }
  claimedPlace: unknown
  /** Epoch ms. */
  window: { startAt: number; endAt: number }
  /** The manager's zone, for showing times. */
  zone: string
  meetingUrl?: unknown
  opening?: unknown
  controlCheck?: boolean | undefined
  declared?: unknown
  /** Whose times in the call are noted, checked with its service. */
  call?: NamedCall | undefined
  /** Whether the link goes to the candidate by mail. */
  sendInvitation?: boolean | undefined
}

/** Who opens it and where its card goes. */
export interface OpenCaseContext {
  actor: Actor
  /** Where its card lives. */
  platform: Actor['platform']
  channel: string
  /** The same when one submission arrives twice. */
  submissionId: string
  /** Marks the case for ever and says where the simulated server stands. */
  simulated?: { vantage: Vantage }
}

/** What opening a case gives. `link` is null when the same submission came before: a link is shown once. */
export interface Opened {
  caseId: string
  roundId: string
  link: string | null
}

/**
 * Opens a case with its first round.
 *
 * Fails: `bad-input` with every faulty field (`name email phone place start end zone meetingUrl opening`) at once, or
 * for `sendInvitation` where no mail server is set.
 */
export async function openCase(
  ports: Ports,
  context: OpenCaseContext,
  input: OpenCaseInput,
): Promise<Opened> {
  const now = ports.clock.now()
  checkMailer(ports, input.sendInvitation === true)
  const { claims, details } = parseInput(ports.lookups.place, input, now)
  const opened = await ports.store.transaction(async (tx) => {
    const onceKey = `open:${context.actor.id}:${context.submissionId}`
    const before = await tx.once.get(onceKey)
    if (before !== undefined) {
      const [caseId = '', roundId = ''] = before.split(' ')
      return { caseId, roundId, link: null }
    }
    const kase = {
      id: ports.random.id('case'),
      state: 'open' as const,
      claims,
      opening: details.opening ?? null,
      platform: context.platform,
      channel: context.channel,
      requester: context.actor,
      simulated: context.simulated !== undefined,
      createdAt: now,
      updatedAt: now,
      heldAt: null,
    }
    const round: RoundRecord = {
      id: ports.random.id('round'),
      caseId: kase.id,
      number: 1,
      state: 'waiting',
      ...input.window,
      zone: input.zone,
      meetingUrl: details.meetingUrl ?? null,
      controlCheck: ports.settings.controlCheck && (input.controlCheck ?? false),
      declared: details.declared,
      simulatedVantage: context.simulated?.vantage ?? null,
      createdAt: now,
      boundAt: null,
      joinedAt: null,
      closedAt: null,
    }
    await tx.cases.insert(kase)
    await tx.rounds.insert(round)
    if (input.call) await tx.calls.insert({ ...input.call, roundId: round.id, heardAt: null })
    const link = await makeLink(ports, tx, round.id)
    await tx.once.set(onceKey, `${kase.id} ${round.id}`, now)
    await tx.audit.append({
      at: now,
      actor: context.actor,
      event: 'case-opened',
      caseId: kase.id,
      detail: { round: round.id, simulated: kase.simulated },
    })
    if (input.sendInvitation === true) await mailLink(ports, tx, kase, round, link)
    await redrawCard(ports, tx, kase, round.id)
    return { caseId: kase.id, roundId: round.id, link }
  })
  ports.wake()
  return opened
}

function parseInput(places: PlaceLookup, input: OpenCaseInput, now: number) {
  const faults: FieldFault[] = []
  const collect = (issues: readonly { path: readonly PropertyKey[]; message: string }[]) => {
    for (const { path, message } of issues) {
      const field = String(path.at(-1) ?? '')
      if (!faults.some((fault) => fault.field === field)) faults.push({ field, message })
    }
  }
  const details = caseDetailsSchema.safeParse({
    candidate: dropEmpty(input.candidate),
    ...dropEmpty({
      meetingUrl: input.meetingUrl,
      opening: input.opening,
      declared: input.declared,
    }),
  })
  if (!details.success) collect(details.error.issues)
  const window = windowSchema(now).safeParse(input.window)
  if (!window.success) collect(window.error.issues)
  if (!isZone(input.zone)) {
    faults.push({ field: 'zone', message: fill(texts.zone, { zone: input.zone }) })
  }
  const place = resolvePlace(places, input.claimedPlace)
  if ('message' in place) faults.push(place)
  if (faults.length > 0 || !details.success || 'message' in place) {
    const first = faults[0]
    const message = fill(texts.named, {
      field: first?.field ?? 'input',
      fault: first?.message ?? texts.wrong,
    })
    throw new AppError('bad-input', message, { fields: faults })
  }
  return { claims: { ...details.data.candidate, place }, details: details.data }
}

/** An empty field of a form is one that was left out. */
function dropEmpty(record: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined && value !== ''),
  )
}

/** The one place a text means, or a fault that says which ones it may mean. */
function resolvePlace(places: PlaceLookup, stated: unknown): Place | FieldFault {
  const text = line(200).safeParse(stated)
  if (!text.success) {
    return { field: 'place', message: text.error.issues[0]?.message ?? texts.city }
  }
  const answer = places.resolve(text.data)
  if ('place' in answer) return answer.place
  if ('unknown' in answer) {
    return {
      field: 'place',
      message: fill(texts.unknownPlace, { text: text.data }),
    }
  }
  const some = answer.ambiguous.slice(0, 4).map(({ label }) => label)
  return { field: 'place', message: fill(texts.severalPlaces, { places: some.join('; ') }) }
}
