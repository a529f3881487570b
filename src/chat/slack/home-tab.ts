/** The App Home of a person: their own cases, and the rules for those who may change them. */
import type { Audience } from '../../core/access.ts'
import type { RoundView } from '../../core/round-card.ts'
import { readAccess } from '../../usecases/access.ts'
import type { Ports } from '../../usecases/ports.ts'
import { viewRound } from '../../usecases/view-round.ts'
import { toHome } from './home.ts'
import type { Rights, Visitor } from './rights.ts'

/** Cases looked through for those of one person. */
const LOOKED_AT = 300

/** Cases drawn at most. */
const SHOWN = 30

/** Draws and publishes it. Fails: with what Slack said. */
export async function publishHome(ports: Ports, rights: Rights, visitor: Visitor): Promise<void> {
  const { workspace, user } = visitor
  const known = await rights.meet(visitor, 'verify')
  const rounds = known.rights.includes('verify') ? await ownRounds(ports, user) : []
  const rules = await ports.store.transaction((tx) => readAccess(tx, workspace.id))
  const now = ports.clock.now()
  const isLive = ({ state }: RoundView) => ['waiting', 'opened', 'judged'].includes(state)
  const isAhead = (view: RoundView) => view.state === 'waiting' && view.window.startAt > now
  await workspace.client.views.publish({
    user_id: user,
    view: toHome({
      person: known.actor.name,
      open: rounds.filter((view) => isLive(view) && !isAhead(view)),
      upcoming: rounds.filter(isAhead),
      finished: rounds.filter((view) => !isLive(view)),
      isAdmin: known.rights.includes('admin'),
      settingsSummary: [
        { name: 'May open and manage cases', value: inWords(rules.verify) },
        { name: 'May decide, and erase', value: inWords(rules.review) },
        { name: 'May read reports', value: inWords(rules.report) },
        { name: 'Two people for a contradiction', value: rules.fourEyes ? 'Yes' : 'No' },
      ],
    }),
  })
}

/** The latest rounds of the cases that a person asked for, newest first. */
async function ownRounds(ports: Ports, user: string): Promise<RoundView[]> {
  return ports.store.transaction(async (tx) => {
    const cases = await tx.cases.list({ states: ['open', 'decided'], limit: LOOKED_AT })
    const own = cases.filter(
      ({ requester: { platform, id } }) => platform === 'slack' && id === user,
    )
    const views: RoundView[] = []
    for (const { id } of own.slice(0, SHOWN)) {
      const round = (await tx.rounds.ofCase(id)).at(-1)
      if (round) views.push(await viewRound(tx, round.id))
    }
    return views
  })
}

function inWords({ people, groups, channels }: Audience): string {
  const counted = [
    ...(people.length > 0 ? [`${people.length} people`] : []),
    ...(groups.length > 0 ? [`${groups.length} groups`] : []),
    ...(channels.length > 0 ? [`everybody in ${channels.length} channels`] : []),
  ]
  return counted.length === 0 ? 'Every full member' : counted.join(', ')
}
