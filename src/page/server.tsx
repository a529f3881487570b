/** The candidate's pages as HTML: the only entry that the web room imports. Each function is pure: data and language in, document out. */
import { catalogue } from '../texts/catalogue.ts'
import type { Language } from '../texts/languages.ts'
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
export function renderNotice(view: NoticeView, language: Language = 'en'): string {
  const head = { title: catalogue[language].notice.title, simulated: view.simulated }
  return toDocument(head, language, <Notice {...view} />)
}

/** The page at `/s`, from Continue to the end of the call. */
export function renderSession(view: SessionView, language: Language = 'en'): string {
  const { simulated, control } = view
  const { title } = catalogue[language].session
  const head = { title, script: true, simulated, control: control !== null }
  return toDocument(head, language, <Session {...view} />)
}

/** What was recorded, at `/s/recorded`. */
export function renderRecorded(view: RecordedView, language: Language = 'en'): string {
  return toDocument({ title: catalogue[language].recorded.title }, language, <Recorded {...view} />)
}

/** Where a second device types its code, at `/m`. */
export function renderMoveEntry(view: MoveEntryView, language: Language = 'en'): string {
  const { entryTitle: title } = catalogue[language].move
  return toDocument({ title }, language, <MoveEntry {...view} />)
}

/** What the second device shows until the first one has confirmed; its script looks every 3 s. */
export function renderMoveWaiting(language: Language = 'en'): string {
  const { waitingHead: title } = catalogue[language].move
  return toDocument({ title, script: true }, language, <MoveWaiting />)
}

/** The one answer to every link that cannot be opened, whatever the reason. */
export function renderUnavailable(view: UnavailableView, language: Language = 'en'): string {
  const { title } = catalogue[language].unavailable
  return toDocument({ title }, language, <Unavailable {...view} />)
}

/** A page of a title and some lines: errors, thanks, confirmations. */
export function renderMessage(view: MessageView, language: Language = 'en'): string {
  return toDocument({ title: view.title }, language, <Message {...view} />)
}
