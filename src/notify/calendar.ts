/** An interview as a calendar file. */
import { createEvent } from 'ics'
import type { CalendarFile } from '../usecases/ports.ts'

/** Makes the file, RFC 5545. Fails: when the event cannot be written as one. */
export const calendarFile: CalendarFile = ({ id, title, window, meetingUrl, at }) => {
  const { error, value } = createEvent({
    uid: `${id}@whereabouts`,
    productId: 'whereabouts',
    title,
    start: window.startAt,
    startInputType: 'utc',
    startOutputType: 'utc',
    end: window.endAt,
    endInputType: 'utc',
    endOutputType: 'utc',
    created: at,
    ...(meetingUrl === null ? {} : { url: meetingUrl, location: meetingUrl }),
  })
  if (error || !value) {
    throw new Error('the calendar file could not be written', { cause: error })
  }
  return value
}
