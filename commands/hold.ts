import { CASE, defineCommand } from '../src/chat/command.ts'
import { textCard } from '../src/core/card.ts'
import { momentWords } from '../src/core/when-words.ts'
import { holdCase } from '../src/usecases/hold-case.ts'

export default defineCommand({
  name: 'hold',
  summary: 'Keep everything of a case, for a dispute or by law, or lift that',
  parameters: [CASE],
  right: 'review',
  async type(ports, caller, text) {
    const caseId = text.trim()
    const kase = await ports.store.transaction((tx) => tx.cases.get(caseId))
    if (kase === undefined || kase.state === 'forgotten') {
      const lines = [`There is no case “${caseId}”. “/verify list” shows them with their numbers.`]
      return { kind: 'card', card: textCard('Nothing to hold', lines) }
    }
    const who = kase.claims?.name ?? 'this case'
    const card =
      kase.heldAt === null
        ? textCard(`Hold everything of ${who}?`, [
            'Readings, findings and messages then stay past their time, and the case cannot be erased, until somebody lifts the hold.',
          ])
        : textCard(`${who} is held since ${momentWords(kase.heldAt, caller.zone)}`, [
            'Once the hold is lifted, what is past its time goes within the hour.',
          ])
    const held = kase.heldAt === null
    const button = {
      label: held ? 'Hold' : 'Lift the hold',
      style: 'normal' as const,
      command: 'hold',
      args: { case: caseId, held: held ? 'yes' : 'no' },
    }
    return { kind: 'card', card: { ...card, buttons: [button] } }
  },
  async press(ports, caller, args) {
    const held = args['held'] === 'yes'
    await holdCase(ports, caller.actor, args['case'] ?? '', held)
    return {
      kind: 'card',
      card: held
        ? textCard('Held', ['Nothing of this case goes until somebody lifts the hold.'])
        : textCard('No longer held', ['What is past its time goes within the hour.']),
    }
  },
})
