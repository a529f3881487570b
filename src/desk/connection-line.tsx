import { OVER } from './calls.ts'
import type { Connection } from './console-model.ts'
import { Icon } from './icon.tsx'

/** Says when the console is cut off; silent while all is well. */
export function ConnectionLine({
  connection,
  onRetry,
}: {
  connection: Connection
  onRetry: () => void
}) {
  return (
    <div class="connection" role="status">
      {connection === 'offline' && (
        <p class="connection-offline">
          <Icon name="triangle" />
          <span>Offline: trying to reconnect. Cards may be out of date.</span>
          <button type="button" class="text-button" onClick={onRetry}>
            Try now
          </button>
        </p>
      )}
      {connection === 'over' && (
        <p class="connection-over">
          <Icon name="octagon" />
          <span>{OVER} Nothing you typed here is lost.</span>
          <button type="button" class="text-button" onClick={onRetry}>
            I opened it
          </button>
        </p>
      )}
    </div>
  )
}
