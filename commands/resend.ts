import { CASE, defineCommand, type Caller, type Reply } from '../src/chat/command.ts'
import { linkCard } from '../src/core/link-card.ts'
import { resendLink } from '../src/usecases/manage-round.ts'
import type { Ports } from '../src/usecases/ports.ts'
import { findLatestRound, findRound } from '../src/usecases/rounds.ts'

/** A new link for a round nobody opened; the old one stops working. */
async function resend(ports: Ports, caller: Caller, roundId: string): Promise<Reply> {
  const link = await resendLink(ports, caller.actor, roundId)
  const { round, kase } = await ports.store.transaction((tx) => findRound(tx, roundId))
  const name = kase.claims?.name ?? 'the candidate'
  return { kind: 'card', card: linkCard(name, link, round, ports.settings.linkLeadMs / 60_000) }
}

export default defineCommand({
  name: 'resend',
  summary: 'Make a new link; the old one stops working',
  parameters: [CASE],
  right: 'verify',
  async type(ports, caller, text) {
    const { round } = await ports.store.transaction((tx) => findLatestRound(tx, text.trim()))
    return resend(ports, caller, round.id)
  },
  press: (ports, caller, args) => resend(ports, caller, args['round'] ?? ''),
})
