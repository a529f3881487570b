import { defineCommand } from '../src/chat/command.ts'
import { textCard } from '../src/core/card.ts'
import { windowWords } from '../src/core/when-words.ts'
import { stateWords } from '../src/core/words.ts'
import { listCases } from '../src/usecases/list-cases.ts'

export default defineCommand({
  name: 'list',
  summary: 'Open and decided cases, newest first',
  right: 'verify',
  async type(ports) {
    const { views } = await listCases(ports, ['open', 'decided'])
    const card = textCard(
      views.length === 0 ? 'No cases yet' : 'Recent cases',
      views.length === 0 ? ['Type “/verify” to open one, or “/verify demo” to watch one.'] : [],
    )
    const facts = views.map((view) => {
      const state = view.verdict === null ? view.state : stateWords[view.verdict.overall].label
      const simulated = view.simulated ? ', simulated' : ''
      return {
        name: `${view.name ?? 'Erased'} (${view.caseId}${simulated})`,
        value: `${state}; ${windowWords(view.window, view.zone)}`,
      }
    })
    return {
      kind: 'card',
      card: { ...card, sections: [...card.sections, { kind: 'facts', facts }] },
    }
  },
})
