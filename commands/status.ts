import { defineCommand } from '../src/chat/command.ts'
import { roundCard } from '../src/core/round-card.ts'
import { findLatestRound } from '../src/usecases/rounds.ts'
import { viewRound } from '../src/usecases/view-round.ts'

export default defineCommand({
  name: 'status',
  summary: 'Show the card of a case again, to you alone',
  usage: '/verify status <case>',
  right: 'verify',
  async type(ports, _caller, text) {
    const view = await ports.store.transaction(async (tx) => {
      const { round } = await findLatestRound(tx, text.trim())
      return viewRound(tx, round.id)
    })
    return { kind: 'card', card: roundCard(view) }
  },
})
