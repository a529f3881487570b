/** Simulated candidates: real cases through the real routes, marked for ever. */
import { AppError } from '../core/app-error.ts'
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import { openCase } from './open-case.ts'
import type { Ports, Simulator } from './ports.ts'
import type { Actor } from './records.ts'

const texts = managers.commands.demo

/**
 * A simulated window began 3 minutes before its person comes and ends 2 minutes after: short, so that every step of the
 * card can be seen.
 */
const WINDOW_MS = { before: 3 * 60_000, after: 2 * 60_000 } as const

/** Asks for every simulated candidate, one after another. */
export const EVERYBODY = 'all'

/** Who wants to see a simulation. */
interface DemoCaller {
  actor: Actor
  channel: string
  zone: string
  submissionId: string
}

type Person = Simulator['people'][number]

/**
 * Opens simulated cases and sets their candidates going.
 *
 * In: the id of one person, or `EVERYBODY`. Out: who is on the way. Fails: `bad-input` for an unknown person.
 */
export async function runDemo(
  ports: Ports,
  caller: DemoCaller,
  who: string,
): Promise<readonly Pick<Person, 'name' | 'story'>[]> {
  const { people, apartMs } = ports.simulator
  const asked = people.filter(({ id }) => who === EVERYBODY || id === who)
  if (asked.length === 0) {
    const known = [...people.map(({ id }) => id), EVERYBODY].join(', ')
    throw new AppError('bad-input', fill(texts.unknown, { who, known }))
  }
  for (const [turn, person] of asked.entries()) {
    await startPerson(ports, caller, person, turn * apartMs)
  }
  return asked
}

async function startPerson(
  ports: Ports,
  caller: DemoCaller,
  person: Person,
  afterMs: number,
): Promise<void> {
  const comesAt = ports.clock.now() + afterMs
  const { link } = await openCase(
    ports,
    {
      actor: caller.actor,
      platform: caller.actor.platform,
      channel: caller.channel,
      submissionId: `${caller.submissionId}-${person.id}`,
      simulated: { vantage: ports.simulator.vantage },
    },
    {
      candidate: { name: person.name, email: `${person.id}@example.com` },
      claimedPlace: person.place,
      window: { startAt: comesAt - WINDOW_MS.before, endAt: comesAt + WINDOW_MS.after },
      zone: caller.zone,
      meetingUrl: 'https://meet.example.com/simulated',
      opening: texts.opening,
    },
  )
  if (link !== null) ports.simulator.start(person.id, { link, afterMs })
}
