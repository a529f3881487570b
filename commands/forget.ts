import { CASE, defineCommand } from '../src/chat/command.ts'
import { textCard } from '../src/core/card.ts'
import { fill } from '../src/texts/fill.ts'
import { managers } from '../src/texts/managers.ts'
import { forgetCase } from '../src/usecases/manage-round.ts'

const texts = managers.commands.forget

export default defineCommand({
  name: 'forget',
  summary: texts.summary,
  parameters: [CASE],
  right: 'review',
  async type(ports, _caller, text) {
    const caseId = text.trim()
    const kase = await ports.store.transaction((tx) => tx.cases.get(caseId))
    if (kase === undefined) {
      const lines = [fill(managers.commands.case.unknownTyped, { case: caseId })]
      return { kind: 'card', card: textCard(texts.nothing, lines) }
    }
    if (kase.heldAt !== null) {
      return { kind: 'card', card: textCard(texts.held, [texts.heldNext]) }
    }
    const card = textCard(
      fill(texts.question, { who: kase.claims?.name ?? managers.commands.case.unnamed }),
      [texts.consequence],
      'attention',
    )
    const erase = {
      label: texts.button,
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
      card: textCard(texts.done, [texts.doneNext]),
    }
  },
})
