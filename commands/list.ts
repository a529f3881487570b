import { defineCommand } from '../src/chat/command.ts'
import { textCard } from '../src/core/card.ts'
import { windowWords } from '../src/core/when-words.ts'
import { stateWords } from '../src/core/words.ts'
import { fill } from '../src/texts/fill.ts'
import { managers } from '../src/texts/managers.ts'
import { listCases } from '../src/usecases/list-cases.ts'

const texts = managers.commands.list

export default defineCommand({
  name: 'list',
  summary: texts.summary,
  right: 'verify',
  async type(ports) {
    const { views } = await listCases(ports, ['open', 'decided'])
    const card = textCard(
      views.length === 0 ? texts.none : texts.recent,
      views.length === 0 ? [texts.noneNext] : [],
    )
    const facts = views.map((view) => {
      const state = view.verdict === null ? view.state : stateWords[view.verdict.overall].label
      const name = view.simulated ? texts.simulatedEntry : texts.entry
      return {
        name: fill(name, { name: view.name ?? texts.erased, case: view.caseId }),
        value: fill(texts.state, { state, window: windowWords(view.window, view.zone) }),
      }
    })
    return {
      kind: 'card',
      card: { ...card, sections: [...card.sections, { kind: 'facts', facts }] },
    }
  },
})
