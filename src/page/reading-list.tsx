/** What is read and what is not, as the notice and the second device show it. */
import { NOTICE_ITEMS } from './notice-items.ts'
import { useTexts } from './texts.ts'

/** What is read, with the reason for each. */
export function ReadingList({
  controlCheck,
  callNoted,
}: {
  controlCheck: boolean
  callNoted: boolean
}) {
  const isRead = { 'control-check': controlCheck, call: callNoted }
  const { items, frame } = useTexts()
  return (
    <ul class="readings">
      {NOTICE_ITEMS.filter(({ only }) => only === undefined || isRead[only]).map(({ text }) => (
        <li>
          {items[text].title}
          {frame.fullStop} <small>{items[text].why}</small>
        </li>
      ))}
    </ul>
  )
}

/** What is never read, inferred or weighed. */
export function NotRead() {
  return (
    <ul class="nots">
      {useTexts().notRead.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}
