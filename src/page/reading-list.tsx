/** What is read and what is not, as the notice and the second device show it. */
import { NOTICE_ITEMS } from './notice-items.ts'

/** What is read, with the reason for each. */
export function ReadingList() {
  return (
    <ul class="readings">
      {NOTICE_ITEMS.map(({ title, why }) => (
        <li>
          {title}. <small>{why}</small>
        </li>
      ))}
    </ul>
  )
}

/** What is never read, inferred or weighed. */
export function NotRead() {
  return (
    <ul class="nots">
      <li>No camera, microphone, files or precise location.</li>
      <li>Nothing about nationality, language, accent, face or voice.</li>
    </ul>
  )
}
