import { defineCommand } from '../src/chat/command.ts'
import { textCard } from '../src/core/card.ts'

export default defineCommand({
  name: 'help',
  summary: 'What can be typed',
  right: null,
  async type(_ports, caller) {
    const card = textCard('What can be typed', [
      'Whereabouts asks a candidate’s browser and our servers where the computer is, and shows what fits and what does not. A person decides.',
    ])
    const facts = caller.commands.map(({ usage, summary }) => ({ name: usage, value: summary }))
    return {
      kind: 'card',
      card: { ...card, sections: [...card.sections, { kind: 'facts', facts }] },
    }
  },
})
