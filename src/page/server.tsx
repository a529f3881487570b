/** The candidate's pages as HTML: the only entry that the web room imports. Each function is pure: data in, document out. */
import { toDocument } from './document.tsx'
import { Message } from './message.tsx'
import { MoveEntry, MoveWaiting } from './move.tsx'
import { Notice } from './notice.tsx'
import { Recorded } from './recorded.tsx'
import { Session } from './session.tsx'
import { Unavailable } from './unavailable.tsx'
import type {
  MessageView,
  MoveEntryView,
  NoticeView,
  RecordedView,
  SessionView,
  UnavailableView,
} from './views.ts'

/** The notice at `/i/TOKEN`. It carries no script: nothing is read before Continue. */
export function renderNotice(view: NoticeView): string {
  return toDocument(
    { title: 'Before your interview', simulated: view.simulated },
    <Notice {...view} />,
  )
}

/** The page at `/s`, from Continue to the end of the call. */
export function renderSession(view: SessionView): string {
  const { simulated, control } = view
  const head = { title: 'Your interview', script: true, simulated, control: control !== null }
  return toDocument(head, <Session {...view} />)
}

/** What was recorded, at `/s/recorded`. */
export function renderRecorded(view: RecordedView): string {
  return toDocument({ title: 'What was recorded' }, <Recorded {...view} />)
}

/** Where a second device types its code, at `/m`. */
export function renderMoveEntry(view: MoveEntryView): string {
  return toDocument({ title: 'Use this device' }, <MoveEntry {...view} />)
}

/** What the second device shows until the first one has confirmed; its script looks every 3 s. */
export function renderMoveWaiting(): string {
  return toDocument({ title: 'One more step', script: true }, <MoveWaiting />)
}

/** The one answer to every link that cannot be opened, whatever the reason. */
export function renderUnavailable(view: UnavailableView): string {
  return toDocument({ title: 'This link cannot be opened here' }, <Unavailable {...view} />)
}

/** A page of a title and some lines: errors, thanks, confirmations. */
export function renderMessage(view: MessageView): string {
  return toDocument({ title: view.title }, <Message {...view} />)
}
