/** A candidate whose account is named, and who is in a voice channel or not. */
import { expect } from 'vitest'
import { NOTHING_DECLARED } from '../../../src/core/claim.ts'
import type { Signal } from '../../../src/core/signals.ts'
import { beginSession } from '../../../src/usecases/begin-session.ts'
import { recordSignals } from '../../../src/usecases/record-signals.ts'
import { watchCalls } from '../../../src/usecases/watch-calls.ts'
import { MINUTE, NOW, seen } from '../../usecases/_product.ts'
import { JANE, tokenIn, ZONE } from './_invite.ts'
import { buttonsOf, until, wordsOf } from './_person.ts'
import { IDS, type DiscordProduct } from './_product.ts'

/** 15:00 in Austin, when the interview begins. */
const START = NOW + 10 * MINUTE

/** Link of a channel, as Discord copies it. */
export const linkTo = (channel: string, guild: string = IDS.guild) =>
  `https://discord.com/channels/${guild}/${channel}`

/** What a manager fills in about the call. */
export interface CallAnswers {
  meetingUrl?: string
  member?: string
}

/** The manager asks for Jane and fills in the second part. Out: the draft as it then is. */
export async function draftCall(product: DiscordProduct, answers: CallAnswers) {
  const manager = product.person(IDS.manager)
  await manager.type('new', { text: JANE, zone: ZONE })
  await manager.submit(await manager.modal())
  const draft = await manager.answer('Understood')
  const [, , part = ''] = buttonsOf(draft)
  await manager.press(draft, part)
  await manager.submit(await manager.modal(), { ...answers })
  return { manager, draft }
}

/** The same, submitted. Out: the link's token, and the card in the channel. */
export async function inviteToCall(
  product: DiscordProduct,
  answers: CallAnswers = { meetingUrl: linkTo(IDS.voice), member: IDS.candidate },
) {
  const { manager, draft } = await draftCall(product, answers)
  await manager.press(draft, 'Make the link')
  const token = tokenIn(await manager.answer('Send this link to Jane Doe'))
  expect(await product.deliver()).toBe(0)
  const card = product.inChannel().find(({ under }) => under === null)
  if (card === undefined) throw new Error('no card')
  const round = await product.ports.store.transaction(async (tx) => {
    const [kase] = await tx.cases.list({ limit: 1 })
    return (await tx.rounds.ofCase(kase?.id ?? '')).at(-1)
  })
  if (round === undefined) throw new Error('no round')
  return { token, card, roundId: round.id, caseId: round.caseId }
}

/** Everything that tests of calls do. */
export function inCall(product: DiscordProduct, roundId: string) {
  const { ports, clock, fake } = product
  const told = () =>
    ports.store.transaction(async (tx) =>
      (await tx.signals.named(roundId, 'callPresence')).map((signal) => {
        if (signal.name !== 'callPresence' || !('value' in signal)) throw new Error('no value')
        return { min: Math.round((signal.at - START) / MINUTE), ...signal.value }
      }),
    )
  return {
    told,
    /** Whether the server is heard; waits for it. */
    heard: () => until(() => expect(product.discord.calls[0]?.hears(IDS.guild)).toBe(true)),
    /** It is so many minutes after the start. */
    at: (min: number) => {
      clock.at = START + min * MINUTE
    },
    /** The job that looks after calls. */
    watch: () => watchCalls(ports, product.discord.calls),
    /** Somebody joins, moves or leaves. Out: once the product heard it. */
    async talk(channel: string | null, user: string = IDS.candidate, more = {}) {
      fake.talk(IDS.guild, user, channel, more)
      // What is sent after it is answered after it was heard.
      await product.person(IDS.owner).type('help')
    },
    /** Waits until so many changes are kept. */
    kept: (count: number) => until(async () => expect(await told()).toHaveLength(count)),
    async shows(words: string) {
      expect(await product.deliver(0)).toBeGreaterThanOrEqual(0)
      await until(async () => {
        clock.at += 1_000
        await product.deliver(0)
        const [card] = product.inChannel()
        expect(wordsOf(card)).toContain(words)
      })
    },
  }
}

/** Continue is pressed in Austin. Out: what knows the browser. */
export async function pressContinue({ ports }: DiscordProduct, token: string): Promise<string> {
  const { cookie } = await beginSession(ports, token, NOTHING_DECLARED, seen())
  const at = ports.clock.now()
  const readings: Signal[] = [
    { name: 'browserZone', at, source: 'page', value: 'America/Chicago' },
    { name: 'webdriver', at, source: 'page', value: false },
  ]
  await recordSignals(ports, cookie, readings)
  return cookie
}
