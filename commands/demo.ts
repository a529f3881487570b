import { defineCommand, type Caller, type Reply } from '../src/chat/command.ts'
import { textCard, type Card } from '../src/core/card.ts'
import { fill } from '../src/texts/fill.ts'
import { managers } from '../src/texts/managers.ts'
import type { Ports } from '../src/usecases/ports.ts'
import { EVERYBODY, runDemo } from '../src/usecases/run-demo.ts'

const texts = managers.commands.demo

function simulated(card: Card, buttons: Card['buttons'] = []): Reply {
  return {
    kind: 'card',
    card: { ...card, badges: [managers.card.round.badges.simulated], buttons },
  }
}

const storyOf = (person: { name: string; story: string }) => fill(texts.person, person)

/** The menu of simulated candidates. */
function menu(ports: Ports): Reply {
  const { people } = ports.simulator
  const choices = [
    ...people.map(({ id, name }) => ({ label: name, person: id })),
    { label: fill(texts.all, { count: people.length }), person: EVERYBODY },
  ]
  const buttons = choices.map(({ label, person }) => ({
    label,
    style: 'normal' as const,
    command: 'demo',
    args: { person },
  }))
  const lines = [...people.map(storyOf), texts.readOn]
  return simulated(textCard(texts.question, lines), buttons)
}

/** Opens the simulated cases. */
async function start(ports: Ports, caller: Caller, who: string): Promise<Reply> {
  const submissionId = ports.random.id('demo')
  const going = await runDemo(ports, { ...caller, submissionId }, who)
  const [first, ...others] = going
  const title =
    first !== undefined && others.length === 0
      ? fill(texts.single, { name: first.name })
      : fill(texts.several, { count: going.length })
  return simulated(textCard(title, [...going.map(storyOf), texts.watch, texts.readOn]))
}

export default defineCommand({
  name: 'demo',
  summary: texts.summary,
  parameters: [
    {
      name: 'who',
      summary: texts.who,
      required: false,
      offers: 'person',
    },
  ],
  right: 'verify',
  type: async (ports, caller, text) => {
    const typed = text.trim().toLowerCase()
    return typed === '' ? menu(ports) : start(ports, caller, typed)
  },
  press: async (ports, caller, { person }) =>
    person === undefined ? menu(ports) : start(ports, caller, person),
})
