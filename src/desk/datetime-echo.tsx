import { sayBack } from './wall-clock.ts'

/** What is given to say a time back. */
export interface DatetimeEchoProps {
  id: string
  wall: string
  zone: string
  /** Null while drawn on the server, which does not know the reader's zone. */
  ownZone: string | null
}

/** Says a chosen time back in its zone and in the reader's own. */
export function DatetimeEcho({ id, wall, zone, ownZone }: DatetimeEchoProps) {
  const said = ownZone === null ? null : sayBack(wall, zone, ownZone)
  return (
    <p class="echo" id={id} aria-live="polite">
      {said}
    </p>
  )
}
