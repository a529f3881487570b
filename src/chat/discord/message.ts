/** A card as a Discord message: its first line as text, all else in embeds, buttons below. */
import type { Button, Card, Tone } from '../../core/card.ts'
import { managers } from '../../texts/managers.ts'
import { oneLine } from '../text.ts'
import { toCustomId } from './custom-id.ts'
import { BUTTON_STYLE, COMPONENT, MOST } from './most.ts'
import { small, toParts, type Part } from './sections.ts'
import { cut, label, plain } from './text.ts'

/** An embed of ours. */
export interface Embed {
  color?: number
  title?: string
  description?: string
  fields?: { name: string; value: string }[]
  image?: { url: string }
  footer?: { text: string }
}

/** A button, in a row. */
export type ButtonComponent = {
  type: typeof COMPONENT.button
  label: string
} & ({ style: 1 | 2 | 4; custom_id: string } | { style: typeof BUTTON_STYLE.link; url: string })

/** A row of buttons. */
export interface Row {
  type: typeof COMPONENT.row
  components: ButtonComponent[]
}

/** Who is called by a message: nobody, unless named here. */
export interface AllowedMentions {
  parse: []
  users?: string[]
  replied_user?: false
}

/** A message as Discord takes it; every part is stated, so that an edit leaves nothing of before. */
export interface Message {
  content: string
  embeds: Embed[]
  components: Row[]
  allowed_mentions: AllowedMentions
}

/** A message, and the picture that its embed shows once the file is there. */
export interface Drawn {
  message: Message
  picture: { url: string; alt: string } | null
}

/** Nobody is called. */
export const NOBODY: AllowedMentions = { parse: [] }

/** Name of the picture's file. */
export const PICTURE_FILE = 'map.png'

/** Signs of different shapes; the title beside them says in words what they stand for. */
const TONE_SIGNS: Readonly<Record<Tone, string>> = {
  neutral: '',
  good: '✅ ',
  attention: '⚠️ ',
  serious: '❗ ',
}

/** Read beside dark and light backgrounds. Source: our judgement, 2026-11-25. */
const TONE_COLORS: Readonly<Record<Tone, number>> = {
  neutral: 0x6b7785,
  good: 0x2e8b62,
  attention: 0xd08a17,
  serious: 0xc0432f,
}

/** Longer first lines are cut by phones. Source: our judgement, 2026-11-25. */
const TITLE_MOST = 300

/** Below Discord's limit for all texts together, so that a line of ours and a mark still fit. */
const TEXT_BUDGET = MOST.embedsText - 800

/** Of one embed; the rest of the budget is in the next. */
const DESCRIPTION_MOST = MOST.embedText - 400

/** Kept free for the mark in the last line. */
const MARK_ROOM = 100

/** Shown at the end of a card of which not all fits into a message. */
const CUT_NOTE = managers.chat.cut

/** What a card is drawn for. */
export interface Setting {
  /** The server whose rules hold, for a message that stands in none. */
  guild?: string | null
}

/** The first line of a card: its tone, its title, its badges. In Discord's markup. */
export function toTitle({ tone, title, badges }: Pick<Card, 'tone' | 'title' | 'badges'>): string {
  const words = plain(`${TONE_SIGNS[tone]}${oneLine(title)}`, TITLE_MOST)
  const beside = badges.length === 0 ? '' : ` · ${plain(oneLine(badges.join(' · ')), TITLE_MOST)}`
  return `**${words}**${beside}`
}

/** Draws a card. Out: within Discord's limits for any card; what does not fit is cut with an ellipsis. */
export function toMessage(card: Card, { guild = null }: Setting = {}): Drawn {
  const all = card.sections.flatMap(toParts)
  const picture = all.find((part) => part.kind === 'image') ?? null
  // There is one file.
  const parts = all.filter((part) => part.kind !== 'image' || part === picture)
  const links = parts.flatMap((part) => (part.kind === 'link' ? [toLinkButton(part)] : []))
  const buttons = card.buttons.flatMap((button) => toButton(button, guild))
  return {
    message: {
      content: toTitle(card),
      embeds: toEmbeds(parts, TONE_COLORS[card.tone]),
      components: toRows([...distinct(buttons), ...links]),
      allowed_mentions: NOBODY,
    },
    picture: picture && { url: picture.url, alt: cut(picture.alt, MOST.altText) },
  }
}

/** Texts in the order of the card; a picture ends its embed, and what follows it begins another. */
function toEmbeds(parts: readonly Part[], color: number): Embed[] {
  const embeds: Embed[] = []
  let lines: string[] = []
  let budget = TEXT_BUDGET
  const close = (image?: Embed['image']) => {
    if (lines.length === 0 && image === undefined) return
    const description = lines.length === 0 ? {} : { description: lines.join('\n\n') }
    embeds.push({ color, ...description, ...(image === undefined ? {} : { image }) })
    lines = []
  }
  for (const part of parts.flatMap(thatFit)) {
    if (part.kind === 'image') close({ url: `attachment://${PICTURE_FILE}` })
    if (part.kind !== 'text') continue
    const size = part.text.length + 2
    if (size > budget) {
      lines.push(small(CUT_NOTE))
      break
    }
    if (lines.join('\n\n').length + size > DESCRIPTION_MOST) close()
    budget -= size
    lines.push(part.text)
  }
  close()
  return embeds.slice(0, MOST.embeds)
}

/** A text that no embed holds alone, as several; each of its lines fits. */
function thatFit(part: Part): Part[] {
  if (part.kind !== 'text' || part.text.length <= DESCRIPTION_MOST) return [part]
  const pieces: string[] = []
  for (const line of part.text.split('\n')) {
    const joined = pieces.length === 0 ? line : `${pieces.at(-1) ?? ''}\n${line}`
    if (pieces.length > 0 && joined.length <= DESCRIPTION_MOST) pieces[pieces.length - 1] = joined
    else pieces.push(line)
  }
  return pieces.map((text) => ({ kind: 'text', text }))
}

/** What a picture says in words instead of it: where it cannot be had. */
export function withoutPicture({ message, picture }: Drawn): Drawn {
  if (picture === null) return { message, picture }
  const size = message.embeds.reduce((sum, { description = '' }) => sum + description.length, 0)
  const embeds = message.embeds.map(({ image, ...embed }) => {
    if (image === undefined) return embed
    const before = embed.description === undefined ? '' : `${embed.description}\n\n`
    const room = Math.min(MOST.embedText - before.length, MOST.embedsText - size - MARK_ROOM)
    return { ...embed, description: `${before}${small(picture.alt, room)}` }
  })
  return { message: { ...message, embeds }, picture: null }
}

/** A button: pressing it calls its command. One whose arguments do not fit could not be pressed, and is left out. */
function toButton(button: Button, guild: string | null): ButtonComponent[] {
  const { label: words, style, command, args } = button
  const id = toCustomId({ kind: 'press', command, args, part: 0, submission: '', guild })
  if (id === null) return []
  return [
    {
      type: COMPONENT.button,
      style: BUTTON_STYLE[style],
      label: label(words, MOST.buttonLabel),
      custom_id: id,
    },
  ]
}

function toLinkButton({ label: words, url }: { label: string; url: string }): ButtonComponent {
  return { type: COMPONENT.button, style: BUTTON_STYLE.link, label: words, url }
}

/** Each id once: Discord could not tell what was pressed. */
function distinct(buttons: readonly ButtonComponent[]): ButtonComponent[] {
  const ids = buttons.map((button) => ('custom_id' in button ? button.custom_id : ''))
  return buttons.filter((_button, at) => ids.indexOf(ids[at] ?? '') === at)
}

/** Rows of five, five of them. */
export function toRows(buttons: readonly ButtonComponent[]): Row[] {
  const rows: Row[] = []
  for (let at = 0; at < buttons.length && rows.length < MOST.rows; at += MOST.buttonsPerRow) {
    rows.push({ type: COMPONENT.row, components: buttons.slice(at, at + MOST.buttonsPerRow) })
  }
  return rows
}
