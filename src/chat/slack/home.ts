/** The App Home: what waits for this person, what comes, what was found. */
import type { HomeView, KnownBlock } from '@slack/types'
import type { Button, Fact } from '../../core/card.ts'
import { roundCard, type RoundView } from '../../core/round-card.ts'
import { windowWords } from '../../core/when-words.ts'
import { fill } from '../../texts/fill.ts'
import { managers } from '../../texts/managers.ts'
import { MOST } from './block-limits.ts'
import { toButton, toTitle } from './blocks.ts'
import { context, factBlocks, textBlocks } from './sections.ts'
import { plain } from './text.ts'

const texts = managers.chat.slack.home

/** What the App Home shows. */
export interface Home {
  /** Name of the person it is drawn for. */
  person: string
  open: readonly RoundView[]
  upcoming: readonly RoundView[]
  finished: readonly RoundView[]
  isAdmin: boolean
  settingsSummary: readonly Fact[]
}

/** Rounds drawn per list, three blocks each: the three lists and all around them stay below 100 blocks. */
const SHOWN = 9

/** Facts of the settings that are drawn. */
const SETTINGS_SHOWN = 10

/** Draws the App Home. Out: within Slack's limits for any data. */
export function toHome(home: Home): HomeView {
  const { person, open, upcoming, finished, isAdmin, settingsSummary } = home
  const verify = managers.commands.verify.title
  let drawn = 0
  /** Buttons in one row; each has an id of its own in the whole view. */
  const actions = (buttons: readonly Button[]): KnownBlock => ({
    type: 'actions',
    elements: buttons.map((button) => toButton(button, drawn++)),
  })
  const list = (title: string, none: string, rounds: readonly RoundView[]): KnownBlock[] => [
    { type: 'header', text: plain(title, MOST.header) },
    ...(rounds.length === 0 ? [context(none)] : []),
    ...rounds
      .slice(0, SHOWN)
      .flatMap((round) => [...roundBlocks(round), actions(buttonsOf(round))]),
    ...(rounds.length > SHOWN ? [context(fill(texts.more, { count: rounds.length - SHOWN }))] : []),
  ]
  const blocks: KnownBlock[] = [
    ...textBlocks(fill(texts.lead, { person })),
    actions([{ label: verify, style: 'primary', command: 'verify', args: {} }]),
    ...list(texts.open, texts.noneOpen, open),
    ...list(texts.upcoming, texts.noneUpcoming, upcoming),
    ...list(texts.finished, texts.noneFinished, finished),
    ...(isAdmin
      ? [
          { type: 'header', text: plain(texts.settings, MOST.header) } as const,
          ...factBlocks(settingsSummary.slice(0, SETTINGS_SHOWN)),
          actions([{ label: texts.change, style: 'normal', command: 'settings', args: {} }]),
        ]
      : []),
  ]
  return { type: 'home', blocks }
}

/** Who, how it stands and when, as on the card. */
function roundBlocks(view: RoundView): KnownBlock[] {
  const card = roundCard(view)
  const about = [
    windowWords(view.window, view.zone),
    ...(view.opening === null ? [] : [view.opening]),
    ...card.badges,
    view.caseId,
  ]
  return [...textBlocks(toTitle(card)).slice(0, 1), context(about.join(' · '))]
}

function buttonsOf({ caseId }: RoundView): Button[] {
  const args = { case: caseId }
  return [
    { label: texts.status, style: 'normal', command: 'status', args },
    { label: managers.card.round.buttons.report, style: 'normal', command: 'report', args },
  ]
}
