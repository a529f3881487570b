import type { Card } from '../core/card.ts'
import { fill } from '../texts/fill.ts'
import { desk } from '../texts/managers-desk.ts'
import { CardView } from './card-view.tsx'
import type { Model, TimelineItem } from './console-model.ts'
import { Icon } from './icon.tsx'
import type { ConsoleActions } from './use-console.ts'
import { formatDay, formatTime } from './wall-clock.ts'

const texts = desk.timeline

/** What the list of messages needs. */
export interface TimelineProps {
  items: readonly TimelineItem[]
  model: Pick<Model, 'waiting' | 'troubles' | 'fresh'>
  /** Null while the reader's zone is unknown: times are then in UTC and say so. */
  zone: string | null
  actions: Pick<ConsoleActions, 'press' | 'hide'>
}

/** The messages of the channel, a line between days. */
export function Timeline({ items, model, zone, actions }: TimelineProps) {
  let day = ''
  return (
    <ol class="timeline" aria-label={texts.label}>
      {items.map((item) => {
        const { id, at } = item.kind === 'message' ? item.message : item.reply
        const itemDay = formatDay(at, zone ?? 'UTC')
        const isNewDay = itemDay !== day && item.kind === 'message'
        if (isNewDay) day = itemDay
        return (
          <li key={id} id={`item-${id}`} class={id === model.fresh ? 'item fresh' : 'item'}>
            {isNewDay && (
              <p class="day">
                <span>{itemDay}</span>
              </p>
            )}
            <Item item={item} model={model} zone={zone} actions={actions} />
          </li>
        )
      })}
    </ol>
  )
}

type ItemProps = Omit<TimelineProps, 'items'> & { item: TimelineItem }

function Item({ item, model, zone, actions }: ItemProps) {
  const isPrivate = item.kind === 'reply'
  const { id, at, card } = isPrivate ? item.reply : item.message
  // A reply to a button of a private reply stands where that reply stands.
  const from = { key: id, after: isPrivate ? item.reply.after : id }
  return (
    <article class={isPrivate ? 'message private' : 'message'} aria-labelledby={`card-${id}-title`}>
      {isPrivate && (
        <p class="private-note">
          <Icon name="eye" /> {texts.private}
          <span class="asked" dir="auto">
            {item.reply.asked}
          </span>
          <button type="button" class="text-button" onClick={() => actions.hide(id)}>
            {texts.hide}
            <span class="heard"> {card.title}</span>
          </button>
        </p>
      )}
      <p class="byline">
        <span class="avatar" aria-hidden="true">
          <Icon name="pin" />
        </span>
        <b>Whereabouts</b>
        <span class="app">{texts.app}</span>
        <time datetime={new Date(at).toISOString()}>
          {zone === null ? fill(texts.utc, { time: formatTime(at, 'UTC') }) : formatTime(at, zone)}
        </time>
        {!isPrivate && item.message.edited && <span class="edited">{texts.edited}</span>}
      </p>
      <Pressable id={id} card={card} from={from} model={model} actions={actions} />
    </article>
  )
}

interface PressableProps extends Pick<TimelineProps, 'model' | 'actions'> {
  id: string
  card: Card
  from: { key: string; after: string | null }
}

function Pressable({ id, card, from, model, actions }: PressableProps) {
  return (
    <CardView
      id={`card-${id}`}
      card={card}
      pressing={model.waiting.find(({ key }) => key === id)?.button ?? null}
      trouble={model.troubles[id] ?? null}
      onPress={(button, index) => actions.press(from, button, index)}
    />
  )
}
