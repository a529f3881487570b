/** What is offered while somebody types: at most 25 things, each with a name and a value. */
import { momentWords } from '../../core/when-words.ts'
import { fill } from '../../texts/fill.ts'
import { managers } from '../../texts/managers.ts'
import { findCases, type FoundCase } from '../../usecases/find-cases.ts'
import { listOpenings } from '../../usecases/list-openings.ts'
import type { Ports } from '../../usecases/ports.ts'
import type { Acquaintance } from './rights.ts'
import { MOST } from './most.ts'
import { label } from './text.ts'

/** One thing that is offered. */
export interface Choice {
  name: string
  value: string
}

/** What fits what was typed so far. In: the option that is typed. Out: nothing for those who may not know of it. */
export async function suggest(
  ports: Ports,
  { rights, zone }: Pick<Acquaintance, 'rights' | 'zone'>,
  option: string,
  typed: string,
): Promise<Choice[]> {
  switch (option) {
    case 'place':
      return choices(ports.lookups.place.search(typed, MOST.choices).map(({ label: name }) => name))
    case 'zone':
      return choices(zonesLike(typed))
    case 'who':
      return ports.simulator.people
        .filter(({ id, name }) =>
          `${id} ${name}`.toLowerCase().includes(typed.trim().toLowerCase()),
        )
        .slice(0, MOST.choices)
        .map(({ id, name }) => ({ name: label(name, MOST.choiceText), value: id }))
    case 'opening': {
      if (!rights.includes('verify')) return []
      const known = (await listOpenings(ports, typed)).map(({ title }) => title)
      const fresh = typed.trim()
      const isKnown = known.some((title) => title.toLowerCase() === fresh.toLowerCase())
      const first =
        fresh === '' || isKnown
          ? []
          : [{ name: fill(managers.chat.newOption, { text: fresh }), value: fresh }]
      return [...first, ...choices(known)].filter(fits).map(shorten).slice(0, MOST.choices)
    }
    case 'case': {
      if (rights.length === 0) return []
      const found = await findCases(ports, typed, MOST.choices)
      return found.map((one) => ({
        name: label(caseWords(one, zone), MOST.choiceText),
        value: one.id,
      }))
    }
    default:
      return []
  }
}

/** "Jane Doe, Backend engineer: open, Mon, 23 Nov 2026, 15:00". */
function caseWords(found: FoundCase, zone: string): string {
  const { name, opening, state, createdAt, simulated } = found
  const about = [name.slice(0, 40), ...(opening === null ? [] : [opening.slice(0, 25)])].join(', ')
  const { case: text, simulatedCase } = managers.chat.discord
  const moment = momentWords(createdAt, zone)
  return fill(simulated ? simulatedCase : text, { about, state, moment })
}

/** Zones that hold the text; those of which a part begins with it come first. */
function zonesLike(typed: string): string[] {
  const sought = typed.trim().toLowerCase().replace(/\s+/g, '_')
  const all = ['UTC', ...Intl.supportedValuesOf('timeZone')]
  const found = all.filter((zone) => zone.toLowerCase().includes(sought))
  const begins = (zone: string) =>
    zone
      .toLowerCase()
      .split('/')
      .some((part) => part.startsWith(sought))
  return [...found.filter(begins), ...found.filter((zone) => !begins(zone))]
}

/** Values that are their own names, each once; what is too long to be one is left out. */
function choices(names: readonly string[]): Choice[] {
  return [...new Set(names.map(shortPlace))]
    .map((name) => ({ name, value: name }))
    .filter(fits)
    .slice(0, MOST.choices)
}

/** A label that is too long loses what stands between its name and its country, and still names the place. */
function shortPlace(name: string): string {
  const parts = name.split(', ')
  while (parts.length > 2 && parts.join(', ').length > MOST.choiceText) parts.splice(1, 1)
  return parts.join(', ')
}

function fits({ value }: Choice): boolean {
  return value !== '' && value.length <= MOST.choiceText
}

function shorten({ name, value }: Choice): Choice {
  return { name: label(name, MOST.choiceText), value }
}
