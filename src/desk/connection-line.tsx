import { fill } from '../texts/fill.ts'
import { desk } from '../texts/managers-desk.ts'
import type { Connection } from './console-model.ts'
import { Icon } from './icon.tsx'

const texts = desk.connection

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
          <span>{texts.offline}</span>
          <button type="button" class="text-button" onClick={onRetry}>
            {texts.retry}
          </button>
        </p>
      )}
      {connection === 'over' && (
        <p class="connection-over">
          <Icon name="octagon" />
          <span>{fill(texts.kept, { over: texts.over })}</span>
          <button type="button" class="text-button" onClick={onRetry}>
            {texts.opened}
          </button>
        </p>
      )}
    </div>
  )
}
