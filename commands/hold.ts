import { CASE, defineCommand } from '../src/chat/command.ts'
import { textCard } from '../src/core/card.ts'
import { momentWords } from '../src/core/when-words.ts'
import { fill } from '../src/texts/fill.ts'
import { managers } from '../src/texts/managers.ts'
import { holdCase } from '../src/usecases/hold-case.ts'

const texts = managers.commands.hold

export default defineCommand({
  name: 'hold',
  summary: texts.summary,
  parameters: [CASE],
  right: 'review',
  async type(ports, caller, text) {
    const caseId = text.trim()
    const kase = await ports.store.transaction((tx) => tx.cases.get(caseId))
    if (kase === undefined || kase.state === 'forgotten') {
      const lines = [fill(managers.commands.case.unknownTyped, { case: caseId })]
      return { kind: 'card', card: textCard(texts.nothing, lines) }
    }
    const who = kase.claims?.name ?? managers.commands.case.unnamed
    const card =
      kase.heldAt === null
        ? textCard(fill(texts.question, { who }), [texts.consequence])
        : textCard(fill(texts.since, { who, moment: momentWords(kase.heldAt, caller.zone) }), [
            texts.onceLifted,
          ])
    const held = kase.heldAt === null
    const button = {
      label: held ? texts.hold : texts.lift,
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
        ? textCard(texts.held, [texts.heldNext])
        : textCard(texts.lifted, [texts.liftedNext]),
    }
  },
})
