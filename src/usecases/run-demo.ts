/** A simulated candidate: a real case through the real routes, marked for ever. */
import { AppError } from '../core/app-error.ts'
import { openCase } from './open-case.ts'
import type { Ports } from './ports.ts'
import type { Actor } from './records.ts'

/** A simulated window began 3 minutes ago and ends in 2: short, so that every step of the card can be seen. */
const WINDOW_MS = { before: 3 * 60_000, after: 2 * 60_000 } as const

/** Opens a simulated case and sets its candidate going. Fails: `bad-input` for an unknown person. */
export async function runDemo(
  ports: Ports,
  caller: { actor: Actor; channel: string; zone: string; submissionId: string },
  personId: string,
): Promise<{ caseId: string; name: string; story: string }> {
  const person = ports.simulator.people.find(({ id }) => id === personId)
  if (person === undefined) {
    const known = ports.simulator.people.map(({ id }) => id).join(', ')
    throw new AppError(
      'bad-input',
      `There is no simulated candidate “${personId}”. Known: ${known}.`,
    )
  }
  const now = ports.clock.now()
  const opened = await openCase(
    ports,
    {
      actor: caller.actor,
      platform: caller.actor.platform,
      channel: caller.channel,
      submissionId: caller.submissionId,
      simulated: { vantage: ports.simulator.vantage },
    },
    {
      candidate: { name: person.name, email: `${person.id}@example.com` },
      claimedPlace: person.place,
      window: { startAt: now - WINDOW_MS.before, endAt: now + WINDOW_MS.after },
      zone: caller.zone,
      meetingUrl: 'https://meet.example.com/simulated',
      opening: 'Simulated opening',
    },
  )
  if (opened.link !== null) ports.simulator.start(person.id, { link: opened.link })
  return { caseId: opened.caseId, name: person.name, story: person.story }
}
