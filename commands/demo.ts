import { defineCommand, type Caller, type Reply } from '../src/chat/command.ts'
import { textCard } from '../src/core/card.ts'
import type { Ports } from '../src/usecases/ports.ts'
import { runDemo } from '../src/usecases/run-demo.ts'

/** The menu of simulated candidates. */
function menu(ports: Ports): Reply {
  const { people } = ports.simulator
  const stories = people.map(({ name, story }) => `${name}: ${story}`)
  const card = textCard('Who shall be interviewed?', stories)
  const buttons = people.map(({ id, name }) => ({
    label: name,
    style: 'normal' as const,
    command: 'demo',
    args: { person: id },
  }))
  return { kind: 'card', card: { ...card, badges: ['simulated'], buttons } }
}

/** Opens the simulated case. */
async function start(ports: Ports, caller: Caller, person: string): Promise<Reply> {
  const submissionId = ports.random.id('demo')
  const { name, story } = await runDemo(ports, { ...caller, submissionId }, person)
  const card = textCard(`${name} is on the way`, [
    story,
    'Watch the card in the channel: the link is opened, readings come in, the verdict follows in about ten seconds and becomes final after two minutes. Everything is measured and computed; only the person is simulated.',
  ])
  return { kind: 'card', card: { ...card, badges: ['simulated'] } }
}

export default defineCommand({
  name: 'demo',
  summary: 'Watch a simulated candidate go through the real thing',
  usage: '/verify demo [who]',
  right: 'verify',
  type: async (ports, caller, text) => {
    const typed = text.trim().toLowerCase()
    return typed === '' ? menu(ports) : start(ports, caller, typed)
  },
  press: async (ports, caller, { person }) =>
    person === undefined ? menu(ports) : start(ports, caller, person),
})
