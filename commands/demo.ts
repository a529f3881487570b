import { defineCommand, type Caller, type Reply } from '../src/chat/command.ts'
import { textCard, type Card } from '../src/core/card.ts'
import type { Ports } from '../src/usecases/ports.ts'
import { EVERYBODY, runDemo } from '../src/usecases/run-demo.ts'

/** Where to read on. */
const READ_ON = 'What each of them should get, and why: docs/demo.md.'

function simulated(card: Card, buttons: Card['buttons'] = []): Reply {
  return { kind: 'card', card: { ...card, badges: ['simulated'], buttons } }
}

const storyOf = ({ name, story }: { name: string; story: string }) => `${name}: ${story}`

/** The menu of simulated candidates. */
function menu(ports: Ports): Reply {
  const { people } = ports.simulator
  const choices = [
    ...people.map(({ id, name }) => ({ label: name, person: id })),
    { label: `All ${String(people.length)}, one after another`, person: EVERYBODY },
  ]
  const buttons = choices.map(({ label, person }) => ({
    label,
    style: 'normal' as const,
    command: 'demo',
    args: { person },
  }))
  const lines = [...people.map(storyOf), READ_ON]
  return simulated(textCard('Who shall be interviewed?', lines), buttons)
}

/** Opens the simulated cases. */
async function start(ports: Ports, caller: Caller, who: string): Promise<Reply> {
  const submissionId = ports.random.id('demo')
  const going = await runDemo(ports, { ...caller, submissionId }, who)
  const names = going.map(({ name }) => name)
  const title =
    names.length === 1 ? `${names.join()} is on the way` : `${String(names.length)} are on the way`
  return simulated(
    textCard(title, [
      ...going.map(storyOf),
      'Watch in the channel: a link is opened, readings come in, the verdict follows in about ten seconds and becomes final after two minutes. Everything is measured and computed; only the person is simulated.',
      READ_ON,
    ]),
  )
}

export default defineCommand({
  name: 'demo',
  summary: 'Watch a simulated candidate go through the real thing',
  parameters: [
    {
      name: 'who',
      summary: 'Whom to watch; left out, you choose from a list',
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
