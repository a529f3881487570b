/** The App Home of a person: their own cases, and the rules for those who may change them. */
import type { Audience } from '../../core/access.ts'
import type { RoundView } from '../../core/round-card.ts'
import { fill } from '../../texts/fill.ts'
import { managers } from '../../texts/managers.ts'
import { readAccess } from '../../usecases/access.ts'
import type { Ports } from '../../usecases/ports.ts'
import { viewRound } from '../../usecases/view-round.ts'
import { toHome } from './home.ts'
import type { Rights, Visitor } from './rights.ts'

const { home } = managers.chat.slack
const { rights: rightWords } = managers.commands.settings

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
        { name: rightWords.verify, value: inWords(rules.verify) },
        { name: rightWords.review, value: inWords(rules.review) },
        { name: rightWords.report, value: inWords(rules.report) },
        { name: home.fourEyes, value: rules.fourEyes ? managers.chat.yes : managers.chat.no },
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
    ...(people.length > 0 ? [fill(home.people, { count: people.length })] : []),
    ...(groups.length > 0 ? [fill(home.groups, { count: groups.length })] : []),
    ...(channels.length > 0 ? [fill(home.channels, { count: channels.length })] : []),
  ]
  return counted.length === 0 ? home.everybody : counted.join(', ')
}
