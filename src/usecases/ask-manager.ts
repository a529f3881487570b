/** What a candidate may ask of the manager: another way, a correction, erasure. It reaches the channel at once. */
import { textCard } from '../core/card.ts'
import { paragraph } from '../core/claim.ts'
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import { postNote, redrawCard } from './cards.ts'
import { canBegin, findLink, linkUnavailable } from './links.ts'
import type { Ports } from './ports.ts'
import type { CaseRecord, RequestRecord, RoundRecord, Tx } from './records.ts'
import { findSession } from './sessions.ts'
import { leaveOut } from './skip-control-check.ts'

/** Words of a candidate beside a request, at most. */
const TEXT_MAX = 1000

/** Requests of one kind per round that are passed on; more would be noise in the channel. */
const PASSED_ON = 3

const { notes } = managers.commands

/** What a manager can do about each. */
const nextSteps = {
  'another-way': managers.card.round.anotherWay,
  contest: notes.contest.next,
  erase: notes.erase.next,
}

/** A candidate with a session asks. Fails: `session-missing`. */
export async function askAsSession(
  ports: Ports,
  cookie: string,
  kind: RequestRecord['kind'],
  text: string,
): Promise<void> {
  await ports.store.transaction(async (tx) => {
    const context = await findSession(ports, tx, cookie)
    const { round, kase } = context
    if (kind === 'another-way') await leaveOut(ports, tx, context, 'refused')
    await passOn(ports, tx, kase, round, kind, text)
  })
  ports.wake()
}

/** A candidate who has not pressed Continue asks for another way. Fails: `link-unavailable`. */
export async function askAsVisitor(ports: Ports, token: string, text: string): Promise<void> {
  await ports.store.transaction(async (tx) => {
    const target = await findLink(ports, tx, token)
    if (target === undefined || !canBegin(ports, target)) throw linkUnavailable()
    await passOn(ports, tx, target.kase, target.round, 'another-way', text)
  })
  ports.wake()
}

async function passOn(
  ports: Ports,
  tx: Tx,
  kase: CaseRecord,
  round: RoundRecord,
  kind: RequestRecord['kind'],
  text: string,
): Promise<void> {
  const earlier = (await tx.requests.ofRound(round.id)).filter((r) => r.kind === kind).length
  if (earlier >= PASSED_ON || kase.claims === null) return
  const now = ports.clock.now()
  const said = paragraph(TEXT_MAX).safeParse(text.slice(0, TEXT_MAX))
  const quote = said.success ? said.data : ''
  const request = { id: ports.random.id('request'), roundId: round.id, kind, text: quote, at: now }
  await tx.requests.append(request)
  await tx.audit.append({
    at: now,
    actor: { platform: 'candidate', id: 'candidate' },
    event: `asked-${kind}`,
    caseId: kase.id,
    detail: { round: round.id },
  })
  await postNote(
    ports,
    tx,
    kase,
    round.id,
    request.id,
    textCard(
      fill(notes[kind].title, { name: kase.claims.name }),
      [
        ...(quote === '' ? [] : [fill(notes.theyWrite, { text: quote })]),
        nextSteps[kind],
        fill(notes.case, { case: kase.id }),
      ],
      'attention',
    ),
  )
  await redrawCard(ports, tx, kase, round.id)
}
