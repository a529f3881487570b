import { defineCommand } from '../src/chat/command.ts'
import { textCard } from '../src/core/card.ts'
import { managers } from '../src/texts/managers.ts'

const texts = managers.commands.help

export default defineCommand({
  name: 'help',
  summary: texts.summary,
  right: null,
  async type(_ports, caller) {
    const card = textCard(texts.summary, [texts.about])
    const facts = caller.commands.map(({ usage, summary }) => ({ name: usage, value: summary }))
    return {
      kind: 'card',
      card: { ...card, sections: [...card.sections, { kind: 'facts', facts }] },
    }
  },
})
