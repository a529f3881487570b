import { CASE, defineCommand, type Reply } from '../src/chat/command.ts'
import { roundCard } from '../src/core/round-card.ts'
import { managers } from '../src/texts/managers.ts'
import type { Ports } from '../src/usecases/ports.ts'
import { findLatestRound } from '../src/usecases/rounds.ts'
import { viewRoundWithPicture } from '../src/usecases/view-round.ts'

/** The card of a case's latest round, to the person who asks alone. */
async function show(ports: Ports, caseId: string): Promise<Reply> {
  const view = await ports.store.transaction(async (tx) => {
    const { round } = await findLatestRound(tx, caseId)
    return viewRoundWithPicture(ports, tx, round.id)
  })
  return { kind: 'card', card: roundCard(view) }
}

export default defineCommand({
  name: 'status',
  summary: managers.commands.status.summary,
  parameters: [CASE],
  right: 'verify',
  type: (ports, _caller, text) => show(ports, text.trim()),
  press: (ports, _caller, args) => show(ports, args['case'] ?? ''),
})
