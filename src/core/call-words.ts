/** The times of a call in words, for the people who decide. */
import { counted } from '../texts/plural.ts'
import { fill } from '../texts/fill.ts'
import { managersLocale } from '../texts/managers-language.ts'
import { managers } from '../texts/managers.ts'
import { NEVER_TOLD, type CallService, type CallStretch } from './call-presence.ts'
import { timeWords } from './when-words.ts'

/** What a card and a report know of a call. */
export interface CallView {
  service: CallService
  /**
   * `unnamed`: nobody's account was named; `unheard` and `off`: the service cannot be heard here; `early`: Continue was
   * not pressed; `noted`: times are noted; `gone`: they were, and are erased.
   */
  state: 'unnamed' | 'unheard' | 'off' | 'early' | 'noted' | 'gone'
  stretches: readonly CallStretch[]
  /** Whether the window is over. */
  isOver: boolean
}

/** As many stretches as a card has room for; the latest. Source: our judgement, 2026-11-25. */
const MOST_STRETCHES = 3

/** One fact of a card: when they were in the call, and that no address exists there. */
export function callFact(view: CallView, zone: string): { name: string; value: string } {
  const { call } = managers
  const service = call.services[view.service]
  const value = {
    unnamed: () => fill(call.nobodyNamed, { service }),
    unheard: () => fill(call.unheard, { service }),
    off: () => fill(call.switchedOff, { service }),
    early: () => fill(call.withoutAddress, { times: call.beforeContinue, service }),
    noted: () => fill(call.withoutAddress, { times: callTimes(view, zone), service }),
    gone: () => call.gone,
  }[view.state]()
  return { name: fill(call.fact, { service }), value }
}

/** "15:01–15:42"; of many times the latest. */
function callTimes({ stretches, isOver }: CallView, zone: string): string {
  const { call } = managers
  if (stretches.length === 0) return isOver ? call.notSeen : call.notSeenYet
  const shown = stretches.slice(-MOST_STRETCHES).map((stretch) => stretchWords(stretch, zone))
  const earlier = stretches.length - shown.length
  return [...(earlier > 0 ? [counted(managersLocale, call.more, earlier)] : []), ...shown].join(
    ', ',
  )
}

/** One stretch: "15:01–15:42", "15:01–15:10 or later, gone by 15:12", "since 15:12 or earlier". */
function stretchWords(stretch: CallStretch, zone: string): string {
  const { call } = managers
  const clock = (at: number) => timeWords(at, zone)
  const { fromAt, isFromHeard, toAt, isToHeard, goneBy } = stretch
  const from = isFromHeard ? clock(fromAt) : fill(call.orEarlier, { time: clock(fromAt) })
  if (toAt === null) return fill(call.since, { from })
  const to = isToHeard ? clock(toAt) : fill(call.orLater, { time: clock(toAt) })
  const words = fill(call.stretch, { from, to })
  return goneBy === null ? words : fill(call.goneBy, { stretch: words, time: clock(goneBy) })
}

/** What the report says of a call: every stretch, then what the service never tells. */
export function callLines(view: CallView, zone: string): string[] {
  const { call } = managers
  const service = call.services[view.service]
  const { name, value } = callFact(view, zone)
  const first = view.state === 'noted' && view.stretches.length > 0 ? [] : [`${name}: ${value}`]
  const fields = NEVER_TOLD[view.service].map((field) => call.fields[field]).join(', ')
  return [
    ...first,
    ...view.stretches.map((stretch) => stretchWords(stretch, zone)),
    fill(call.never, { service, fields }),
  ]
}
