/** What is read and what is not, as the notice and the second device show it. */
import { NOT_READ } from './not-read.ts'
import { NOTICE_ITEMS } from './notice-items.ts'

/** What is read, with the reason for each. */
export function ReadingList({ controlCheck }: { controlCheck: boolean }) {
  return (
    <ul class="readings">
      {NOTICE_ITEMS.filter(({ only }) => only === undefined || controlCheck).map(
        ({ title, why }) => (
          <li>
            {title}. <small>{why}</small>
          </li>
        ),
      )}
    </ul>
  )
}

/** What is never read, inferred or weighed. */
export function NotRead() {
  return (
    <ul class="nots">
      {NOT_READ.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}
