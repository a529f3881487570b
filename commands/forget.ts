import { CASE, defineCommand } from '../src/chat/command.ts'
import { textCard } from '../src/core/card.ts'
import { forgetCase } from '../src/usecases/manage-round.ts'

export default defineCommand({
  name: 'forget',
  summary: 'Erase everything personal of a case, at once',
  parameters: [CASE],
  right: 'review',
  async type(ports, _caller, text) {
    const caseId = text.trim()
    const kase = await ports.store.transaction((tx) => tx.cases.get(caseId))
    if (kase === undefined) {
      const lines = [`There is no case “${caseId}”. “/verify list” shows them with their numbers.`]
      return { kind: 'card', card: textCard('Nothing to erase', lines) }
    }
    if (kase.heldAt !== null) {
      const lines = ['Nothing of it may be erased. “/verify hold” with its number lifts that.']
      return { kind: 'card', card: textCard('This case is held', lines) }
    }
    const card = textCard(
      `Erase ${kase.claims?.name ?? 'this case'} for good?`,
      [
        'Claims, readings, findings, reasons and messages go. The audit log keeps that it happened, not who. This cannot be undone.',
      ],
      'attention',
    )
    const erase = {
      label: 'Erase',
      style: 'danger' as const,
      command: 'forget',
      args: { case: caseId },
    }
    return { kind: 'card', card: { ...card, buttons: [erase] } }
  },
  async press(ports, caller, args) {
    await forgetCase(ports, caller.actor, args['case'] ?? '')
    return {
      kind: 'card',
      card: textCard('Erased', ['Only the audit log still knows that there was a case.']),
    }
  },
})
