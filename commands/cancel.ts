import { CASE, defineCommand } from '../src/chat/command.ts'
import { managers } from '../src/texts/managers.ts'
import { cancelRound } from '../src/usecases/manage-round.ts'
import { findLatestRound } from '../src/usecases/rounds.ts'

export default defineCommand({
  name: 'cancel',
  summary: managers.commands.cancel.summary,
  parameters: [CASE],
  right: 'verify',
  async type(ports, caller, text) {
    const { round } = await ports.store.transaction((tx) => findLatestRound(tx, text.trim()))
    await cancelRound(ports, caller.actor, round.id)
    return { kind: 'done' }
  },
  async press(ports, caller, args) {
    await cancelRound(ports, caller.actor, args['round'] ?? '')
    return { kind: 'done' }
  },
})
